"""Asking to be kept apart, and taking that back.

The journal hears of neither: a line would tell others that somebody asked, and when.
"""

import json
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.keys import actions as keys
from commonweal.foundation.safeguards import access, queries
from commonweal.foundation.safeguards.models import Avoidance
from commonweal.foundation.safeguards.naming import (
    about,
    key_name,
    owner_digest,
    pair_digest,
)
from commonweal.rules.verdict import require

KEPT = timedelta(days=730)


@transaction.atomic
def avoid(member: Member | None, other: Member | None, *, at: datetime) -> None:
    """Ask not to be brought together with another member, for two years.

    Whoever asks again has the two years from now on.
    """
    if member is not None:
        lock(member.institution, at=at)
    already = (
        queries.rows_of(member) if member is not None else Avoidance.objects.none()
    )
    require(access.may_be_avoided(member, other, already))
    assert member is not None
    assert other is not None
    before = already.filter(pair_digest=pair_digest(member, other))
    found = before.first()
    since = at.date() if found is None else found.asked_on
    _end(before)
    row = Avoidance(
        institution_id=member.institution_id,
        pair_digest=pair_digest(member, other),
        owner_digest=owner_digest(member),
        asked_on=since,
        destroy_on=(at + KEPT).date(),
    )
    told = {"by": str(member.id), "other": str(other.id)}
    row.sealed = keys.seal(json.dumps(told), key=key_name(row.id), about=about(row.id))
    row.save(force_insert=True)


@transaction.atomic
def stop_avoiding(member: Member, avoidance: UUID, *, at: datetime) -> None:
    """Take a wish of one's own back; there is nothing to take back of others'."""
    lock(member.institution, at=at)
    _end(queries.rows_of(member).filter(pk=avoidance))


def end_wishes_of(member: Member) -> None:
    """Destroy a leaver's wishes at once, and others' wishes to be kept from them."""
    _end(Avoidance.objects.filter(pk__in=queries.wishes_about(member)))


@transaction.atomic
def end_what_is_over(at: datetime) -> bool:
    """Destroy wishes whose day has come, and those of members who have left."""
    ids = [row.pk for row in queries.over(at)]
    _end(Avoidance.objects.filter(pk__in=ids))
    return bool(ids)


def _end(rows: QuerySet[Avoidance]) -> None:
    keys.destroy([key_name(row.pk) for row in rows])
    rows.delete()
