"""The path of a mandate says what became of each step, and what is still to come."""

from datetime import timedelta

import pytest
from tests.builders import founder_of
from tests.capabilities.confederation.given import (
    COMPOSED,
    DELIBERATED,
    OVER,
    SPEAKS,
    a_body,
    a_confederation,
    answered,
    by_decision,
    in_congress,
    raised,
    sent,
    told,
    where,
)

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.queries.paths import path_of
from commonweal.foundation.language import say
from commonweal.rules.confederation.mandates import Whole

pytestmark = pytest.mark.django_db


@pytest.fixture
def bodies():
    return a_body("Asha", "Ana"), a_body("Ben", "Bo"), a_body("Chidi", "Carla")


@pytest.fixture
def matter(bodies):
    return raised(bodies[0], a_confederation(*bodies))


def path(matter, body, *, at):
    return path_of(where(matter, at=at), body.pk, at=at)


def states(matter, body, *, at):
    return [one.state for one in path(matter, body, at=at)]


def test_all_of_it_is_to_come_and_then_done(matter, bodies):
    mill = bodies[0]
    assert states(matter, mill, at=DELIBERATED) == ["to_come"] * 5

    in_congress(matter, bodies)
    assert states(matter, mill, at=COMPOSED) == ["done"] * 3 + ["to_come"] * 2
    for body in bodies[:2]:
        answered(body, matter, yes=2, no=0, at=COMPOSED)

    assert states(matter, mill, at=OVER) == ["done"] * 5
    assert [say(one.words) for one in path(matter, mill, at=OVER)] == [
        "We told our delegates: They say yes to these words.",
        "Our delegates spoke, and it counts.",
        "The congress found words.",
        "Our base answered: yes.",
        "The bases said yes: it is in force for us.",
    ]
    assert [one.is_above for one in path(matter, mill, at=OVER)] == [
        *(False, True, True),
        *(False, False),
    ]
    # Whoever did not answer is bound all the same.
    silent = states(matter, bodies[2], at=OVER)
    assert silent == ["done", "done", "done", "missed", "done"]


def test_what_was_said_beside_the_mandate_and_by_nobody_is_missed(matter, bodies):
    whole = matter.institution
    asha, ben = (sent(body, whole, founder_of(body))[0] for body in bodies[:2])
    told(bodies[0], matter, "no")
    actions.put_to_congress(
        matter, words=matter.text, is_urgent=False, by=ben, at=SPEAKS
    )
    actions.say(matter, saying=Whole("yes"), by=asha, at=SPEAKS)
    closed = SPEAKS + timedelta(hours=25)

    beside = path(matter, bodies[0], at=SPEAKS + timedelta(minutes=1))[1]
    assert say(beside.words) == "What our delegates said does not count."
    assert beside.state == "missed"
    assert states(matter, bodies[1], at=SPEAKS)[1] == "to_come"
    assert states(matter, bodies[1], at=closed)[1] == "missed"


def test_what_fails_binds_nobody_and_what_is_taken_back_has_no_path(matter, bodies):
    in_congress(matter, bodies)
    for body in bodies:
        answered(body, matter, yes=0, no=2, at=COMPOSED)

    [*_, last] = path(matter, bodies[0], at=OVER)
    assert say(last.words) == "The bases did not say yes: nothing binds us."
    other = raised(bodies[0], matter.institution)
    terms = {"matter": str(other.pk)}
    by_decision(actions.withdraw_matter, bodies[0], terms, at=DELIBERATED)
    assert path(other, bodies[0], at=OVER) == ()
