"""Keep who voted in secret, and who votes on paper, by keys that end with the vote."""

import secrets
from typing import Any

from django.db import migrations, models

from commonweal.foundation.keys import store
from commonweal.rules.secrecy.sealed_words import NONCE_BYTES, keyed_digest, sealed


def mark_voters(apps: Any, schema_editor: Any) -> None:
    for mark in apps.get_model("decisions", "TurnoutMark").objects.iterator():
        mark.mark = _mark(mark.voter_id, f"ballots/{mark.question_id}")
        mark.save(update_fields=["mark"])
    settled = apps.get_model("decisions", "Question").objects.filter(
        settled_at__isnull=False
    )
    for noted in apps.get_model("decisions", "PaperVoter").objects.iterator():
        over = settled.filter(proposal_id=noted.proposal_id).count()
        key_name = f"paper/{noted.proposal_id}/{over + 1}"
        key = store.made(key_name)
        noted.mark = _mark(noted.voter_id, key_name)
        noted.sealed = sealed(
            str(noted.voter_id).encode(),
            key=key,
            key_name=key_name,
            about=f"paper voter {noted.pk}",
            nonce=secrets.token_bytes(NONCE_BYTES),
        )
        noted.save(update_fields=["mark", "sealed"])


def _mark(voter: Any, key_name: str) -> str:
    return keyed_digest(store.kept(key_name), "voter", str(voter))


class Migration(migrations.Migration):
    # PostgreSQL changes no table in a transaction that has just changed its rows.
    atomic = False

    dependencies = [
        ("decisions", "0006_paper_sealed_and_seconded"),
        ("institutions", "0009_confirmations"),
    ]

    operations = [
        migrations.AddField(
            model_name="turnoutmark",
            name="mark",
            field=models.CharField(default="", max_length=64),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="papervoter",
            name="mark",
            field=models.CharField(default="", max_length=64),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="papervoter",
            name="sealed",
            field=models.BinaryField(default=b""),
            preserve_default=False,
        ),
        migrations.RunPython(mark_voters, migrations.RunPython.noop),
        migrations.RemoveConstraint("turnoutmark", "one_turnout_mark_per_voter"),
        migrations.RemoveConstraint("papervoter", "once_among_the_paper_voters"),
        migrations.RemoveField("turnoutmark", "voter"),
        migrations.RemoveField("papervoter", "voter"),
        migrations.AddConstraint(
            "turnoutmark",
            models.UniqueConstraint(
                fields=["institution", "question", "mark"],
                name="one_turnout_mark_per_voter",
            ),
        ),
        migrations.AddConstraint(
            "papervoter",
            models.UniqueConstraint(
                fields=["institution", "proposal", "mark"],
                name="once_among_the_paper_voters",
            ),
        ),
    ]
