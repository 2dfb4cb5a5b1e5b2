"""Seal the numbers of the paper box together with what its ballots say."""

import json
import secrets
from typing import Any

from django.db import migrations

from commonweal.foundation.keys import store
from commonweal.rules.secrecy.sealed_words import NONCE_BYTES, opened, sealed
from commonweal.rules.voting.paper import HandedOut, PaperCount, written


def seal(apps: Any, schema_editor: Any) -> None:
    for entry in apps.get_model("decisions", "PaperEntry").objects.iterator():
        key_name, about = f"ballots/{entry.question_id}", str(entry.question_id)
        # Without its key the vote cannot be counted, and the entry not be read.
        if not store.is_kept(key_name):
            continue
        key = store.kept(key_name)
        text = opened(bytes(entry.sealed), key=key, about=about)
        if text is None:
            continue
        entry.sealed = sealed(
            written(_count(entry, json.loads(text))).encode(),
            key=key,
            key_name=key_name,
            about=about,
            nonce=secrets.token_bytes(NONCE_BYTES),
        )
        entry.save(update_fields=["sealed"])


def _count(entry: Any, found: Any) -> PaperCount:
    """Read an entry as it was kept; before there were tables it was a bare list."""
    kept = found if isinstance(found, dict) else {"said": found, "table": [0, 0]}
    said = tuple((marks, times) for marks, times in kept["said"])
    box = (entry.issued, entry.returned, entry.spoiled)
    return PaperCount(*box, said, HandedOut(*kept["table"]))


class Migration(migrations.Migration):
    # PostgreSQL changes no table in a transaction that has just changed its rows.
    atomic = False

    dependencies = [("decisions", "0010_proposals_held")]

    operations = [
        migrations.RunPython(seal, migrations.RunPython.noop),
        migrations.RemoveField(model_name="paperentry", name="issued"),
        migrations.RemoveField(model_name="paperentry", name="returned"),
        migrations.RemoveField(model_name="paperentry", name="spoiled"),
    ]
