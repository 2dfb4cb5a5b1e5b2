"""A change of the pact: what it would make of it, and whether bodies may ask for it."""

from collections.abc import Mapping
from datetime import datetime

from commonweal.capabilities.confederation.queries.bodies import standing_of
from commonweal.capabilities.confederation.queries.may_belong import (
    may_join,
    may_leave_it,
)
from commonweal.capabilities.confederation.queries.may_raise import has_room
from commonweal.capabilities.confederation.queries.terms import (
    NO_CONFEDERATION,
    whole_in,
)
from commonweal.foundation.institutions.access import may_be_written_in
from commonweal.foundation.institutions.charters import (
    Terms,
    amended,
    charter_in_force,
)
from commonweal.foundation.institutions.models import Institution
from commonweal.rules.canonical import Json, canonical
from commonweal.rules.charters.changes import changes, consequences
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

# Of the terms of a proposal, what is changed; or which confederation is joined or left.
OF_THE_TEXT = ("changes", "bylaws", "adds", "removes")
OF_THE_CHANGE = (*OF_THE_TEXT, "joins", "leaves")


def change_in(terms: Terms) -> dict[str, Json]:
    """Give what terms would change in the pact."""
    return {name: terms[name] for name in OF_THE_CHANGE if name in terms}  # type: ignore[misc]


def may_raise_change(institution: Institution, terms: Terms, at: datetime) -> Verdict:
    """Let a body that is in ask all to change the pact, into one that can hold."""
    found = whole_in(terms, at)
    if found is None:
        return NO_CONFEDERATION
    whole = found.institution
    if not standing_of(whole, institution.pk, at=at).is_in:
        return refused("body_is_not_in")
    return first_refusal(
        _is_plain(terms),
        may_pact_become(whole, terms, at),
        may_be_written_in(whole, at=at),
        has_room(institution, found, at),
    )


def may_pact_become(
    whole: Institution, change: Mapping[str, object], at: datetime
) -> Verdict:
    """Allow a change whose outcome contradicts nothing in it, or a step that is open.

    Joining and leaving are steps of the whole confederation.
    """
    if "joins" in change:
        return may_join(whole, {"confederation": change["joins"]}, at)
    if "leaves" in change:
        return may_leave_it(whole, {"membership": change["leaves"]}, at)
    outcome = amended(charter_in_force(whole, at=at), change)
    if isinstance(outcome, Charter):
        return ALLOWED
    return refused("charter_objections", objections=outcome)


def points_of(
    whole: Institution, change: Mapping[str, object], *, at: datetime
) -> tuple[Sentence, ...]:
    """Give point by point what a change would make of the pact as it is then."""
    if "joins" in change or "leaves" in change:
        return (_step_of(change, at=at),)
    before = charter_in_force(whole, at=at)
    after = amended(before, change)
    if not isinstance(after, Charter):
        return (Sentence("change_no_longer_fits"),)
    return (*changes(before, after), *consequences(before, after))


def _step_of(change: Mapping[str, object], *, at: datetime) -> Sentence:
    step = "joins" if "joins" in change else "leaves"
    key = "confederation" if step == "joins" else "membership"
    above = whole_in({key: change[step]}, at)
    if above is None:
        return Sentence("change_no_longer_fits")
    name = charter_in_force(above.institution, at=at).name
    return Sentence(f"change_{step}", {"name": name})


def _is_plain(terms: Terms) -> Verdict:
    """Refuse what cannot be written the one way by which it is named, or is two."""
    steps = [one for one in ("joins", "leaves") if one in terms]
    if len(steps) > 1 or (steps and set(OF_THE_TEXT) & terms.keys()):
        return refused("terms_unreadable")
    try:
        canonical(change_in(terms))
    except (TypeError, UnicodeEncodeError):
        return refused("terms_unreadable")
    return ALLOWED
