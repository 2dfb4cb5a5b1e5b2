"""Who can be sent, who was, and whose seat somebody holds."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from commonweal.capabilities.confederation.models import ConfederalDeed
from commonweal.capabilities.confederation.queries.bodies import Sent, seats_of
from commonweal.foundation.institutions.models import (
    Institution,
    Member,
    OfficeHolding,
)
from commonweal.foundation.institutions.queries import member_of, members
from commonweal.rules.confederation.seats import Served, may_be_sent
from commonweal.rules.confederation.terms import Pact
from commonweal.rules.verdict import Verdict


def members_to_send(
    body: Institution, chosen: Sequence[UUID], *, at: datetime
) -> tuple[Member, ...]:
    """Give those of the chosen who belong to the body, count there, and sign in."""
    there = members(body, at=at).filter(pk__in=chosen, person__isnull=False)
    by_id = {one.pk: one for one in there if one.counts(at)}
    return tuple(by_id[one] for one in chosen if one in by_id)


def may_be_sent_by(
    whole: Institution, body: Institution, pact: Pact, member: Member, *, at: datetime
) -> Verdict:
    """Let a member be sent who carries no other mandate here."""
    assert member.person is not None, "whoever is sent signs in"
    there = member_of(whole, member.person, at=at)
    held = seat_held_by(whole, there, at=at)
    return may_be_sent(
        pact.delegates,
        str(there.pk) if there else "",
        served=_served(whole, body),
        sent_by_others=held is not None and held.body != body.pk,
        holds_office=there is not None and _holds_office(there, at=at),
        at=at,
    )


def _served(whole: Institution, body: Institution) -> tuple[Served, ...]:
    rows = ConfederalDeed.objects.filter(institution=whole, body=body.pk, deed="sent")
    return tuple(
        Served(str(row.who_id), row.done_at, datetime.fromisoformat(row.facts["until"]))
        for row in rows
    )


def _holds_office(member: Member, *, at: datetime) -> bool:
    held = OfficeHolding.objects.filter(holder=member, from_at__lte=at, until_at__gt=at)
    return held.exists()


def seat_held_by(
    whole: Institution, member: Member | None, *, at: datetime
) -> Sent | None:
    """Give the seat that a member of the confederation speaks from now."""
    if member is None:
        return None
    there = (one for one in seats_of(whole, at=at) if one.holder == member.pk)
    return next(there, None)


def seats_in_line(
    whole: Institution, member: Member, *, at: datetime
) -> tuple[Sent, ...]:
    """Give the seats that somebody holds or may step into, those they hold first."""
    who = str(member.pk)
    there = [
        one
        for one in seats_of(whole, at=at)
        if who in one.seat.line and who not in one.seat.out
    ]
    return tuple(sorted(there, key=lambda one: one.holder != member.pk))


def seats_held(
    whole: Institution, body: Institution, *, at: datetime
) -> dict[str, str]:
    """Name the delegates of a body who hold a seat or may step in, by their ids."""
    ids = {
        UUID(one)
        for sent in seats_of(whole, at=at)
        if sent.body == body.pk
        for one in sent.seat.line
        if one not in sent.seat.out
    }
    there = Member.objects.filter(institution=whole, pk__in=ids).order_by("name")
    return {str(one.pk): one.name for one in there}


def seats_with(
    whole: Institution, body: UUID, delegate: str, *, at: datetime
) -> list[Sent]:
    """Give the seats of a body in whose line somebody stands."""
    return [
        one
        for one in seats_of(whole, at=at)
        if one.body == body and delegate in one.seat.line
    ]


def ever_sent(whole: Institution) -> list[Member]:
    """Give everybody who was ever sent, or named to step in."""
    rows = ConfederalDeed.objects.filter(institution=whole, deed="sent")
    ids = {str(row.who_id) for row in rows}
    ids |= {one for row in rows for one in row.facts["alternates"]}
    return list(Member.objects.filter(institution=whole, pk__in=ids).order_by("pk"))
