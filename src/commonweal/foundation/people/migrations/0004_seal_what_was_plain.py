"""Seal the addresses and letters that stood in the database in plain."""

import json
import secrets
from datetime import UTC
from typing import Any
from uuid import uuid4

from django.db import migrations

from commonweal.foundation.keys import store
from commonweal.rules.secrecy.sealed_words import (
    NONCE_BYTES,
    keyed_digest,
    sealed,
)

PURPOSE = "mail-address"


def seal(apps: Any, schema_editor: Any) -> None:
    people = apps.get_model("people", "Person").objects.exclude(email="")
    letters = apps.get_model("people", "OutgoingMail").objects.exclude(address="")
    if not people.exists() and not letters.exists():
        return
    key = _key_for_looking_up(apps)
    for person in people.iterator():
        person.email_sealed = _sealed(
            person.email, key_name=f"people/{uuid4()}", about=f"person {person.pk}"
        )
        person.email_digest = keyed_digest(key, PURPOSE, person.email)
        person.save(update_fields=["email_sealed", "email_digest"])
    for letter in letters.iterator():
        words = {
            "address": letter.address,
            "subject": letter.subject,
            "body": letter.body,
        }
        letter.sealed = _sealed(
            json.dumps(words),
            key_name=f"letters/{letter.written_at.astimezone(UTC):%Y-%m-%d}",
            about=f"letter {letter.pk}",
        )
        letter.address_digest = keyed_digest(key, PURPOSE, letter.address)
        letter.save(update_fields=["sealed", "address_digest"])


def _key_for_looking_up(apps: Any) -> bytes:
    key = store.made(f"standing/{PURPOSE}")
    apps.get_model("keys", "StandingKey").objects.get_or_create(
        name=PURPOSE,
        defaults={"check_digest": keyed_digest(key, "commonweal.check", "")},
    )
    return key


def _sealed(words: str, *, key_name: str, about: str) -> bytes:
    return sealed(
        words.encode(),
        key=store.made(key_name),
        key_name=key_name,
        about=about,
        nonce=secrets.token_bytes(NONCE_BYTES),
    )


class Migration(migrations.Migration):
    dependencies = [("people", "0003_sealed_addresses")]

    operations = [migrations.RunPython(seal, migrations.RunPython.noop)]
