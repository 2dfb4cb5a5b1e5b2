"""One screen for a delegate's phone: what to say today, what changed, who steps in."""

from datetime import timedelta

import pytest
from tests.builders import founder_of
from tests.capabilities.confederation.given import (
    DELIBERATED,
    WORDS,
    mandated,
    person_in,
    raised,
    sent,
)
from tests.interfaces.web.conftest import browser_of

from commonweal.capabilities.confederation import actions, queries

pytestmark = pytest.mark.django_db
NO = {"sort": "fixed", "stance": "no"}


@pytest.fixture
def delegates(bodies, whole):
    mill, port = bodies
    asha, ana = sent(mill, whole, founder_of(mill), alternates=[person_in(mill, "Ana")])
    [ben] = sent(port, whole, founder_of(port))
    return asha, ana, ben


@pytest.fixture
def matter(bodies, whole, delegates, clock):
    found = raised(bodies[0], whole)
    mandated(bodies[0], found, NO)
    clock.at = DELIBERATED + timedelta(hours=1)
    return found


def seat_of(whole, member):
    answer = browser_of(member).get(f"/i/{whole.address}/together/mine/")
    return " ".join(answer.content.decode().split())


def put(matter, delegate, words, clock):
    actions.put_to_congress(
        matter, words=words, is_urgent=False, by=delegate, at=clock.at
    )


def test_it_says_what_to_say_today_with_the_button(whole, delegates, matter, clock):
    put(matter, delegates[0], WORDS, clock)

    shown = seat_of(whole, delegates[0])

    assert "You speak for" in shown
    assert "They say no to these words." in shown
    assert "Your body says no." in shown
    assert "Say no for my body" in shown
    assert "What changed since your mandate" not in shown


def test_changed_words_are_shown_and_the_base_is_asked(
    bodies, whole, delegates, matter, clock
):
    put(matter, delegates[2], "We repair the dam alone.", clock)

    shown = seat_of(whole, delegates[0])

    assert "What changed since your mandate" in shown
    assert "<del>" in shown
    assert "alone." in shown
    assert "The words were changed since your body decided." in shown
    assert f"/i/{bodies[0].address}/together/mandate/?matter={matter.pk}" in shown
    assert "Say no for my body" not in shown


def test_without_a_mandate_it_asks_the_body(whole, delegates, matter):
    shown = seat_of(whole, delegates[2])

    assert "Your body has told you nothing on this yet." in shown
    assert "Ask my body" in shown


def test_a_seat_is_handed_over_and_whoever_steps_in_speaks(
    whole, delegates, matter, clock
):
    asha, ana, _ben = delegates
    browser = browser_of(asha)

    browser.post(f"/i/{whole.address}/together/mine/over/", {"days": "2"})

    assert "Ana speaks now." in seat_of(whole, asha)
    assert "You speak for" in seat_of(whole, ana)
    assert queries.seat_held_by(whole, ana, at=clock.at)
    browser.post(f"/i/{whole.address}/together/mine/back/")
    assert "You speak for" in seat_of(whole, asha)
    assert "You step in for" in seat_of(whole, ana)


def test_where_nobody_steps_in_it_says_so(whole, delegates, matter):
    ben = delegates[2]

    answer = browser_of(ben).post(
        f"/i/{whole.address}/together/mine/over/", {"days": "2"}
    )

    assert "Nobody stands in for this seat who could speak now." in seat_of(whole, ben)
    assert answer.status_code == 409


@pytest.mark.parametrize("days", ["0", "61", "many", ""])
def test_a_number_of_days_is_asked_for_beside_the_field(whole, delegates, matter, days):
    answer = browser_of(delegates[0]).post(
        f"/i/{whole.address}/together/mine/over/", {"days": days}
    )

    assert answer.status_code == 422
