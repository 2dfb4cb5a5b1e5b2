"""Whoever counts in a body of a confederation reports as themselves."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [
        ("threads", "0005_sealed_reasons"),
    ]

    operations = [
        migrations.AddField(
            model_name="report",
            name="known_as",
            field=models.UUIDField(null=True),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.UniqueConstraint(
                fields=["institution", "about_id", "known_as"],
                condition=Q(answered_at=None),
                name="one_open_report_a_person_of_a_body",
            ),
        ),
    ]
