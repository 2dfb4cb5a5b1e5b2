"""Bases give mandates, a congress finds words, the bases say yes: it is in force."""

from datetime import timedelta

import pytest
from tests.builders import an_institution, day, founder_of
from tests.capabilities.confederation.given import (
    COMPOSED,
    SPEAKS,
    WORDS,
    a_body,
    a_confederation,
    answered,
    by_decision,
    in_it,
    person_in,
    raised,
    sent,
    told,
    where,
)

from commonweal.capabilities.confederation import actions, queries
from commonweal.foundation.institutions.queries import member_of
from commonweal.foundation.journal.queries import comparison
from commonweal.rules.confederation.binding import is_bound
from commonweal.rules.confederation.mandates import Whole
from commonweal.rules.verdict import Refused

pytestmark = pytest.mark.django_db

YES, NO = Whole("yes"), Whole("no")


@pytest.fixture
def valley():
    mill, port, ridge = (
        a_body("Asha", "Ana"),
        a_body("Ben", "Bo"),
        a_body("Chidi", "Carla"),
    )
    return a_confederation(mill, port, ridge), mill, port, ridge


@pytest.fixture
def delegates(valley):
    whole, *bodies = valley
    return [sent(body, whole, founder_of(body))[0] for body in bodies]


def a_congress(matter, delegates, *says, words=WORDS):
    """Let the first delegate put words, and each say something."""
    actions.put_to_congress(
        matter, words=words, is_urgent=False, by=delegates[0], at=SPEAKS
    )
    for delegate, saying in zip(delegates, says, strict=False):
        actions.say(matter, saying=saying, by=delegate, at=SPEAKS)
    actions.settle_matters(matter.institution, at=COMPOSED)


def test_bodies_come_in_with_the_yes_of_those_who_are(valley):
    whole, *bodies = valley

    there = queries.bodies_in(whole, at=day(2))

    assert there == tuple(body.pk for body in bodies)


def test_what_mandates_say_is_agreed_and_what_the_bases_say_is_in_force(
    valley, delegates
):
    whole, mill, port, ridge = valley
    matter = raised(mill, whole)
    for body in (mill, port):
        told(body, matter, "yes")
    told(ridge, matter, "no")

    a_congress(matter, delegates, YES, YES, NO)
    for body in (mill, port):
        answered(body, matter, yes=2, no=0, at=COMPOSED + timedelta(days=1))
    answered(ridge, matter, yes=0, no=2, at=COMPOSED + timedelta(days=1))

    asking = where(matter, at=COMPOSED + timedelta(days=2))
    assert asking.now.stage == "asking"
    later = day(90)
    read = where(matter, at=later)
    assert read.now.stage == "ratified"
    assert read.now.said.total.yes == 4
    assert all(
        is_bound(read.case, read.now, str(one.pk), at=later)
        for one in (mill, port, ridge)
    )
    assert comparison(whole).problems == ()


def test_a_vote_outside_the_mandate_does_not_count(valley, delegates):
    whole, *bodies = valley
    matter = raised(bodies[0], whole)
    for body in bodies:
        told(body, matter, "yes")

    a_congress(matter, delegates, NO, YES, YES)

    read = where(matter, at=COMPOSED)
    count = queries.count_of(read, read.put, at=COMPOSED)
    assert count.votes == {"yes": 2, "no": 0, "abstain": 0}
    assert [why.id for _body, _said, why in count.outside] == ["outside_mandate"]
    assert read.now.stage == "asking"


def test_changed_words_go_back_to_the_base(valley, delegates):
    whole, *bodies = valley
    matter = raised(bodies[0], whole)
    for body in bodies:
        told(body, matter, "yes")

    a_congress(matter, delegates, YES, YES, YES, words="We sell the dam.")

    read = where(matter, at=COMPOSED)
    outside = queries.count_of(read, read.put, at=COMPOSED).outside
    assert [why.id for _body, _said, why in outside] == ["mandate_other_text"] * 3
    assert read.now.stage == "before_congress"


def test_whoever_is_recalled_speaks_no_longer_and_the_alternate_does(valley):
    whole, mill, port, _ridge = valley
    asha, ana = sent(mill, whole, founder_of(mill), alternates=[person_in(mill, "Ana")])
    [ben] = sent(port, whole, founder_of(port))
    matter = raised(mill, whole)
    told(mill, matter, "yes")
    actions.put_to_congress(matter, words=WORDS, is_urgent=False, by=ben, at=SPEAKS)

    by_decision(actions.call_home, mill, {"delegate": str(asha.pk)}, at=SPEAKS)

    with pytest.raises(Refused, match="holds_no_seat"):
        actions.say(matter, saying=YES, by=asha, at=SPEAKS)
    actions.say(matter, saying=YES, by=ana, at=SPEAKS)
    read = where(matter, at=SPEAKS + timedelta(hours=1))
    assert queries.count_of(read, read.put, at=COMPOSED).votes["yes"] == 1
    assert member_of(whole, founder_of(mill).person, at=SPEAKS) is None


def test_nobody_is_asked_about_what_the_pact_does_not_list(valley):
    whole, mill, *_others = valley

    with pytest.raises(Refused, match="stays_below"):
        raised(mill, whole, competence="kitchens")


def test_a_confederation_is_never_below_itself(valley):
    whole, *_bodies = valley
    above = a_confederation(whole, at=day(3))

    with pytest.raises(Refused, match="body_circle"):
        by_decision(actions.join, above, {"confederation": str(whole.pk)}, at=day(4))


def test_the_first_body_is_one_of_whoever_founded_it(valley):
    stranger = a_body("Dora")
    whole = an_institution("city_confederation")

    with pytest.raises(Refused, match="first_body_of_founder"):
        by_decision(actions.join, stranger, {"confederation": str(whole.pk)}, at=day(4))


def test_a_body_that_leaves_is_asked_until_its_notice_is_over(valley):
    whole, *_others, ridge = valley
    by_decision(
        actions.give_notice, ridge, {"membership": in_it(ridge, whole)}, at=day(5)
    )

    assert ridge.pk in queries.bodies_in(whole, at=day(94))
    assert ridge.pk not in queries.bodies_in(whole, at=day(96))


def test_words_come_back_with_what_should_stand_there(valley, delegates):
    whole, *bodies = valley
    matter = raised(bodies[0], whole)
    for body in bodies:
        told(body, matter, "yes")
    a_congress(matter, delegates, YES, YES, YES)

    for body in bodies:
        answered(
            body,
            matter,
            yes=2,
            no=0,
            at=COMPOSED + timedelta(days=1),
            deed=actions.send_words_back,
            text="We repair it, and share the work.",
        )

    read = where(matter, at=day(90))
    assert read.now.stage == "before_congress"
    assert [one.words for one in read.of("answered")] == [
        "We repair it, and share the work."
    ] * 3


def test_who_speaks_outside_their_mandate_makes_no_congress_quorate(valley, delegates):
    """Else one body could put anything, and the no of the others carry it."""
    whole, *bodies = valley
    matter = raised(bodies[0], whole)
    told(bodies[0], matter, "negotiate")
    for body in bodies[1:]:
        told(body, matter, "yes")

    a_congress(matter, delegates, YES, NO, NO, words="Nonsense.")

    read = where(matter, at=COMPOSED)
    assert read.now.stage == "before_congress"
    assert read.now.turns[-1].why.id == "congress_not_quorate"
