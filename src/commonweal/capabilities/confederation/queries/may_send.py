"""Whether a body may fill its seats, and take them back."""

from datetime import datetime

from commonweal.capabilities.confederation.queries.bodies import Sent, standing_of
from commonweal.capabilities.confederation.queries.seats import (
    may_be_sent_by,
    members_to_send,
    seats_held,
)
from commonweal.capabilities.confederation.queries.terms import (
    NO_CONFEDERATION,
    ids_in,
    whole_in,
)
from commonweal.foundation.institutions.charters import Terms
from commonweal.foundation.institutions.models import (
    Institution,
)
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

# How many may step in for a seat.
ALTERNATES = 2


def may_send(institution: Institution, terms: Terms, at: datetime) -> Verdict:
    """Let a body that is in fill its seats with members of its own who can sign in."""
    found = whole_in(terms, at)
    if found is None:
        return NO_CONFEDERATION
    whole, pact = found
    if not standing_of(whole, institution.pk, at=at).is_in:
        return refused("body_is_not_in")
    chosen, others = ids_in(terms, "delegates"), ids_in(terms, "alternates")
    seats = pact.delegates.seats
    if not 1 <= len(set(chosen)) <= seats or len(set(chosen)) != len(chosen):
        return refused("seats_to_fill", seats=seats, chosen=len(chosen))
    if set(chosen) & set(others):
        return refused("alternate_is_delegate")
    if len(set(others)) > ALTERNATES * seats:
        facts = {"most": ALTERNATES * seats, "chosen": len(set(others))}
        return refused("alternates_too_many", **facts)
    people = members_to_send(institution, (*chosen, *others), at=at)
    if len(people) < len(set(chosen) | set(others)):
        return refused("delegate_cannot_sign_in")
    return first_refusal(
        *(
            may_be_sent_by(whole, institution, pact, one, at=at)
            for one in people
            if one.pk in chosen
        )
    )


def may_call_home(institution: Institution, terms: Terms, at: datetime) -> Verdict:
    """Let a body take a seat of its own back, at any time."""
    found = whole_in(terms, at)
    if found is None:
        return NO_CONFEDERATION
    whole = found.institution
    held = seats_held(whole, institution, at=at)
    return (
        ALLOWED if str(terms.get("delegate")) in held else refused("not_our_delegate")
    )


def may_give_back(held: Sent | None) -> Verdict:
    """Let whoever holds a seat give it back."""
    return refused("holds_no_seat") if held is None else ALLOWED
