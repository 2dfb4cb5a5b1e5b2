"""What became of letters, and which mailboxes several people share."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal
from uuid import UUID

from django.db.models import Count

from commonweal.foundation.people.models import OutgoingMail, Person

type Became = Literal["sent", "refused", "given_up"]

# After so many tries a letter is given up.
MOST_ATTEMPTS = 12
AT_ONCE = 500


def became_of(letters: Iterable[UUID]) -> dict[UUID, tuple[Became, datetime | None]]:
    """Say of letters what became of them, if that is known; the rest are on their way.

    A letter that is not there any more was not sent in time to be known of.
    """
    asked = list(letters)
    found: dict[UUID, tuple[Became, datetime | None]] = {}
    for start in range(0, len(asked), AT_ONCE):
        part = asked[start : start + AT_ONCE]
        there = {one.pk: one for one in OutgoingMail.objects.filter(pk__in=part)}
        for one in part:
            became = _became(there.get(one))
            if became is not None:
                found[one] = became
    return found


def _became(row: OutgoingMail | None) -> tuple[Became, datetime | None] | None:
    if row is None:
        return "given_up", None
    if row.sent_at is not None:
        return "sent", row.sent_at
    if row.refused_at is not None:
        return "refused", row.refused_at
    is_over = row.attempts >= MOST_ATTEMPTS and row.tried_at is None
    return ("given_up", None) if is_over else None


def shared_digests(digests: Iterable[str]) -> frozenset[str]:
    """Give those of the addresses, by digest, that several people have confirmed."""
    asked = sorted({one for one in digests if one})
    found: set[str] = set()
    for start in range(0, len(asked), AT_ONCE):
        part = asked[start : start + AT_ONCE]
        rows = Person.objects.filter(email_digest__in=part, email_confirmed=True)
        counted = rows.values("email_digest").annotate(n=Count("pk")).filter(n__gt=1)
        found.update(counted.values_list("email_digest", flat=True))
    return frozenset(found)
