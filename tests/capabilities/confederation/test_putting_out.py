"""A body is put out once it was heard, by enough of all the others, and not by one."""

from datetime import timedelta

import pytest
from tests.builders import day, founder_of
from tests.capabilities.confederation.given import (
    a_body,
    a_confederation,
    by_decision,
    in_it,
    sent,
)

from commonweal.capabilities.confederation import actions, queries
from commonweal.foundation.institutions.queries import members
from commonweal.foundation.journal.queries import comparison
from commonweal.rules.verdict import Refused

pytestmark = pytest.mark.django_db
SAID, HEARD = day(10), day(41)


@pytest.fixture
def bodies():
    return [a_body(one) for one in ("Asha", "Ben", "Chidi", "Dina")]


@pytest.fixture
def whole(bodies):
    return a_confederation(*bodies)


def about(whole, body, **more):
    return {"other": in_it(body, whole), **more}


def accused(whole, by, body, *, at=SAID):
    by_decision(actions.accuse, by, about(whole, body, text="It hires police."), at=at)


def says_out(whole, by, body, *, at=HEARD):
    by_decision(actions.put_out, by, about(whole, body), at=at)


def place(whole, body, *, at):
    return queries.standing_of(whole, body.pk, at=at).place


def refusal(deed, *given, **more):
    with pytest.raises(Refused) as found:
        deed(*given, **more)
    return found.value.verdict.reason.id


def test_it_goes_once_it_was_heard_and_two_thirds_of_the_others_say_so(whole, bodies):
    first, second, third, fourth = bodies
    sent(fourth, whole, founder_of(fourth))
    accused(whole, first, fourth)
    says_out(whole, first, fourth)
    assert place(whole, fourth, at=HEARD) == "accused"

    says_out(whole, second, fourth)

    assert place(whole, fourth, at=HEARD) == "outside"
    assert queries.bodies_in(whole, at=HEARD) == (first.pk, second.pk, third.pk)
    assert not members(whole, at=HEARD).filter(name="Dina").exists()
    assert comparison(whole).problems == ()


def test_while_it_is_heard_it_is_in_and_nobody_decides(whole, bodies):
    accused(whole, bodies[0], bodies[3])

    why = refusal(says_out, whole, bodies[1], bodies[3], at=SAID + timedelta(days=29))

    assert why == "body_still_heard"
    assert bodies[3].pk in queries.bodies_in(whole, at=SAID + timedelta(days=29))
    there = queries.standings(whole, at=SAID + timedelta(days=1))
    told = queries.accusations(whole, there)
    assert [row.words for row in told.values()] == ["It hires police."]


def test_what_the_others_do_not_say_in_time_is_over(whole, bodies):
    accused(whole, bodies[0], bodies[3])
    says_out(whole, bodies[0], bodies[3])
    late = SAID + timedelta(days=91)

    assert place(whole, bodies[3], at=late) == "in"
    assert refusal(says_out, whole, bodies[1], bodies[3], at=late) == "body_not_accused"
    # Asked anew, what was said the time before counts for nothing.
    accused(whole, bodies[1], bodies[3], at=late)
    says_out(whole, bodies[1], bodies[3], at=late + timedelta(days=31))
    assert place(whole, bodies[3], at=late + timedelta(days=31)) == "accused"


def test_no_body_speaks_twice_against_itself_or_from_outside(whole, bodies):
    outside = a_body("Zed")
    accused(whole, bodies[0], bodies[3])
    says_out(whole, bodies[0], bodies[3])

    assert refusal(says_out, whole, bodies[0], bodies[3]) == "said_out_twice"
    assert refusal(says_out, whole, bodies[3], bodies[3]) == "body_not_accused"
    assert refusal(accused, whole, bodies[0], bodies[0]) == "body_puts_itself_out"
    assert refusal(accused, whole, outside, bodies[1]) == "body_is_not_in"
    assert refusal(accused, whole, bodies[1], bodies[3], at=HEARD) == "body_is_not_in"


def test_whoever_is_heard_can_go_by_themselves(whole, bodies):
    accused(whole, bodies[0], bodies[3])

    leaving = {"membership": in_it(bodies[3], whole)}
    by_decision(actions.give_notice, bodies[3], leaving, at=SAID + timedelta(days=1))

    assert place(whole, bodies[3], at=SAID + timedelta(days=2)) == "leaving"
