"""Seal the addresses that proposals to admit somebody still carry."""

import secrets
from base64 import b64encode
from typing import Any

from django.db import migrations

from commonweal.foundation.keys import store
from commonweal.rules.secrecy.sealed_words import NONCE_BYTES, sealed


def seal(apps: Any, schema_editor: Any) -> None:
    for proposal in apps.get_model("decisions", "Proposal").objects.iterator():
        people = proposal.terms.get("people", [])
        plain = [one for one in people if one.get("email")]
        for one in plain:
            one["email"] = _sealed(one["email"], proposal.pk)
        if plain:
            proposal.save(update_fields=["terms"])


def _sealed(address: str, proposal_id: object) -> str:
    key_name = f"proposals/{proposal_id}"
    value = sealed(
        address.encode(),
        key=store.made(key_name),
        key_name=key_name,
        about=f"proposal {proposal_id}",
        nonce=secrets.token_bytes(NONCE_BYTES),
    )
    return f"sealed:{b64encode(value).decode()}"


class Migration(migrations.Migration):
    dependencies = [("decisions", "0001_initial")]

    operations = [migrations.RunPython(seal, migrations.RunPython.noop)]
