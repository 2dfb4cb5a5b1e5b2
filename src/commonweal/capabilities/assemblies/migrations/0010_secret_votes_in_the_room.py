import uuid
from typing import Any

import django.db.models.deletion
from django.db import migrations, models


def _columns(column: str, field: Any) -> list[tuple[str, Any]]:
    return [
        (
            "id",
            models.UUIDField(
                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
            ),
        ),
        (column, field),
        (
            "began",
            models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="assemblies.assemblydeed",
            ),
        ),
        (
            "institution",
            models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                to="institutions.institution",
            ),
        ),
    ]


class Migration(migrations.Migration):
    dependencies = [
        ("assemblies", "0009_forms"),
        ("institutions", "0012_rolls_by_member"),
    ]

    operations = [
        migrations.CreateModel(
            name="RoomMark",
            fields=_columns("mark", models.CharField(max_length=64)),
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("institution", "began", "mark"),
                        name="one_mark_per_voter_in_the_room",
                    )
                ]
            },
        ),
        migrations.CreateModel(
            name="RoomEnvelope",
            fields=_columns("sealed", models.BinaryField()),
        ),
    ]
