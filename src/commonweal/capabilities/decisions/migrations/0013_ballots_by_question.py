"""Let the unique rows of ballots begin with the question."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("decisions", "0012_fewer_indexes"),
        ("institutions", "0012_rolls_by_member"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="ballot",
            name="one_ballot_per_voter",
        ),
        migrations.AlterField(
            model_name="ballot",
            name="question",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="ballots",
                to="decisions.question",
            ),
        ),
        migrations.AddConstraint(
            model_name="ballot",
            constraint=models.UniqueConstraint(
                fields=("question", "voter", "institution"), name="one_ballot_per_voter"
            ),
        ),
    ]
