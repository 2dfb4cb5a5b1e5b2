"""Whether a body may raise a matter, give a mandate, and answer."""

from collections.abc import Callable
from datetime import datetime

from commonweal.capabilities.confederation.queries.bodies import standing_of
from commonweal.capabilities.confederation.queries.mandates import AS_WE_VOTE, fits
from commonweal.capabilities.confederation.queries.matters import (
    Read,
    matter_with,
    matters_by,
)
from commonweal.capabilities.confederation.queries.terms import (
    NO_CONFEDERATION,
    Whole,
    competence_in,
    whole_in,
)
from commonweal.foundation.institutions.access import may_be_written_in
from commonweal.foundation.institutions.charters import Terms, charter_in_force
from commonweal.foundation.institutions.models import (
    Institution,
)
from commonweal.rules.charters.charter import rule_for
from commonweal.rules.confederation.deeds import Raised, Withdrawn
from commonweal.rules.confederation.verdicts import may_do, may_raise_one_more
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

type May = Callable[[Read, Institution, datetime], Verdict]


def may_raise(institution: Institution, terms: Terms, at: datetime) -> Verdict:
    """Let a body that is in bring a matter of the pact before all."""
    found = whole_in(terms, at)
    if found is None:
        return NO_CONFEDERATION
    whole = found.institution
    if not standing_of(whole, institution.pk, at=at).is_in:
        return refused("body_is_not_in")
    competence = competence_in(terms)
    charter = charter_in_force(whole, at=at)
    if competence not in {one.id for one in charter.competences}:
        return refused("stays_below", competence=competence)
    return first_refusal(
        may_be_written_in(whole, at=at), has_room(institution, found, at)
    )


def has_room(body: Institution, found: Whole, at: datetime) -> Verdict:
    """Let a body have only so many matters before all at a time, by the pact of now."""
    reads = matters_by(body.pk, found.institution, at=at)
    there = [one.now for one in reads]
    return may_raise_one_more(found.pact, body=str(body.pk), matters=there)


def may_join_raising(institution: Institution, terms: Terms, at: datetime) -> Verdict:
    """Let a body raise a matter beside those who have."""
    return with_matter(institution, terms, at, _may_raise_it)


def _may_raise_it(read: Read, body: Institution, at: datetime) -> Verdict:
    return may_do(read.case, read.now, Raised(str(body.pk), at))


def may_withdraw_matter(
    institution: Institution, terms: Terms, at: datetime
) -> Verdict:
    """Let a body take back what it alone raised, before words were found."""
    return with_matter(institution, terms, at, _may_withdraw_it)


def _may_withdraw_it(read: Read, body: Institution, at: datetime) -> Verdict:
    return may_do(read.case, read.now, Withdrawn(str(body.pk), at))


def may_give_mandate(institution: Institution, terms: Terms, at: datetime) -> Verdict:
    """Let a body tell its delegates what to say on a matter that is not decided yet."""

    def fit(read: Read, _body: Institution, _at: datetime) -> Verdict:
        return fits(terms.get("mandate"), read, terms.get("words"))

    return first_refusal(
        with_matter(institution, terms, at, _may_be_mandated),
        with_matter(institution, terms, at, fit),
        _can_share(institution, terms, at),
    )


def _can_share(body: Institution, terms: Terms, at: datetime) -> Verdict:
    """Ask for votes where these are to be shared out."""
    rule = rule_for(charter_in_force(body, at=at), "give_mandate")
    is_split = terms.get("mandate") == AS_WE_VOTE
    counts = rule.asks_one_text and not rule.is_consensus
    return refused("split_needs_votes") if is_split and not counts else ALLOWED


def _may_be_mandated(read: Read, _body: Institution, _at: datetime) -> Verdict:
    if read.now.stage in ("deliberating", "before_congress"):
        return ALLOWED
    return refused("too_late_for_mandate")


def may_be_asked(institution: Institution, terms: Terms, at: datetime) -> Verdict:
    """Let a body that was asked about words answer, while they are the words."""
    found = whole_in(terms, at)
    if found is None:
        return NO_CONFEDERATION
    # A base far below is in none of the confederations above its own.
    read = matter_with(found.institution, terms.get("matter"), at=at)
    assert read is not None, "the confederation was found by it"
    return _may_answer_it(read, institution, at)


def _may_answer_it(read: Read, body: Institution, _at: datetime) -> Verdict:
    asked = read.now.asked
    if read.now.stage != "asking" or asked is None:
        return refused("nobody_is_asked")
    return ALLOWED if str(body.pk) in asked.bases else refused("answer_not_asked")


def with_matter(body: Institution, terms: Terms, at: datetime, may: May) -> Verdict:
    """Ask something of the matter that terms name, for a body that is in."""
    found = whole_in(terms, at)
    if found is None:
        return NO_CONFEDERATION
    whole = found.institution
    read = matter_with(whole, terms.get("matter"), at=at)
    assert read is not None, "the confederation was found by it"
    if not standing_of(whole, body.pk, at=at).is_in:
        return refused("body_is_not_in")
    return may(read, body, at)
