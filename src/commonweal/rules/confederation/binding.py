"""Whom a decision binds, and from when: nobody without the base's yes.

All, or only those who said yes, or all but those who stay out in time, as the pact has
it. Below a confederation that is bound, its own pact says who of its bodies is.
"""

from datetime import datetime

from commonweal.rules.confederation.bodies import Body, Union
from commonweal.rules.confederation.ratification import Said
from commonweal.rules.confederation.state import Case, Matter
from commonweal.rules.days import days_later
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import ALLOWED, Verdict, refused


def is_bound(case: Case, now: Matter, body: str, *, at: datetime) -> Verdict:
    """Say whether a decision is in force in a body at an instant, or why not.

    What is urgent binds all who were asked until it lapses. Refuses with
    `body_was_not_asked`, `matter_not_ratified`, `body_did_not_ratify`,
    `body_stayed_out`, or `body_can_stay_out` while it can.
    """
    union, found = now.union, now.said
    if union is None or found is None or body not in _all_in(union):
        return refused("body_was_not_asked")
    if now.holds_from is None or at < now.holds_from:
        return refused("matter_not_ratified")
    if now.holds_until is not None:
        return ALLOWED if at < now.holds_until else refused("urgent_lapsed")
    return _bound(case, now, union, found, body, at=at)


def told_of_binding(
    case: Case, now: Matter, body: str, *, at: datetime
) -> Sentence | None:
    """Say whether what was ratified is in force for a body; None where it is for all.

    `at` is an instant with an offset. Nothing is said before the bases said yes.
    """
    if case.ratifying.binding == "all" or now.ratified_at is None:
        return None
    verdict = is_bound(case, now, body, at=at)
    return Sentence("body_is_bound") if verdict else verdict.reason


def _all_in(union: Union) -> set[str]:
    found: set[str] = set()
    for body in union.bodies:
        found.add(body.id)
        if isinstance(body, Union):
            found |= _all_in(body)
    return found


def _bound(
    case: Case, now: Matter, union: Union, found: Said, body: str, *, at: datetime
) -> Verdict:
    """Go down every way to the body; it is bound if one of them binds it."""
    why = refused("body_was_not_asked")
    for one in union.bodies:
        if one.id != body and not (isinstance(one, Union) and body in _all_in(one)):
            continue
        below = found.below.get(one.id)
        if below is None:
            why = refused("body_left")
            continue
        why = _own(case, now, union, below, one, at=at)
        if why and isinstance(one, Union) and one.id != body:
            why = _bound(case, now, one, below, body, at=at)
        if why:
            return why
    return why


def _own(
    case: Case, now: Matter, union: Union, below: Said, body: Body, *, at: datetime
) -> Verdict:
    if union.terms.binding == "all" or below.stands == "yes":
        return ALLOWED
    if union.terms.binding == "ratifiers":
        return refused("body_did_not_ratify")
    if body.id in now.stayed_out:
        return refused("body_stayed_out")
    assert now.ratified_at is not None, "what lasts was ratified"
    until = days_later(now.ratified_at, union.terms.opt_out_days, case.zone)
    return ALLOWED if at >= until else refused("body_can_stay_out", until=until)
