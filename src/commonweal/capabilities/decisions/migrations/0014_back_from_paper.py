"""Let whoever was to vote on paper ask for their vote here, and two tellers agree."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("decisions", "0013_ballots_by_question"),
        ("institutions", "0012_rolls_by_member"),
    ]

    operations = [
        migrations.AddField(
            model_name="papervoter",
            name="asked_back",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="papervoter",
            name="unhanded_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="institutions.member",
            ),
        ),
    ]
