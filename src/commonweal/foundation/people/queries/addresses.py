"""Which address somebody wants to be written to at, as the link in a letter says."""

import json
from base64 import urlsafe_b64decode
from datetime import datetime, timedelta
from typing import NamedTuple

from commonweal.foundation.keys.queries import key_of, opened
from commonweal.foundation.people.models import Person
from commonweal.foundation.people.queries import (
    address_digest,
    having_address,
    key_of_day,
    normal_address,
    still_having,
)
from commonweal.rules.verdict import Refused


class AskedAddress(NamedTuple):
    """An address that somebody wants to be reached at, and who else is."""

    address: str
    is_shared: bool


def address_asked(person: Person, token: str, *, at: datetime) -> AskedAddress | None:
    """Read which address somebody asked for; nothing for anybody else, or too late.

    A link is of no use either once the address has changed by another.
    """
    try:
        sealed = urlsafe_b64decode(token.encode())
        is_ours = key_of(sealed) in {key_of_day(at), key_of_day(at - timedelta(days=1))}
        words = opened(sealed, about=about_address_of(person)) if is_ours else "{}"
    except (ValueError, Refused):
        return None
    asked: dict[str, str] = json.loads(words)
    until = datetime.fromisoformat(asked["until"]) if asked else at
    if at >= until or asked["instead_of"] != person.email_digest:
        return None
    others = having_address(asked["address"]).exclude(pk=person.pk)
    is_shared = others.filter(email_confirmed=True).exists()
    return AskedAddress(asked["address"], is_shared)


def about_address_of(person: Person) -> str:
    """Say what a sealed link to a new address is about, so that it fits nobody else."""
    return f"new address of person {person.pk}"


def asks_to_confirm(asked_by: Person | None, email: str) -> bool:
    """Say whether whoever asks for a letter wants to show that an address is theirs."""
    if asked_by is None or asked_by.email_confirmed:
        return False
    is_found = asked_by.email_digest == address_digest(email)
    return is_found and bool(still_having(normal_address(email), [asked_by]))
