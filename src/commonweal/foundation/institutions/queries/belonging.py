"""Which institutions there are, under which charters, and who belongs to them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import CharField, DateTimeField, Q, QuerySet, UUIDField

from commonweal.foundation.institutions.access.origins import counting
from commonweal.foundation.institutions.charters import (
    charter_of,
    charters_in_force,
    readable,
    text_in_force,
)
from commonweal.foundation.institutions.models import (
    CharterVersion,
    Institution,
    Member,
)
from commonweal.foundation.people.models import Person
from commonweal.foundation.prepared import Given, Prepared
from commonweal.foundation.waiting import Duty, due_along, due_by
from commonweal.rules.charters.charter import Charter


@dataclass(frozen=True, slots=True)
class Membership:
    """A person's belonging, with the institution and the charter in force there."""

    institution: Institution
    member: Member
    charter: Charter


class Entrance(NamedTuple):
    """An institution as somebody comes to it, and what is due there by then."""

    institution: Institution
    charter: Charter
    member: Member | None
    due: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class PublicInstitution:
    """An institution that strangers may know of."""

    institution: Institution
    charter: Charter


@dataclass(frozen=True, slots=True)
class ReadVersion:
    """One version of a charter, read."""

    number: int
    in_force_at: datetime
    decision_id: UUID | None
    charter: Charter


def institution_at(address: str) -> Institution | None:
    """Find the institution with this web address."""
    return Institution.objects.filter(address=address.lower()).first()


def every_institution() -> QuerySet[Institution]:
    """Give every institution on this node, for work that spans them all."""
    return Institution.objects.order_by("address")


def entrance(address: str, person: Person | None, *, at: datetime) -> Entrance | None:
    """Find an institution, its charter and a person's membership, mostly at once."""
    values = {"address": address.lower(), "person": person, "at": at}
    if person is not None:
        member = _members_entrance.first(values)
        if member is not None:
            charter = charter_of(member.charter)
            return Entrance(member.institution, charter, member, due_by(member))
    found = _strangers_entrance.first(values)
    if found is None:
        return None
    return Entrance(found, charter_of(found.charter), None, due_by(found))


_AT = Given("at", DateTimeField())
_ADDRESS = Given("address", CharField())


@Prepared
def _members_entrance() -> QuerySet[Any, Any]:
    return (
        belonging(_AT)
        .filter(institution__address=_ADDRESS, person=Given("person", UUIDField()))
        .select_related("institution")
        .annotate(
            charter=text_in_force("institution_id", at=_AT),
            **due_along("institution_id", at=_AT),
        )[:1]
    )


@Prepared
def _strangers_entrance() -> QuerySet[Any, Any]:
    there = Institution.objects.filter(address=_ADDRESS)
    return there.annotate(
        charter=text_in_force("id", at=_AT), **due_along("pk", at=_AT)
    )[:1]


def public_institutions(
    *, at: datetime, after: str = "", limit: int | None = None
) -> tuple[PublicInstitution, ...]:
    """List those whose charters are public, by web address, from after one of these."""
    there = Institution.objects.filter(
        Q(dissolved_at=None) | Q(dissolved_at__gt=at),
        Q(face_hidden_until=None) | Q(face_hidden_until__lte=at),
        founded_at__lte=at,
    ).order_by("address")
    found: list[PublicInstitution] = []
    rows = list(there.filter(address__gt=after)[:limit])
    while rows and (limit is None or len(found) < limit):
        charters = charters_in_force([row.id for row in rows], at=at)
        found += [
            PublicInstitution(row, charters[row.id])
            for row in rows
            if row.id in charters and "charter" in charters[row.id].public
        ]
        rows = list(there.filter(address__gt=rows[-1].address)[:limit])
    return tuple(found[:limit])


def charter_versions(
    institution: Institution, *, at: datetime
) -> tuple[ReadVersion, ...]:
    """Read every version of the charter that has been in force, oldest first."""
    rows = CharterVersion.objects.filter(
        institution=institution, in_force_at__lte=at
    ).order_by("in_force_at", "number")
    return tuple(
        ReadVersion(row.number, row.in_force_at, row.decision_id, charter_of(row.text))
        for row in rows
    )


def members(
    institution: Institution | Given, *, at: datetime | Given
) -> QuerySet[Member]:
    """Give those who belong at `at`, by name."""
    return belonging(at).filter(institution=institution).order_by("name", "id")


def everybody(institution: Institution, *, at: datetime) -> list[Member]:
    """Give those who belong at `at`, by name, for a list of all of them."""
    found = _everybody.rows({"institution": institution, "at": at})
    for one in found:
        one.institution = institution
    return found


@Prepared
def _everybody() -> QuerySet[Member]:
    here = belonging(_AT).filter(institution=Given("institution", UUIDField()))
    return here.order_by("name", "id")


def those_who_count(
    institution: Institution | Given, *, at: datetime | Given
) -> QuerySet[Member]:
    """Give those who belong and need nobody, or nobody more, to say they know them."""
    return members(institution, at=at).filter(counting(at))


def member_of(
    institution: Institution, person: Person | None, *, at: datetime
) -> Member | None:
    """Find a person's membership here, if they have one at `at`."""
    if person is None:
        return None
    return _membership.first({"institution": institution, "person": person, "at": at})


@Prepared
def _membership() -> QuerySet[Member]:
    here = belonging(_AT).filter(institution=Given("institution", UUIDField()))
    return here.filter(person=Given("person", UUIDField())).order_by("pk")[:1]


def is_last(member: Member, *, at: datetime) -> bool:
    """Say whether the institution ends when this member leaves it."""
    others = belonging(at).filter(institution=member.institution_id)
    return not others.filter(person__isnull=False).exclude(pk=member.pk).exists()


def memberships_of(person: Person, *, at: datetime) -> tuple[Membership, ...]:
    """Give all that a person belongs to, the oldest membership first."""
    rows = _memberships.rows({"person": person, "at": at})
    texts = [(row.institution_id, row.charter) for row in rows if row.charter]
    charters = dict(readable(texts))
    return tuple(
        Membership(row.institution, row, charters[row.institution_id])
        for row in rows
        if row.institution_id in charters
    )


@Prepared
def _memberships() -> QuerySet[Any, Any]:
    mine = belonging(_AT).filter(person=Given("person", UUIDField()))
    along = mine.select_related("institution").order_by("joined_at", "id")
    return along.annotate(charter=text_in_force("institution_id", at=_AT))


def belonging(at: datetime | Given) -> QuerySet[Member]:
    """Give those who belong to whatever institution at `at`."""
    return Member.objects.filter(Q(left_at=None) | Q(left_at__gt=at), joined_at__lte=at)


def names_of(institution: Institution, ids: Collection[UUID]) -> dict[UUID, str]:
    """Give the names of members by id; a member who has left has an empty one."""
    rows = Member.objects.filter(institution=institution, id__in=ids)
    return dict(rows.values_list("id", "name"))
