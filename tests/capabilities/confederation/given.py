"""Given a valley: three bodies, confederated, each with delegates, and a matter."""

from dataclasses import replace
from datetime import timedelta
from itertools import count
from uuid import uuid4

from tests.builders import a_charter, a_member, an_institution, day, founder_of

from commonweal.capabilities.confederation import actions, queries
from commonweal.capabilities.confederation.effects.give_mandate import EFFECT
from commonweal.capabilities.confederation.models import Body, Matter
from commonweal.capabilities.confederation.queries.choices import SAYINGS
from commonweal.foundation.institutions.actions import founding
from commonweal.foundation.institutions.charters import charter_in_force
from commonweal.foundation.institutions.effect import Result
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.institutions.queries import member_of
from commonweal.foundation.language import say
from commonweal.rules.confederation.mandates import Whole

A_KIND = "city_confederation"
WORDS = "We repair the dam together."
FUND = "Each pays ___ cents a month."
MARKET = "The market moves.\n\n- to the mill\n- to the station\n- nowhere"
JOINED, SENT, RAISED, DELIBERATED = day(1), day(2), day(10), day(41)
# Delegates speak, the congress is over, the days of the bases are over.
SPEAKS = DELIBERATED + timedelta(hours=1)
COMPOSED = SPEAKS + timedelta(hours=25)
OVER = COMPOSED + timedelta(days=31)
_NUMBERS = count(1)


def a_body(name, *more):
    """Give a base with a founder and as many members as are named."""
    body = an_institution("neighbourhood_assembly", founder=name)
    for one in more:
        a_member(body, one)
    return body


def a_confederation(*bodies, at=JOINED, charter=None, kind=A_KIND):
    """Give a confederation that the founder of the first body founded, all in."""
    founder = founder_of(bodies[0])
    assert founder.person is not None
    whole = founding.found(
        kind=kind,
        charter=charter or a_charter(kind),
        address=f"all-of-us-{next(_NUMBERS)}",
        by=founder.person,
        name=founder.name,
        at=day(0),
    )
    join_all(bodies, whole, at=at)
    return whole


def join_all(bodies, whole, *, at):
    """Let the first come in, and every other by the yes of those who are."""
    first, *others = bodies
    join(first, whole, at=at)
    for other in others:
        join(other, whole, at=at)
        row = Body.objects.get(institution=whole, body=other.pk)
        for body in bodies:
            if not queries.standing_of(whole, other.pk, at=at).is_in:
                by_decision(actions.speak_for, body, {"applicant": str(row.pk)}, at=at)


def a_bare_pact():
    """Give a pact that asks nothing of its bodies and lists no acts."""
    return replace(a_charter(A_KIND), standards=(), acts=())


def by_decision(deed, body, terms, *, at):
    deed(body, terms=terms, decision=uuid4(), at=at)


def join(body, whole, *, at):
    by_decision(actions.join, body, {"confederation": str(whole.pk)}, at=at)


def in_it(body, whole):
    return str(Body.objects.get(institution=whole, body=body.pk).pk)


def sent(body, whole, *members, alternates=(), at=SENT):
    """Let a body send some of its members; give them as the confederation has them."""
    terms = {
        "membership": in_it(body, whole),
        "delegates": [str(one.pk) for one in members],
        "alternates": [str(one.pk) for one in alternates],
    }
    by_decision(actions.send, body, terms, at=at)
    return tuple(member_of(whole, one.person, at=at) for one in (*members, *alternates))


def raised(body, whole, *, competence="campaigns", text=WORDS, at=RAISED):
    terms = {
        "under": f"{in_it(body, whole)} {competence}",
        "title": "The dam",
        "text": text,
    }
    by_decision(actions.raise_matter, body, terms, at=at)
    return Matter.objects.filter(institution=whole).latest("number")


def told(body, matter, says, *, at=DELIBERATED):
    terms = {"matter": str(matter.pk), "mandate": SAYINGS[says]}
    by_decision(actions.give_mandate, body, terms, at=at)


def agreed_by_all(matter, bodies):
    """Let all bodies send, mandate and say yes to the words as they were raised."""
    whole = matter.institution
    delegates = [sent(body, whole, founder_of(body))[0] for body in bodies]
    for body in bodies:
        told(body, matter, "yes")
    actions.put_to_congress(
        matter, words=matter.text, is_urgent=False, by=delegates[0], at=SPEAKS
    )
    for delegate in delegates:
        actions.say(matter, saying=Whole("yes"), by=delegate, at=SPEAKS)


def in_congress(matter, bodies):
    """Let all bodies agree, and the bases be asked."""
    agreed_by_all(matter, bodies)
    actions.settle_matters(matter.institution, at=COMPOSED)


def answered(body, matter, *, yes, no, at, deed=actions.answer, **more):
    terms = {"matter": str(matter.pk), **more}
    carried = yes > no
    result = Result(carried, yes + no, yes + no, "motion", "seal", uuid4(), yes, no, 0)
    deed(body, terms=terms, result=result, at=at)


def where(matter, *, at):
    return queries.matter_with(matter.institution, matter.pk, at=at)


def person_in(body, name):
    return Member.objects.get(institution=body, name=name)


def mandated(body, matter, mandate, *, at=DELIBERATED):
    """Let a body decide on a mandate, as a proposal of it is understood."""
    terms = {"matter": str(matter.pk), "mandate": mandate}
    by_decision(actions.give_mandate, body, EFFECT.understood(body, terms, at), at=at)


def sentence(body, matter, mandate):
    terms = {"matter": str(matter.pk), "mandate": mandate}
    charter = charter_in_force(body, at=DELIBERATED)
    meant = EFFECT.understood(body, terms, DELIBERATED)
    return say(EFFECT.told(charter, meant))
