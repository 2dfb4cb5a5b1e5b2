"""Who of a base is not asked about a matter, and what falls due with bodies."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("confederation", "0002_changes"),
        ("institutions", "0014_paused_and_known_anew"),
    ]

    operations = [
        migrations.AddField(
            model_name="body",
            name="next_due_at",
            field=models.DateTimeField(db_index=True, null=True),
        ),
        migrations.CreateModel(
            name="NotAsked",
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
                ("body", models.UUIDField()),
                ("member", models.UUIDField()),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="institutions.institution",
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="not_asked",
                        to="confederation.matter",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["matter", "body"], name="not_asked_by_body")
                ],
            },
        ),
    ]
