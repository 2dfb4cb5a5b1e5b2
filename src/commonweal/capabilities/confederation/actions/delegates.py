"""Whoever is here by a seat is what the seat makes them, for as long as it does."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from commonweal.capabilities.confederation import queries
from commonweal.capabilities.confederation.actions.noting import Doing, note
from commonweal.capabilities.confederation.models import (
    Body,
    ConfederalDeed,
    NotAsked,
)
from commonweal.foundation.institutions.actions.changing import change_class
from commonweal.foundation.institutions.actions.founding import founding_class
from commonweal.foundation.institutions.actions.joining import take_out
from commonweal.foundation.institutions.charters import charter_in_force
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import member_of, members
from commonweal.foundation.people.models import Person
from commonweal.rules.charters.charter import Charter


def keep_to_seats(whole: Institution, *, at: datetime) -> None:
    """Let holders of seats vote, those who may step in listen, and others go.

    Whoever founded it stays until a body has sent somebody. The caller holds the lock.
    """
    _remember_due(whole, at=at)
    if not queries.ever_sent(whole):
        return
    charter = charter_in_force(whole, at=at)
    there = set(queries.bodies_in(whole, at=at))
    seats = [one for one in queries.seats_of(whole, at=at) if one.body in there]
    holders = {one.seat.holder for one in seats}
    in_line = {who for one in seats for who in one.seat.line if who not in one.seat.out}
    for member in members(whole, at=at):
        who = str(member.pk)
        if who not in in_line:
            take_out(member, at=at)
            continue
        fits = founding_class(charter) if who in holders else waiting_class(charter)
        if member.member_class != fits:
            because = {"seat": who in holders}
            change_class(member, member_class=fits, because=because, at=at)


def waiting_class(charter: Charter) -> str:
    """Give the class of whoever may step in: most rights of those without a vote."""
    waiting = [one for one in charter.classes if "vote" not in one.rights]
    if not waiting:
        return founding_class(charter)
    return max(waiting, key=lambda one: len(one.rights)).id


def give_up_seats(
    institution: Institution, member: Member, person: Person | None, *, at: datetime
) -> None:
    """Give back the seats of somebody who has left: a confederation, or their body."""
    NotAsked.objects.filter(member=member.pk).delete()
    if queries.pact_of(institution, at=at) is not None:
        _give_up(institution, member, at=at)
        return
    if person is None:
        return
    for whole in queries.confederations_of(institution.pk):
        there = member_of(whole, person, at=at)
        held = there and queries.seats_with(whole, institution.pk, str(there.pk), at=at)
        if there is not None and held:
            locked = lock(whole, at=at)
            _give_up(locked, there, at=at)
            keep_to_seats(locked, at=at)


def _give_up(whole: Institution, member: Member, *, at: datetime) -> None:
    who = str(member.pk)
    for sent in queries.seats_of(whole, at=at):
        if who in sent.seat.line and who not in sent.seat.out:
            note(
                whole,
                Doing("gave_seat_back", sent.body, seat=sent.number, who=member),
                at=at,
            )


def end_belonging(institution: Institution, *, at: datetime) -> None:
    """Let a body that ends belong nowhere any more, and be waited for nowhere."""
    for whole in queries.confederations_of(institution.pk):
        if whole.dissolved_at is None:
            locked = lock(whole, at=at)
            note(locked, Doing("ended", institution.pk), at=at)
            goes(locked, institution.pk, at=at)
            keep_to_seats(locked, at=at)


@transaction.atomic
def settle_bodies(institution: Institution, *, at: datetime) -> bool:
    """Let go whose notice or term is over; say whether there was anything."""
    whole = lock(institution, at=at)
    due = Body.objects.filter(institution=whole, next_due_at__lte=at)
    found = list(due.order_by("next_due_at", "pk"))
    there = queries.bodies_in(whole, at=at)
    for row in found:
        if row.body not in there:
            goes(whole, row.body, at=at)
    if found:
        keep_to_seats(whole, at=at)
    return bool(found)


def goes(whole: Institution, body: UUID, *, at: datetime) -> None:
    """Wait no longer for a body that is not there any more."""
    for read in queries.matters_of(whole, at=at):
        asked = read.now.asked if read.now.stage == "asking" else None
        if asked is not None and str(body) in asked.bases:
            went = ConfederalDeed.objects.filter(
                institution=whole, matter=read.matter, deed="went", body=body
            )
            if not went.exists():
                note(whole, Doing("went", body, read.matter), at=at)


def _remember_due(whole: Institution, *, at: datetime) -> None:
    """Note when something next happens by itself with each body and its seats."""
    standings = queries.standings(whole, at=at)
    seats = queries.seats_of(whole, at=at)
    for row in Body.objects.filter(institution=whole):
        now = standings.get(row.body)
        ends = [one.seat.until for one in seats if one.body == row.body]
        if now is not None and now.place == "leaving":
            ends.append(now.until)
        due = min((one for one in ends if one is not None and one > at), default=None)
        if row.next_due_at != due:
            Body.objects.filter(pk=row.pk).update(next_due_at=due)
