"""Draw the secret of a lot at the opening, and its text from it and the ballots."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("decisions", "0008_few_on_paper")]

    operations = [
        migrations.AddField(
            model_name="question",
            name="lot_salt",
            field=models.BinaryField(max_length=16, null=True),
        ),
        migrations.AlterField(
            model_name="question",
            name="tie_seed",
            field=models.CharField(blank=True, max_length=64),
        ),
    ]
