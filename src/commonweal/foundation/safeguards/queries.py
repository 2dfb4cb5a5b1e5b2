"""Who may be brought together, and what a member asked for themselves."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from commonweal.foundation.institutions.models import Member
from commonweal.foundation.keys.queries import InUse, opened
from commonweal.foundation.rows import Identified
from commonweal.foundation.safeguards.models import Avoidance
from commonweal.foundation.safeguards.naming import (
    about,
    key_name,
    owner_digest,
    pair_digest,
)
from commonweal.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class OwnAvoidance:
    """A wish to keep apart as its owner sees it."""

    id: UUID
    name: str
    until: date


def those_who_may_meet[One: Identified](
    one: Identified, among: Sequence[One]
) -> list[One]:
    """Leave out whom a member is not to be brought together with, without a word.

    For whoever brings people together by itself: a draw, a rota, a list to choose from.
    """
    digests = {other.id: pair_digest(one, other) for other in among}
    there = Avoidance.objects.filter(pair_digest__in=list(digests.values()))
    apart = set(there.values_list("pair_digest", flat=True))
    return [other for other in among if digests[other.id] not in apart]


def own(member: Member) -> tuple[OwnAvoidance, ...]:
    """List whom a member asked not to be brought together with."""
    rows = list(rows_of(member).order_by("destroy_on", "id"))
    others = {row.id: UUID(parties(row)["other"]) for row in rows}
    there = Member.objects.in_bulk(list(others.values()))
    return tuple(
        OwnAvoidance(row.id, found.name, row.destroy_on)
        for row in rows
        if (found := there.get(others[row.id]))
    )


def rows_of(member: Member) -> QuerySet[Avoidance]:
    """Give a member's own wishes as they are kept."""
    return Avoidance.objects.filter(owner_digest=owner_digest(member))


def parties(row: Avoidance) -> dict[str, str]:
    """Open a wish: the ids of who asked and of the other."""
    told: dict[str, str] = json.loads(opened(row.sealed, about=about(row.id)))
    return told


def wishes_about(member: Member) -> list[UUID]:
    """Find the wishes in which a member is one of the two, whoever asked."""
    here = Avoidance.objects.filter(institution=member.institution_id)
    return [row.pk for row in here if _is_about(row, member)]


def _is_about(row: Avoidance, member: Member) -> bool:
    try:
        return str(member.pk) in parties(row).values()
    except Refused:
        # Its key is gone, and so is whatever it said.
        return False


def over(at: datetime) -> list[Avoidance]:
    """Find the wishes whose day has come, and those of whom one has left."""
    past = list(Avoidance.objects.filter(destroy_on__lte=at.date()))
    return past + [
        row
        for row in Avoidance.objects.exclude(destroy_on__lte=at.date())
        if _has_left(row, at)
    ]


def _has_left(row: Avoidance, at: datetime) -> bool:
    ids = list(parties(row).values())
    here = Member.objects.filter(pk__in=ids, left_at=None) | Member.objects.filter(
        pk__in=ids, left_at__gt=at
    )
    return here.count() < len(ids)


def keys_in_use() -> Iterator[InUse]:
    """Name the keys by which wishes to be kept apart are sealed."""
    for wish in Avoidance.objects.order_by("id").values_list("id", flat=True):
        yield InUse(key_name(wish))
