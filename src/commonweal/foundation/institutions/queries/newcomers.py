"""Who waits for members to say that they know them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from commonweal.foundation.institutions.access import (
    knew_again,
    may_confirm,
    needed_again,
    origins_of,
)
from commonweal.foundation.institutions.models import (
    Confirmation,
    Institution,
    Member,
)
from commonweal.foundation.institutions.queries.belonging import members
from commonweal.rules.charters.charter import Charter


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who waits to be known, who invited them, and who knows them already.

    `is_back` says whether their place was given back to them; then those count who
    know them since, of as many as are `needed`.
    """

    member: Member
    invited_by: str
    known_to: tuple[str, ...]
    needed: int = 0
    is_back: bool = False


def newcomers_who_wait(
    institution: Institution, *, at: datetime, among: Iterable[Member] | None = None
) -> tuple[Newcomer, ...]:
    """List who waits for members to say that they know them, by name.

    `among` are all who belong, where the caller has read them.
    """
    if among is None:
        waits = Q(confirmers_needed__gt=0) | Q(back_at__isnull=False)
        among = members(institution, at=at).filter(waits)
    return _told(institution, [one for one in among if not one.counts(at)], at=at)


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
    return _told(institution, sorted(unknown, key=lambda one: one.counts(at)), at=at)


def _told(
    institution: Institution, waiting: list[Member], *, at: datetime
) -> tuple[Newcomer, ...]:
    if not waiting:
        return ()
    ids = [one.pk for one in waiting]
    origins = origins_of(institution, ids)
    said = _said_for(institution, ids)
    inviters = {one.invited_by for one in origins.values() if one.invited_by}
    names = _names(institution, inviters)
    return tuple(
        _back(one)
        if one.waits_anew(at)
        else Newcomer(
            one,
            names.get(origins[one.pk].invited_by, ""),
            said.get(one.pk, ()),
            one.confirmers_needed,
        )
        for one in waiting
    )


def _back(member: Member) -> Newcomer:
    """Give somebody whose place was given back, with those who know them since."""
    knew = Member.objects.filter(
        institution=member.institution_id, pk__in=knew_again(member)
    )
    names = tuple(knew.order_by("name", "id").values_list("name", flat=True))
    return Newcomer(member, "", names, needed_again(member), is_back=True)


def say_they_know(member: Member, *, at: datetime) -> tuple[int, int]:
    """Count who has said so far that they know this member, and who has to."""
    if member.waits_anew(at):
        return len(knew_again(member)), needed_again(member)
    said = Confirmation.objects.filter(member=member).count()
    return said, member.confirmers_needed


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
