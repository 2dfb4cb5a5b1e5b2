"""Since when a wish stands: who is to decide is not chosen afterwards."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("safeguards", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="avoidance",
            name="asked_on",
            field=models.DateField(null=True),
        ),
    ]
