"""An assembly approves the minutes of an earlier one, which are then fixed."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assemblies", "0003_minutes"),
        ("institutions", "0012_rolls_by_member"),
    ]

    operations = [
        migrations.AddField(
            model_name="minutesdeed",
            name="decided_in",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="assemblies.assembly",
            ),
        ),
        migrations.CreateModel(
            name="ApprovedMinutes",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("text", models.TextField()),
                ("approved_at", models.DateTimeField()),
                (
                    "approved_in",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="assemblies.assembly",
                    ),
                ),
                (
                    "assembly",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="approved",
                        to="assemblies.assembly",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="institutions.institution",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("institution", "assembly"),
                        name="minutes_are_approved_once",
                    )
                ],
            },
        ),
    ]
