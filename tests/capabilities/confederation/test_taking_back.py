"""Whoever asked can stop asking, and whoever raised a matter can take it back."""

from datetime import timedelta

import pytest
from tests.builders import day, founder_of
from tests.capabilities.confederation.given import (
    DELIBERATED,
    RAISED,
    WORDS,
    a_body,
    a_confederation,
    by_decision,
    in_it,
    join,
    raised,
    sent,
    told,
    where,
)

from commonweal.capabilities.confederation import actions, queries
from commonweal.capabilities.confederation.queries.choices import (
    ours_or_asked,
    to_withdraw,
)
from commonweal.foundation.institutions.charters import charter_in_force
from commonweal.foundation.journal.queries import comparison
from commonweal.rules.confederation.mandates import Whole
from commonweal.rules.verdict import Refused

pytestmark = pytest.mark.django_db

SPEAKS = DELIBERATED + timedelta(hours=1)
COMPOSED = SPEAKS + timedelta(hours=25)


@pytest.fixture
def bodies():
    return a_body("Asha", "Ana"), a_body("Ben", "Bo"), a_body("Chidi", "Carla")


@pytest.fixture
def whole(bodies):
    return a_confederation(*bodies)


def test_an_applicant_stops_asking_by_a_decision_of_its_own(whole):
    asks = a_body("Uma")
    join(asks, whole, at=day(3))
    charter = charter_in_force(asks, at=day(4))
    offered = [pk for pk, _name in ours_or_asked(asks, charter, day(4))]
    assert offered == [in_it(asks, whole)]

    by_decision(
        actions.give_notice, asks, {"membership": in_it(asks, whole)}, at=day(4)
    )

    assert queries.standing_of(whole, asks.pk, at=day(4)).place == "outside"
    assert ours_or_asked(asks, charter, day(4)) == []
    join(asks, whole, at=day(5))
    assert queries.standing_of(whole, asks.pk, at=day(5)).place == "applying"


def test_whoever_is_not_let_in_asks_no_longer_after_ninety_days(bodies, whole):
    asks = a_body("Uma")
    join(asks, whole, at=day(3))

    assert queries.standing_of(whole, asks.pk, at=day(92)).place == "applying"
    assert queries.standing_of(whole, asks.pk, at=day(94)).place == "outside"
    terms = {"applicant": in_it(asks, whole)}
    with pytest.raises(Refused, match="body_not_applying"):
        by_decision(actions.speak_for, bodies[0], terms, at=day(94))


def taken_back(body, matter, *, at):
    by_decision(actions.withdraw_matter, body, {"matter": str(matter.pk)}, at=at)


def test_a_body_takes_back_what_it_raised(bodies, whole):
    matter = raised(bodies[0], whole)
    charter = charter_in_force(bodies[0], at=RAISED)
    offered = [pk for pk, _ in to_withdraw(bodies[0], charter, RAISED)]
    assert offered == [str(matter.pk)]
    assert to_withdraw(bodies[1], charter, RAISED) == []

    taken_back(bodies[0], matter, at=day(12))

    read = where(matter, at=day(12))
    assert read.now.stage == "withdrawn"
    assert to_withdraw(bodies[0], charter, day(12)) == []
    with pytest.raises(Refused, match="too_late_for_mandate"):
        told(bodies[1], matter, "yes", at=day(13))
    assert comparison(whole).problems == ()


def test_a_congress_that_speaks_about_it_is_over_with_it(bodies, whole):
    delegates = [sent(body, whole, founder_of(body))[0] for body in bodies]
    matter = raised(bodies[0], whole)
    actions.put_to_congress(
        matter, words=WORDS, is_urgent=False, by=delegates[1], at=SPEAKS
    )

    taken_back(bodies[0], matter, at=SPEAKS + timedelta(hours=1))

    later = SPEAKS + timedelta(hours=2)
    with pytest.raises(Refused, match="congress_does_not_speak"):
        actions.say(matter, saying=Whole("yes"), by=delegates[1], at=later)
    actions.settle_matters(whole, at=COMPOSED)
    read = where(matter, at=COMPOSED)
    assert read.now.stage == "withdrawn"
    assert read.of("composed") == ()
    matter.refresh_from_db()
    assert matter.next_due_at is None


def test_nobody_takes_back_what_others_raised(bodies, whole):
    matter = raised(bodies[0], whole)

    with pytest.raises(Refused, match="others_raised_it_too"):
        taken_back(bodies[1], matter, at=day(12))


def test_what_words_were_found_on_stays(bodies, whole):
    delegates = [sent(body, whole, founder_of(body))[0] for body in bodies]
    matter = raised(bodies[0], whole)
    for body in bodies:
        told(body, matter, "yes")
    actions.put_to_congress(
        matter, words=WORDS, is_urgent=False, by=delegates[1], at=SPEAKS
    )
    for delegate in delegates:
        actions.say(matter, saying=Whole("yes"), by=delegate, at=SPEAKS)
    actions.settle_matters(whole, at=COMPOSED)

    with pytest.raises(Refused, match="matter_has_words"):
        taken_back(bodies[0], matter, at=COMPOSED)
