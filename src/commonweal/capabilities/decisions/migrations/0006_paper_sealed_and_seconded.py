"""Seal what tellers found in the paper box, and let two people note a paper voter."""

import secrets
from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from commonweal.foundation.keys import store
from commonweal.rules.secrecy.sealed_words import NONCE_BYTES, sealed
from commonweal.rules.voting.paper import PaperCount, written


def seal(apps: Any, schema_editor: Any) -> None:
    for entry in apps.get_model("decisions", "PaperEntry").objects.iterator():
        key_name = f"ballots/{entry.question_id}"
        said = tuple((marks, times) for marks, times in entry.said)
        count = PaperCount(entry.issued, entry.returned, entry.spoiled, said)
        entry.sealed = sealed(
            written(count).encode(),
            key=store.kept(key_name),
            key_name=key_name,
            about=str(entry.question_id),
            nonce=secrets.token_bytes(NONCE_BYTES),
        )
        entry.save(update_fields=["sealed"])


class Migration(migrations.Migration):
    # PostgreSQL changes no table in a transaction that has just changed its rows.
    atomic = False

    dependencies = [
        ("decisions", "0005_candidates_by_id"),
        ("institutions", "0003_places_taken_up"),
    ]

    operations = [
        migrations.AddField(
            model_name="papervoter",
            name="counts",
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name="papervoter",
            name="noted_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="institutions.member",
            ),
        ),
        migrations.AddField(
            model_name="paperentry",
            name="sealed",
            field=models.BinaryField(default=b""),
            preserve_default=False,
        ),
        migrations.RunPython(seal, migrations.RunPython.noop),
        migrations.RemoveField(model_name="paperentry", name="said"),
    ]
