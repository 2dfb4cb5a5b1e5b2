"""Seal the numbers of the paper box together with what its ballots say.

All of it holds or nothing does, so that a step cut short is begun anew. An entry whose
key is mislaid cannot be sealed, and its numbers go with their columns: before anything
is changed whoever runs the node is told, and puts the key back or says that it is gone.
"""

import json
import os
import secrets
from typing import Any

from django.db import migrations

from commonweal.foundation.keys import store
from commonweal.rules.secrecy.sealed_words import NONCE_BYTES, opened, sealed
from commonweal.rules.verdict import require
from commonweal.rules.voting.paper import HandedOut, PaperCount, may_be_lost, written

GONE_FOR_GOOD = "COMMONWEAL_LOSE_PAPER_NUMBERS"


def seal(apps: Any, schema_editor: Any) -> None:
    readable, lost = [], set()
    for entry in apps.get_model("decisions", "PaperEntry").objects.all():
        text = _opened(entry)
        if text is not None:
            readable.append((entry, text))
        elif entry.question.settled_at is None:
            lost.add(_key_name(entry))
    _ask_before_losing(sorted(lost))
    for entry, text in readable:
        key_name, about = _key_name(entry), str(entry.question_id)
        key = store.kept(key_name)
        entry.sealed = sealed(
            written(_count(entry, json.loads(text))).encode(),
            key=key,
            key_name=key_name,
            about=about,
            nonce=secrets.token_bytes(NONCE_BYTES),
        )
        entry.save(update_fields=["sealed"])
    if schema_editor.connection.vendor == "postgresql":
        # It changes no table while a check of rows just changed waits for the end.
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def _key_name(entry: Any) -> str:
    return f"ballots/{entry.question_id}"


def _opened(entry: Any) -> bytes | None:
    if not store.is_kept(_key_name(entry)):
        return None
    key, about = store.kept(_key_name(entry)), str(entry.question_id)
    return opened(bytes(entry.sealed), key=key, about=about)


def _ask_before_losing(lost: list[str]) -> None:
    """Refuse while a vote that is not over would lose the numbers of its box."""
    gone = os.environ.get(GONE_FOR_GOOD) == "yes"
    require(may_be_lost(lost, setting=GONE_FOR_GOOD, gone=gone))


def _count(entry: Any, found: Any) -> PaperCount:
    """Read an entry as it was kept; before there were tables it was a bare list."""
    kept = found if isinstance(found, dict) else {"said": found, "table": [0, 0]}
    said = tuple((marks, times) for marks, times in kept["said"])
    box = (entry.issued, entry.returned, entry.spoiled)
    return PaperCount(*box, said, HandedOut(*kept["table"]))


class Migration(migrations.Migration):
    dependencies = [("decisions", "0010_proposals_held")]

    operations = [
        migrations.RunPython(seal, migrations.RunPython.noop),
        migrations.RemoveField(model_name="paperentry", name="issued"),
        migrations.RemoveField(model_name="paperentry", name="returned"),
        migrations.RemoveField(model_name="paperentry", name="spoiled"),
    ]
