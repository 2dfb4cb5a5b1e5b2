"""What no body does before all have agreed to it."""

import pytest
from tests.builders import day, founder_of
from tests.capabilities.confederation.given import (
    COMPOSED,
    OVER,
    a_bare_pact,
    a_body,
    a_confederation,
    answered,
    by_decision,
    in_congress,
    in_it,
    raised,
)

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.effects.do_listed_act import EFFECT
from commonweal.capabilities.confederation.queries.acts import may_part_as_agreed
from commonweal.foundation.institutions.access import may_wind_up
from commonweal.foundation.institutions.charters import charter_in_force
from commonweal.foundation.language import say
from commonweal.rules.charters.adding import with_things
from commonweal.rules.verdict import Refused

pytestmark = pytest.mark.django_db
ACTS = {
    "acts.sale": {"name": "selling land", "under": "common_fund"},
    "acts.end": {"name": "parting", "under": "common_fund", "is_parting": True},
}


@pytest.fixture
def bodies():
    return [a_body("Asha"), a_body("Ben"), a_body("Carla")]


@pytest.fixture
def whole(bodies):
    charter = with_things(a_bare_pact(), ACTS, [])
    return a_confederation(*bodies, charter=charter)


def agreed(whole, bodies):
    matter = raised(bodies[0], whole, competence="common_fund", text="We sell.")
    in_congress(matter, bodies)
    for one in bodies:
        answered(one, matter, yes=1, no=0, at=COMPOSED)
    return matter


def does(body, whole, matter, *, act="sale", at=OVER):
    named = str(matter.pk) if matter else ""
    terms = {"under": f"{in_it(body, whole)} {act}", "matter": named, "text": "Done."}
    by_decision(actions.act, body, terms, at=at)


def why_not(*args, **more):
    with pytest.raises(Refused) as refused:
        does(*args, **more)
    return say(refused.value.verdict.reason)


def test_nobody_does_it_before_all_have_agreed(whole, bodies):
    told = why_not(bodies[0], whole, None)

    assert "does this before all have agreed to it: selling land" in told
    assert "under “the fund that all of us pay into”" in told


def test_what_was_agreed_is_used_once_and_by_who_asked_for_it(whole, bodies):
    matter = agreed(whole, bodies)
    assert "before all have agreed" in why_not(bodies[1], whole, matter)
    other = raised(bodies[0], whole, at=OVER)
    assert "before all have agreed" in why_not(bodies[0], whole, other)

    does(bodies[0], whole, matter)

    assert "before all have agreed" in why_not(bodies[0], whole, matter)


def test_it_is_offered_and_told_with_what_it_was_agreed_by(whole, bodies):
    body = bodies[0]
    charter = charter_in_force(body, at=OVER)
    assert EFFECT.asks[1].choices(body, charter, OVER) == []
    matter = agreed(whole, bodies)
    assert EFFECT.asks[1].choices(body, charter, OVER) == [(str(matter.pk), "The dam")]
    [sale, _end] = EFFECT.asks[0].choices(body, charter, OVER)
    terms = {"under": sale[0], "matter": str(matter.pk)}

    meant = EFFECT.understood(body, terms, OVER)

    assert EFFECT.check(body, meant, OVER)
    assert "selling land. They agreed to it by “The dam”." in say(
        EFFECT.told(charter, meant)
    )


def test_a_body_parts_once_all_agreed_or_after_it_left(whole, bodies):
    terms = {"because": "members_part"}
    refusal = may_wind_up(bodies[0], terms, day(5))
    assert "before all have agreed to it: parting" in say(refusal.reason)
    assert may_wind_up(a_body("Zed"), terms, day(5))

    agreed(whole, bodies)

    assert may_wind_up(bodies[0], terms, OVER)
    assert not may_wind_up(bodies[1], terms, OVER)
    by_decision(
        actions.give_notice, bodies[1], {"membership": in_it(bodies[1], whole)}, at=OVER
    )
    assert not may_part_as_agreed(bodies[1], at=OVER)
    assert founder_of(bodies[1])


def test_what_the_pact_does_not_list_is_not_done_so(whole, bodies):
    assert "does not list this" in why_not(bodies[0], whole, None, act="anything")
    outside = a_body("Zed")
    terms = {"under": f"{in_it(bodies[0], whole)} sale", "matter": ""}
    with pytest.raises(Refused) as refused:
        by_decision(actions.act, outside, terms, at=day(5))
    assert "not a member" in say(refused.value.verdict.reason)
