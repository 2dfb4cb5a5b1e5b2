"""Who would be on a roll, who has fallen dormant, and what proves a frozen roll."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Count, Q
from django.db.models.functions import Coalesce

from commonweal.foundation.institutions.access.offices import holders
from commonweal.foundation.institutions.charters import charter_in_force
from commonweal.foundation.institutions.models import (
    Institution,
    Member,
    Roll,
    RollEntry,
)
from commonweal.foundation.institutions.queries.belonging import (
    those_who_count,
)
from commonweal.rules.belonging.changing import counts_since
from commonweal.rules.charters.charter import Charter
from commonweal.rules.verdict import Verdict
from commonweal.rules.voting.franchise import (
    Franchise,
    keeps_vote,
    may_be_on_roll,
    may_in_office,
)
from commonweal.rules.voting.roll import leaf


@dataclass(frozen=True, slots=True)
class RollCount:
    """How many would be on a roll, and how many of them have not fallen dormant."""

    size: int
    active: int


@dataclass(frozen=True, slots=True)
class Announced:
    """By which charter, and whose vote by it, a vote was announced."""

    charter: Charter
    franchise: Franchise


@dataclass(frozen=True, slots=True)
class RollProof:
    """What a member needs to check that they are on a roll, and nobody was added."""

    salt: bytes
    leaves: tuple[str, ...]


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
    announced: Announced | None = None,
) -> tuple[Member, ...]:
    """List the members whom this franchise lets onto a roll, by id.

    Who was put on the list belongs since the day they came themselves: otherwise a
    place kept empty for long would vote at once, whoever takes it. Who came by an open
    invitation is on none until members have said that they know them. Who could vote
    when it was `announced` still can, unless they left.
    """
    today = Announced(charter_in_force(institution, at=at), franchise)
    then = today if announced is None else announced
    rows = those_who_count(institution, at=at)
    rows = rows.filter(member_class__in=franchise.classes | then.franchise.classes)
    is_changed, found = then != today, []
    held = {
        one.franchise.office: holders(institution.pk, one.franchise.office, at=at)
        for one in (today, then)
        if one.franchise.office
    }
    for member in rows.order_by("id"):
        may_today = _may_vote_by(today, member, held, noticed_at=noticed_at, at=at)
        may_then = may_today
        if is_changed:
            may_then = _may_vote_by(then, member, held, noticed_at=noticed_at, at=at)
        belonged = _came_at(member, then.franchise) <= noticed_at
        if keeps_vote(today=may_today, announced=may_then, belonged=belonged):
            found.append(member)
    return tuple(found)


def _may_vote_by(
    by: Announced,
    member: Member,
    held: Mapping[str, frozenset[UUID]],
    *,
    noticed_at: datetime,
    at: datetime,
) -> Verdict:
    in_office = member.pk in held.get(by.franchise.office, ())
    by_office = may_in_office(by.franchise, holds=in_office)
    return by_office and may_be_on_roll(
        by.franchise,
        member_class=member.member_class,
        joined_at=_came_at(member, by.franchise),
        noticed_at=noticed_at,
        suspended=False,
        dormant=is_dormant(member, by.charter, at=at),
    )


def _came_at(member: Member, franchise: Franchise) -> datetime:
    return counts_since(
        member.taken_up_at or member.joined_at,
        first_class=member.first_class,
        class_since=member.class_since,
        classes=franchise.classes,
    )


def roll_count(
    institution: Institution, franchise: Franchise, *, at: datetime
) -> RollCount:
    """Count a roll as it would be if notice were given now, without listing it.

    The same members as `eligible` gives; a test holds the two together.
    """
    limit = last_day_counted_dormant(charter_in_force(institution, at=at), at=at)
    dormant = Q(last_active_on__lte=limit) if limit else Q(pk__in=[])
    rows = those_who_count(institution, at=at)
    rows = rows.filter(member_class__in=franchise.classes)
    if franchise.office:
        rows = rows.filter(pk__in=holders(institution.pk, franchise.office, at=at))
    if franchise.joined_days_before:
        since = at - timedelta(days=franchise.joined_days_before)
        rows = rows.alias(came_at=Coalesce("taken_up_at", "joined_at"))
        rows = rows.filter(came_at__lte=since)
        rows = rows.filter(
            Q(class_since=None)
            | Q(class_since__lte=since)
            | Q(first_class__in=franchise.classes)
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


def salt_on(roll: Roll, member: Member) -> bytes | None:
    """Give a member's own salt on a roll, or nothing if they are not on it."""
    entries = RollEntry.objects.filter(
        institution=roll.institution_id, roll=roll, member=member
    )
    salt = entries.values_list("salt", flat=True).first()
    return None if salt is None else bytes(salt)


def roll_proof(roll: Roll, member: Member) -> RollProof | None:
    """Give a member what proves that they are on a roll, or nothing if they are not."""
    salt = salt_on(roll, member)
    return None if salt is None else RollProof(salt, leaves_of(roll))
