"""Minutes are put right beside their lines, and have a day on which they go out."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assemblies", "0002_salted_deeds"),
        ("institutions", "0011_one_membership"),
    ]

    operations = [
        migrations.AddField(
            model_name="assembly",
            name="minutes_due_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.CreateModel(
            name="MinutesDeed",
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
                ("number", models.PositiveIntegerField()),
                ("deed", models.CharField(max_length=20)),
                ("line", models.PositiveIntegerField(default=0)),
                ("words", models.CharField(blank=True, max_length=1000)),
                ("answers", models.PositiveIntegerField(default=0)),
                ("done_at", models.DateTimeField()),
                ("salt", models.BinaryField(max_length=16)),
                (
                    "assembly",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="minutes_deeds",
                        to="assemblies.assembly",
                    ),
                ),
                (
                    "done_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="institutions.member",
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
                        fields=("institution", "assembly", "number"),
                        name="deeds_on_minutes_are_numbered",
                    )
                ],
            },
        ),
    ]
