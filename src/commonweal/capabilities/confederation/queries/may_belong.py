"""Whether a body may come in, speak for another, and go."""

from datetime import datetime

from commonweal.capabilities.confederation.queries.bodies import (
    belongs,
    bodies_in,
    standing_of,
)
from commonweal.capabilities.confederation.queries.terms import (
    NO_CONFEDERATION,
    body_in,
    whole_in,
)
from commonweal.foundation.institutions.charters import Terms
from commonweal.foundation.institutions.models import (
    Institution,
    Member,
)
from commonweal.rules.confederation.bodies import may_belong
from commonweal.rules.confederation.standing import Applied, Noticed, Sponsored, Stayed
from commonweal.rules.confederation.standing import may_do as may_stand
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused


def may_join(institution: Institution, terms: Terms, at: datetime) -> Verdict:
    """Let a body ask to come in, unless it would be under itself."""
    found = whole_in(terms, at)
    if found is None:
        return NO_CONFEDERATION
    whole, pact = found
    now = standing_of(whole, institution.pk, at=at)
    circle = may_belong(belongs(at=at), str(institution.pk), to=str(whole.pk))
    return first_refusal(
        may_stand(pact.belonging, now, Applied(at)),
        circle,
        _may_begin(whole, institution, at=at),
    )


def _may_begin(whole: Institution, body: Institution, *, at: datetime) -> Verdict:
    """Let the first body be one of those who founded the confederation."""
    if bodies_in(whole, at=at):
        return ALLOWED
    founders = Member.objects.filter(institution=whole, left_at=None)
    there = Member.objects.filter(
        institution=body,
        left_at=None,
        person__in=founders.values("person"),
    )
    return ALLOWED if there.exists() else refused("first_body_of_founder")


def may_speak_for(institution: Institution, terms: Terms, at: datetime) -> Verdict:
    """Let a body that is in say yes to one that has asked to come in."""
    found, other = whole_in(terms, at), body_in(terms)
    if found is None or other is None:
        return NO_CONFEDERATION
    whole, pact = found
    if not standing_of(whole, institution.pk, at=at).is_in:
        return refused("body_is_not_in")
    now = standing_of(whole, other, at=at)
    return may_stand(pact.belonging, now, Sponsored(str(institution.pk), at))


def may_leave_it(institution: Institution, terms: Terms, at: datetime) -> Verdict:
    """Let a body say that it leaves; nobody has to agree."""
    return _may_go(institution, terms, Noticed(at))


def may_stay_after_all(institution: Institution, terms: Terms, at: datetime) -> Verdict:
    """Let a body take its notice back while it runs."""
    return _may_go(institution, terms, Stayed(at))


def _may_go(body: Institution, terms: Terms, deed: Noticed | Stayed) -> Verdict:
    found = whole_in(terms, deed.at)
    if found is None:
        return NO_CONFEDERATION
    whole, pact = found
    now = standing_of(whole, body.pk, at=deed.at)
    return may_stand(pact.belonging, now, deed)
