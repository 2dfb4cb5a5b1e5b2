"""What can be read of an institution: who belongs, who may vote, what it stands by."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Count, F, Q, QuerySet

from commonweal.foundation.codes import digest
from commonweal.foundation.institutions.charters import (
    charter_in_force as charter_in_force,
)
from commonweal.foundation.institutions.charters import (
    charter_of,
    charters_in_force,
    text_in_force,
)
from commonweal.foundation.institutions.models import (
    CharterVersion,
    Institution,
    Invitation,
    Member,
    OfficeHolding,
    Roll,
    RollEntry,
    Statement,
)
from commonweal.foundation.people.models import Person
from commonweal.rules.charters.charter import Charter
from commonweal.rules.voting.franchise import Franchise, may_be_on_roll
from commonweal.rules.voting.roll import leaf


@dataclass(frozen=True, slots=True)
class Membership:
    """A person's belonging, with the institution and the charter in force there."""

    institution: Institution
    member: Member
    charter: Charter


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


@dataclass(frozen=True, slots=True)
class RollCount:
    """How many would be on a roll, and how many of them have not fallen dormant."""

    size: int
    active: int


@dataclass(frozen=True, slots=True)
class RollProof:
    """What a member needs to check that they are on a roll, and nobody was added."""

    salt: bytes
    leaves: tuple[str, ...]


def institution_at(address: str) -> Institution | None:
    """Find the institution with this web address."""
    return Institution.objects.filter(address=address.lower()).first()


def every_institution() -> QuerySet[Institution]:
    """Give every institution on this node, for work that spans them all."""
    return Institution.objects.order_by("address")


def entrance(
    address: str, person: Person | None, *, at: datetime
) -> tuple[Institution, Charter, Member | None] | None:
    """Find an institution, its charter and a person's membership, mostly at once."""
    address = address[:60].lower()
    if person is not None:
        member = (
            _belonging(at)
            .filter(institution__address=address, person=person)
            .select_related("institution")
            .annotate(charter=text_in_force("institution_id", at=at))
            .first()
        )
        if member is not None:
            return member.institution, charter_of(member.charter), member
    there = Institution.objects.filter(address=address)
    found = there.annotate(charter=text_in_force("id", at=at)).first()
    return (found, charter_of(found.charter), None) if found else None


def public_institutions(*, at: datetime) -> tuple[PublicInstitution, ...]:
    """List the institutions whose charters are public, by web address."""
    there = Institution.objects.filter(
        Q(dissolved_at=None) | Q(dissolved_at__gt=at), founded_at__lte=at
    ).order_by("address")
    rows = list(there)
    charters = charters_in_force([row.id for row in rows], at=at)
    return tuple(
        PublicInstitution(row, charters[row.id])
        for row in rows
        if "charter" in charters[row.id].public
    )


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


def members(institution: Institution, *, at: datetime) -> QuerySet[Member]:
    """Give those who belong at `at`, by name."""
    return _belonging(at).filter(institution=institution).order_by("name", "id")


def member_of(
    institution: Institution, person: Person | None, *, at: datetime
) -> Member | None:
    """Find a person's membership here, if they have one at `at`."""
    if person is None:
        return None
    return _belonging(at).filter(institution=institution, person=person).first()


def memberships_of(person: Person, *, at: datetime) -> tuple[Membership, ...]:
    """Give all that a person belongs to, the oldest membership first."""
    rows = list(
        _belonging(at)
        .filter(person=person)
        .select_related("institution")
        .order_by("joined_at", "id")
    )
    charters = charters_in_force([row.institution_id for row in rows], at=at)
    return tuple(
        Membership(row.institution, row, charters[row.institution_id]) for row in rows
    )


def _belonging(at: datetime) -> QuerySet[Member]:
    return Member.objects.filter(Q(left_at=None) | Q(left_at__gt=at), joined_at__lte=at)


def names_of(institution: Institution, ids: Collection[UUID]) -> dict[UUID, str]:
    """Give the names of members by id; a member who has left has an empty one."""
    rows = Member.objects.filter(institution=institution, id__in=ids)
    return dict(rows.values_list("id", "name"))


