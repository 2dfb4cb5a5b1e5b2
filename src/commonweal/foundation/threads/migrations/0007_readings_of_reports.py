"""That a report was read is kept with the report, and goes with it."""

from uuid import uuid4

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# What those readings were said to be for, in each language there was.
FOR_REPORTS = ("to answer what you reported", "para responder a lo que denunciaste")


def forget(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Forget who reported what was answered long ago."""
    reading = apps.get_model("sealing", "Reading")
    reading._default_manager.filter(purpose__in=FOR_REPORTS).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("institutions", "0014_paused_and_known_anew"),
        ("sealing", "0002_named_trustees"),
        ("threads", "0006_reports_from_bodies"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReportReading",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("read_on", models.DateField()),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="institutions.institution",
                    ),
                ),
                (
                    "reader",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="institutions.member",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="readings",
                        to="threads.report",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("institution", "report", "reader", "read_on"),
                        name="a_report_is_read_once_a_day",
                    )
                ],
            },
        ),
        migrations.RunPython(forget, migrations.RunPython.noop),
    ]
