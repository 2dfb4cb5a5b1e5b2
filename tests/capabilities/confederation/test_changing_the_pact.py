"""The pact belongs to the bodies: it changes by what their bases say, and only so."""

from datetime import timedelta

import pytest
from tests.builders import day, founder_of
from tests.capabilities.confederation.given import (
    COMPOSED,
    OVER,
    RAISED,
    SPEAKS,
    a_body,
    a_confederation,
    answered,
    by_decision,
    in_congress,
    in_it,
    sent,
    where,
)

from commonweal.capabilities.confederation import actions, queries
from commonweal.capabilities.confederation.models import Matter
from commonweal.foundation.institutions.charters import charter_in_force
from commonweal.foundation.institutions.models import CharterVersion
from commonweal.foundation.journal.queries import comparison
from commonweal.rules.confederation.mandates import digest_of
from commonweal.rules.verdict import Refused

pytestmark = pytest.mark.django_db

NOTICE = "pact.raising.notice_days"
WORDS = "- Days: 30 becomes 14\n\nA month is long."


@pytest.fixture
def bodies():
    return [a_body("Asha", "Ana"), a_body("Ben", "Bo"), a_body("Chidi", "Carla")]


@pytest.fixture
def whole(bodies):
    return a_confederation(*bodies)


def asked_for(body, whole, *, at=RAISED, **terms):
    there = {"membership": in_it(body, whole), "title": "A fortnight", "text": WORDS}
    by_decision(actions.raise_change, body, {**there, **terms}, at=at)
    return Matter.objects.filter(institution=whole).latest("number")


def bases_say(matter, bodies, *said):
    for body, (yes, no) in zip(bodies, said, strict=True):
        answered(body, matter, yes=yes, no=no, at=COMPOSED + timedelta(days=1))
    actions.settle_matters(matter.institution, at=OVER)


def notice(whole, *, at=OVER):
    return charter_in_force(whole, at=at).pact.raising.notice_days


def test_the_pact_changes_when_enough_bases_have_said_yes(whole, bodies):
    matter = asked_for(bodies[0], whole, changes={NOTICE: "14"})
    in_congress(matter, bodies)

    bases_say(matter, bodies, (2, 0), (2, 0), (0, 2))

    assert notice(whole) == 14
    version = CharterVersion.objects.filter(institution=whole).latest("number")
    assert version.decision_id == matter.pk
    assert version.in_force_at == where(matter, at=OVER).now.ratified_at
    assert notice(whole, at=version.in_force_at - timedelta(seconds=1)) == 30
    assert comparison(whole).problems == ()


def test_a_bare_majority_of_bodies_does_not_change_the_pact(whole, bodies):
    """Two of four is half, and the pact asks for two thirds of those who answer."""
    fourth = a_body("Dina", "Dan")
    join_late(fourth, whole, bodies)
    matter = asked_for(bodies[0], whole, changes={NOTICE: "14"})
    in_congress(matter, bodies)

    bases_say(matter, [*bodies, fourth], (2, 0), (2, 0), (0, 1), (0, 1))

    assert where(matter, at=OVER).now.stage == "failed"
    assert notice(whole) == 30


def join_late(body, whole, others):
    by_decision(actions.join, body, {"confederation": str(whole.pk)}, at=day(2))
    applicant = {"applicant": in_it(body, whole)}
    for other in others[:2]:
        by_decision(actions.speak_for, other, applicant, at=day(2))
    assert queries.standing_of(whole, body.pk, at=day(2)).is_in


def test_it_is_put_as_it_was_raised(whole, bodies):
    matter = asked_for(bodies[0], whole, changes={NOTICE: "14"})
    (delegate,) = sent(bodies[0], whole, founder_of(bodies[0]))

    with pytest.raises(Refused) as refusal:
        actions.put_to_congress(
            matter, words="Other words", is_urgent=False, by=delegate, at=SPEAKS
        )

    assert refusal.value.verdict.reason.id == "change_is_put_as_raised"


def test_it_is_never_urgent(whole, bodies):
    matter = asked_for(bodies[0], whole, changes={NOTICE: "14"})
    (delegate,) = sent(bodies[0], whole, founder_of(bodies[0]))

    with pytest.raises(Refused) as refusal:
        actions.put_to_congress(
            matter, words=WORDS, is_urgent=True, by=delegate, at=RAISED + timedelta(2)
        )

    assert refusal.value.verdict.reason.id == "pact_is_never_urgent"


def test_same_words_with_another_change_are_other_words(whole, bodies):
    one = asked_for(bodies[0], whole, changes={NOTICE: "14"})
    other = asked_for(bodies[1], whole, changes={NOTICE: "3"})

    texts = {where(each, at=RAISED).text for each in (one, other)}

    assert len(texts) == 2
    assert digest_of(WORDS) not in texts


def test_what_no_longer_fits_is_written_down_and_changes_nothing(whole, bodies):
    one = asked_for(bodies[0], whole, changes={NOTICE: "14"})
    same = asked_for(bodies[1], whole, changes={NOTICE: "14"})
    for matter in (one, same):
        in_congress(matter, bodies)
    for matter in (one, same):
        for body in bodies:
            answered(body, matter, yes=2, no=0, at=COMPOSED + timedelta(days=1))
    actions.settle_matters(whole, at=OVER)

    assert notice(whole) == 14
    left = where(same, at=OVER).of("left_pact")
    assert [one.facts["why"]["sentence"] for one in left] == ["charter_objections"]
    assert CharterVersion.objects.filter(institution=whole).count() == 2


@pytest.mark.parametrize(
    ("terms", "why"),
    [
        ({"changes": {"pact.raising.bodies": "0"}}, "charter_objections"),
        ({"changes": {"pact.nothing": "1"}}, "charter_objections"),
        ({"changes": {}}, "charter_objections"),
        ({"changes": {NOTICE: 1.5}}, "terms_unreadable"),
        ({"changes": {"pact.changing.bodies.share": "1/3"}}, "charter_objections"),
    ],
)
def test_what_cannot_hold_is_not_asked_of_anybody(whole, bodies, terms, why):
    with pytest.raises(Refused) as refusal:
        asked_for(bodies[0], whole, **terms)

    assert refusal.value.verdict.reason.id == why
    assert not Matter.objects.exists()


def test_whoever_is_not_in_asks_for_nothing(whole, bodies):
    outside = a_body("Zed")
    terms = {"membership": in_it(bodies[0], whole), "changes": {NOTICE: "14"}}

    with pytest.raises(Refused) as refusal:
        by_decision(actions.raise_change, outside, terms, at=RAISED)

    assert refusal.value.verdict.reason.id == "body_is_not_in"
