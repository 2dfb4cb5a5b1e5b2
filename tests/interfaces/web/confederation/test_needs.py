"""What needs me holds all of a confederation: mandates, seats, answers, reports."""

from datetime import timedelta

import pytest
from tests.builders import a_member, founder_of
from tests.capabilities.confederation.given import (
    DELIBERATED,
    RAISED,
    WORDS,
    answered,
    mandated,
    raised,
)
from tests.interfaces.web.conftest import browser_of

from commonweal.capabilities.confederation import actions, queries
from commonweal.capabilities.decisions.actions import (
    Aim,
    Wording,
    draft_proposal,
    put_proposal,
)
from commonweal.foundation.institutions.queries import memberships_of
from commonweal.rules.confederation.mandates import Whole

pytestmark = pytest.mark.django_db
YES = {"sort": "fixed", "stance": "yes"}
SPEAKS = DELIBERATED + timedelta(hours=1)


@pytest.fixture
def matter(bodies, whole, delegates):
    return raised(bodies[0], whole)


def needs(member, at):
    found = queries.needs_together(memberships_of(member.person, at=at), at=at)
    return [one.kind for one in found]


def put(matter, delegate, words=WORDS, at=SPEAKS):
    actions.put_to_congress(matter, words=words, is_urgent=False, by=delegate, at=at)


def test_a_mandate_is_to_be_given_until_it_is(bodies, matter):
    asha = founder_of(bodies[0])
    before = needs(asha, RAISED)
    mandated(bodies[0], matter, YES, at=RAISED)

    assert before == ["together_mandate"]
    assert needs(asha, RAISED) == []


def test_where_a_body_is_deciding_it_already_nobody_is_asked_for_it(bodies, matter):
    mill = bodies[0]
    asha = founder_of(mill)
    terms = {"matter": str(matter.pk), "mandate": YES}
    draft = draft_proposal(
        mill,
        by=asha,
        words=Wording("What do they say?", "", (), "en"),
        aim=Aim("give_mandate", terms),
        at=RAISED,
    )
    put_proposal(draft, by=asha, at=RAISED)

    assert needs(asha, RAISED) == []


def test_a_body_that_has_sent_nobody_is_not_asked_what_they_say(bodies, whole):
    raised(bodies[0], whole)

    assert needs(founder_of(bodies[1]), RAISED) == []


def test_changed_words_wake_the_delegate_and_the_base(bodies, delegates, matter):
    mill = bodies[0]
    mandated(mill, matter, YES)
    put(matter, delegates[1], "We sell the dam.")

    assert needs(founder_of(mill), SPEAKS) == ["together_ask", "together_mandate"]


def test_a_seat_is_to_speak_until_it_has(bodies, delegates, matter):
    asha, mill = delegates[0], bodies[0]
    mandated(mill, matter, YES)
    put(matter, delegates[1])
    before = needs(founder_of(mill), SPEAKS)
    actions.say(matter, saying=Whole("yes"), by=asha, at=SPEAKS)

    assert before == ["together_say"]
    assert needs(founder_of(mill), SPEAKS) == []


def test_after_the_congress_there_is_an_answer_and_a_report(
    bodies, whole, delegates, matter
):
    mill = bodies[0]
    asha, member = founder_of(mill), a_member(mill, "Amir")
    for body in bodies:
        mandated(body, matter, YES)
    put(matter, delegates[0])
    for delegate in delegates:
        actions.say(matter, saying=Whole("yes"), by=delegate, at=SPEAKS)
    over = SPEAKS + timedelta(hours=25)
    actions.settle_matters(whole, at=over)

    assert needs(asha, over) == ["together_report", "together_answer"]
    assert needs(member, over) == ["together_answer"]
    answered(mill, matter, yes=2, no=0, at=over)
    actions.report(matter, words="So it was.", by=delegates[0], at=over)
    assert needs(member, over) == ["together_discharge"]
    assert needs(asha, over) == ["together_discharge"]


def test_it_stands_on_the_page_with_what_comes_of_doing_nothing(
    bodies, delegates, matter, clock
):
    clock.at = SPEAKS
    mandated(bodies[0], matter, YES)
    put(matter, delegates[1])

    shown = " ".join(
        browser_of(founder_of(bodies[0])).get("/").content.decode().split()
    )

    assert "Say what my body decided" in shown
    assert "if you say nothing, its votes do not count" in shown
    assert "/together/mine/" in shown
