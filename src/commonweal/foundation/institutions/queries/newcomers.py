"""Who waits for members to say that they know them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from commonweal.foundation.institutions.access import may_confirm, origins_of
from commonweal.foundation.institutions.models import (
    Confirmation,
    Institution,
    Member,
)
from commonweal.foundation.institutions.queries.belonging import members
from commonweal.rules.charters.charter import Charter


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who waits to be known, who invited them, and who knows them already."""

    member: Member
    invited_by: str
    known_to: tuple[str, ...]


def newcomers_who_wait(
    institution: Institution, *, at: datetime, among: Iterable[Member] | None = None
) -> tuple[Newcomer, ...]:
    """List who waits for members to say that they know them, by name.

    `among` are all who belong, where the caller has read them.
    """
    if among is None:
        among = members(institution, at=at).filter(confirmers_needed__gt=0)
    return _told(institution, [one for one in among if not one.counts(at)])


def not_known_yet(institution: Institution, *, at: datetime) -> tuple[Newcomer, ...]:
    """List of whom nobody has said that they know them, those who wait first.

    Of those who came by a door that others can come by too: their words add up with
    others' once somebody knows them.
    """
    there = list(members(institution, at=at).filter(person__isnull=False))
    origins = origins_of(institution, [one.pk for one in there])
    unknown = [
        one
        for one in there
        if not one.counts(at) or (origins[one.pk].door and not origins[one.pk].known_to)
    ]
    return _told(institution, sorted(unknown, key=lambda one: one.counts(at)))


def _told(institution: Institution, waiting: list[Member]) -> tuple[Newcomer, ...]:
    if not waiting:
        return ()
    ids = [one.pk for one in waiting]
    origins = origins_of(institution, ids)
    said = _said_for(institution, ids)
    inviters = {one.invited_by for one in origins.values() if one.invited_by}
    names = _names(institution, inviters)
    return tuple(
        Newcomer(one, names.get(origins[one.pk].invited_by, ""), said.get(one.pk, ()))
        for one in waiting
    )


def say_they_know(member: Member) -> int:
    """Count who has said so far that they know this member."""
    return Confirmation.objects.filter(member=member).count()


def newcomers_known_by(
    member: Member, charter: Charter, *, at: datetime
) -> tuple[Newcomer, ...]:
    """List of whom this member may still say that they know them."""
    return tuple(
        one
        for one in newcomers_who_wait(member.institution, at=at)
        if may_confirm(member, one.member, charter, at=at)
    )


def _said_for(
    institution: Institution, ids: Collection[UUID]
) -> dict[UUID, tuple[str, ...]]:
    rows = Confirmation.objects.filter(institution=institution, member__in=ids)
    said: dict[UUID, tuple[str, ...]] = {}
    for one in rows.select_related("said_by").order_by("said_at", "id"):
        said[one.member_id] = (*said.get(one.member_id, ()), one.said_by.name)
    return said


def _names(institution: Institution, ids: Collection[str]) -> dict[str, str]:
    rows = Member.objects.filter(institution=institution, pk__in=list(ids))
    return {str(id_): name for id_, name in rows.values_list("pk", "name")}
