"""A matter may change the pact."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("confederation", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="matter",
            name="change",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AlterField(
            model_name="matter",
            name="competence",
            field=models.CharField(blank=True, max_length=60),
        ),
    ]
