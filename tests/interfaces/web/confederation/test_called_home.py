"""Whoever presses a stale button after a recall reads what happened, and who speaks."""

from datetime import timedelta

import pytest
from tests.builders import founder_of
from tests.capabilities.confederation.given import (
    DELIBERATED,
    WORDS,
    a_body,
    a_confederation,
    by_decision,
    person_in,
    raised,
    sent,
    told,
)
from tests.interfaces.web.conftest import browser_of, page

from commonweal.capabilities.confederation import actions

pytestmark = pytest.mark.django_db


@pytest.fixture
def bodies():
    return a_body("Asha", "Ana", "Amir"), a_body("Ben", "Bo")


@pytest.fixture
def whole(bodies):
    return a_confederation(*bodies)


@pytest.fixture
def matter(bodies, whole, clock):
    found = raised(bodies[0], whole)
    told(bodies[0], found, "yes")
    clock.at = DELIBERATED + timedelta(hours=1)
    return found


def press(browser, whole):
    here = f"/i/{whole.address}/together/1/"
    return browser.post(f"{here}say/", {"stance": "yes"})


def called_home(body, delegate, clock):
    terms = {"delegate": str(delegate.pk)}
    by_decision(actions.call_home, body, terms, at=clock.at)


def test_whoever_was_called_home_reads_that_and_who_speaks_now(
    bodies, whole, matter, clock
):
    mill, port = bodies
    asha, _ana = sent(
        mill, whole, founder_of(mill), alternates=[person_in(mill, "Ana")]
    )
    [ben] = sent(port, whole, founder_of(port))
    actions.put_to_congress(matter, words=WORDS, is_urgent=False, by=ben, at=clock.at)
    browser = browser_of(asha)
    called_home(mill, asha, clock)

    answer = press(browser, whole)

    shown = page(answer)
    assert answer.status_code == 409
    assert "called a delegate home on" in shown
    assert "by a decision of its own" in shown
    assert "For it speak now: Ana." in shown
    assert "Only members can do this." not in shown


def test_where_nobody_steps_in_it_says_that_nobody_speaks(bodies, whole, matter, clock):
    mill, port = bodies
    [asha] = sent(mill, whole, founder_of(mill))
    sent(port, whole, founder_of(port))
    browser = browser_of(asha)
    called_home(mill, asha, clock)

    assert "Nobody speaks for it now." in page(press(browser, whole))


def test_a_member_of_a_body_reads_who_their_delegate_is(bodies, whole, matter):
    mill = bodies[0]
    sent(mill, whole, founder_of(mill))

    shown = page(press(browser_of(person_in(mill, "Amir")), whole))

    assert "Only delegates can do this. You belong to" in shown
    assert "For it speak now: Asha." in shown


def test_a_stranger_reads_that_it_is_for_members(bodies, whole, matter):
    stranger = founder_of(a_body("Dora"))

    assert "Only members can do this." in page(press(browser_of(stranger), whole))
