"""A body fills its seats and takes them back, each by a decision of its own."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from commonweal.capabilities.confederation import queries
from commonweal.capabilities.confederation.actions.belonging import locked
from commonweal.capabilities.confederation.actions.delegates import (
    keep_to_seats,
    waiting_class,
)
from commonweal.capabilities.confederation.actions.noting import Doing, note
from commonweal.foundation.institutions.actions.founding import (
    founding_class,
    new_member,
    take_place,
)
from commonweal.foundation.institutions.charters import Terms, charter_in_force
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import member_of
from commonweal.foundation.journal import actions as journal
from commonweal.rules.confederation.seats import term_ends
from commonweal.rules.verdict import require


@transaction.atomic
def send(
    institution: Institution, *, terms: Terms, decision: UUID, at: datetime
) -> None:
    """Fill our seats, one delegate a seat; whoever is named besides may step in."""
    whole = locked(terms, at=at)
    require(queries.may_send(institution, terms, at))
    charter = charter_in_force(whole, at=at)
    assert charter.pact is not None
    named = queries.ids_in(terms, "alternates")
    others = queries.members_to_send(institution, named, at=at)
    waiting = waiting_class(charter)
    alternates = [str(_as_member(whole, one, waiting, at=at).pk) for one in others]
    until = term_ends(charter.pact.delegates, at=at, zone=charter.time_zone)
    facts = {"until": until.isoformat(), "alternates": alternates}
    sent = queries.ids_in(terms, "delegates")
    for seat, one in enumerate(queries.members_to_send(institution, sent, at=at), 1):
        who = _as_member(whole, one, founding_class(charter), at=at)
        doing = Doing(
            "sent", institution.pk, seat=seat, who=who, facts=facts, decision=decision
        )
        note(whole, doing, at=at)
    _empty(whole, institution.pk, beyond=len(sent), decision=decision, at=at)
    keep_to_seats(whole, at=at)


def _empty(
    whole: Institution, body: UUID, *, beyond: int, decision: UUID, at: datetime
) -> None:
    """Take back the seats for which nobody was named: those sent are all there are."""
    for one in queries.seats_of(whole, at=at):
        if one.body != body or one.number <= beyond:
            continue
        for who in Member.objects.filter(institution=whole, pk__in=one.seat.line):
            doing = Doing("recalled", body, seat=one.number, who=who, decision=decision)
            note(whole, doing, at=at)


def _as_member(
    whole: Institution, sent: Member, member_class: str, *, at: datetime
) -> Member:
    """Give somebody's place in the confederation, where they go by the same name."""
    assert sent.person is not None, "whoever is sent signs in"
    there = member_of(whole, sent.person, at=at)
    if there is not None:
        return there
    charter = charter_in_force(whole, at=at)
    member = new_member(
        whole, charter, name=sent.name, member_class=member_class, at=at
    )
    member.taken_up_at, whose = at, take_place(member, sent.person)
    member.save()
    journal.record(
        "joined",
        by=member,
        about=member,
        at=at,
        words={"name": member.name},
        facts={"member_class": member.member_class, "person": whose},
    )
    return member


@transaction.atomic
def call_home(
    institution: Institution, *, terms: Terms, decision: UUID, at: datetime
) -> None:
    """Take every seat of ours back from somebody; whoever stands in speaks at once."""
    whole = locked(terms, at=at)
    require(queries.may_call_home(institution, terms, at))
    delegate = str(terms["delegate"])
    who = Member.objects.get(institution=whole, pk=delegate)
    for sent in queries.seats_with(whole, institution.pk, delegate, at=at):
        doing = Doing(
            "recalled", institution.pk, seat=sent.number, who=who, decision=decision
        )
        note(whole, doing, at=at)
    keep_to_seats(whole, at=at)


@transaction.atomic
def give_back(member: Member, *, at: datetime) -> None:
    """Give one's seats back."""
    whole = locked({"confederation": member.institution_id}, at=at)
    held = queries.seat_held_by(whole, member, at=at)
    require(queries.may_give_back(held))
    assert held is not None
    for sent in queries.seats_with(whole, held.body, str(member.pk), at=at):
        doing = Doing("gave_seat_back", sent.body, seat=sent.number, who=member)
        note(whole, doing, by=member, at=at)
    keep_to_seats(whole, at=at)