def is_dormant(member: Member, charter: Charter, *, at: datetime) -> bool:
    """Say whether a member has been silent for as long as the charter allows."""
    limit = last_day_counted_dormant(charter, at=at)
    return limit is not None and member.last_active_on <= limit


def last_day_counted_dormant(charter: Charter, *, at: datetime) -> date | None:
    """Give the day such that whoever was last active by then is dormant at `at`.

    Silence counts in whole days at the institution's place, and the days of notice
    come on top.
    """
    activity = charter.activity
    if activity.dormant_after_days is None:
        return None
    today = at.astimezone(ZoneInfo(charter.time_zone)).date()
    return today - timedelta(days=activity.dormant_after_days + activity.notice_days)


def eligible(
    institution: Institution,
    franchise: Franchise,
    *,
    noticed_at: datetime,
    at: datetime,
) -> tuple[Member, ...]:
    """List the members whom this franchise lets onto a roll, by id."""
    charter = charter_in_force(institution, at=at)
    rows = members(institution, at=at).filter(member_class__in=franchise.classes)
    return tuple(
        member
        for member in rows.order_by("id")
        if may_be_on_roll(
            franchise,
            member_class=member.member_class,
            joined_at=member.joined_at,
            noticed_at=noticed_at,
            suspended=False,
            dormant=is_dormant(member, charter, at=at),
        )
    )


def roll_count(
    institution: Institution, franchise: Franchise, *, at: datetime
) -> RollCount:
    """Count a roll as it would be if notice were given now, without listing it.

    The same members as `eligible` gives; a test holds the two together.
    """
    limit = last_day_counted_dormant(charter_in_force(institution, at=at), at=at)
    dormant = Q(last_active_on__lte=limit) if limit else Q(pk__in=[])
    rows = members(institution, at=at).filter(member_class__in=franchise.classes)
    if franchise.joined_days_before:
        rows = rows.filter(
            joined_at__lte=at - timedelta(days=franchise.joined_days_before)
        )
    counts = rows.order_by().aggregate(
        size=Count("id"), active=Count("id", filter=~dormant)
    )
    size = counts["active"] if franchise.active_only else counts["size"]
    return RollCount(size, counts["active"])


def leaves_of(roll: Roll) -> tuple[str, ...]:
    """Give the leaves of a roll, in their own order, which says nothing."""
    rows = RollEntry.objects.filter(institution=roll.institution_id, roll=roll)
    return tuple(
        sorted(
            leaf(bytes(salt), str(member))
            for salt, member in rows.values_list("salt", "member_id")
        )
    )


def roll_proof(roll: Roll, member: Member) -> RollProof | None:
    """Give a member what proves that they are on a roll, or nothing if they are not."""
    mine = RollEntry.objects.filter(
        institution=roll.institution_id, roll=roll, member=member
    ).first()
    return RollProof(bytes(mine.salt), leaves_of(roll)) if mine else None


def officers(institution: Institution, *, at: datetime) -> QuerySet[OfficeHolding]:
    """Give who holds which office at `at`, with the member who holds it."""
    return (
        OfficeHolding.objects.filter(
            Q(holder__left_at=None) | Q(holder__left_at__gt=at),
            institution=institution,
            from_at__lte=at,
            until_at__gt=at,
        )
        .select_related("holder")
        .order_by("office", "holder__name")
    )


def statements(institution: Institution, *, at: datetime) -> QuerySet[Statement]:
    """Give what the institution stands by, the newest first."""
    rows = Statement.objects.filter(institution=institution, adopted_at__lte=at)
    return rows.order_by("-decided_on", "-adopted_at", "title")


def invitation_by_code(code: str) -> Invitation | None:
    """Find an invitation by its code, as typed; known or not, it is one look-up."""
    return (
        Invitation.objects.filter(code_digest=digest("invitation", code))
        .select_related("institution", "for_member")
        .first()
    )


def invitations_of(institution: Institution, *, at: datetime) -> QuerySet[Invitation]:
    """Give the invitations that still open the door, the newest first."""
    return (
        Invitation.objects.filter(
            Q(max_uses=0) | Q(uses__lt=F("max_uses")),
            institution=institution,
            made_at__lte=at,
            expires_at__gt=at,
            revoked_at=None,
        )
        .select_related("invited_by", "for_member")
        .order_by("-made_at", "id")
    )
