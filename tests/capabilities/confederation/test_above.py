"""A confederation in another one: its bases decide whether, and are asked there."""

from datetime import timedelta

import pytest
from tests.builders import day
from tests.capabilities.confederation.given import (
    COMPOSED,
    OVER,
    RAISED,
    a_body,
    a_confederation,
    answered,
    by_decision,
    in_congress,
    in_it,
    raised,
    where,
)

from commonweal.capabilities.confederation import actions, queries
from commonweal.capabilities.confederation.models import Matter
from commonweal.capabilities.confederation.queries.choices import to_answer
from commonweal.foundation import effects
from commonweal.foundation.institutions.charters import charter_in_force
from commonweal.foundation.institutions.models import Institution
from commonweal.rules.verdict import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def bodies():
    return [a_body("Asha", "Ana"), a_body("Ben", "Bo")]


@pytest.fixture
def valley(bodies):
    return a_confederation(*bodies)


@pytest.fixture
def region():
    return a_confederation(a_body("Rosa", "Rui"))


def asked_to_join(body, whole, above):
    terms = {
        "membership": in_it(body, whole),
        "joins": str(above.pk),
        "title": "With the region",
        "text": "We come in together.",
    }
    by_decision(actions.raise_change, body, terms, at=RAISED)
    return Matter.objects.filter(institution=whole).latest("number")


@pytest.mark.parametrize(
    ("name", "terms"),
    [
        ("join_confederation", "confederation"),
        ("leave_confederation", "membership"),
        ("stay_in_confederation", "membership"),
        ("change_pact", "membership"),
    ],
)
def test_delegates_do_not_decide_whom_their_bases_are_with(valley, region, name, terms):
    effect = effects.effect(name)

    found = effect.check(valley, {terms: str(region.pk)}, day(3))

    assert found.reason.id == "bases_decide_it"
    charter = charter_in_force(valley, at=day(3))
    assert name not in effects.offered(charter, guards_door=False)


@pytest.mark.parametrize(("yes", "place"), [(2, "applying"), (0, "outside")])
def test_it_asks_to_come_in_once_its_bases_have_said_yes(
    valley, bodies, region, yes, place
):
    matter = asked_to_join(bodies[0], valley, region)
    in_congress(matter, bodies)
    for body in bodies:
        answered(body, matter, yes=yes, no=2 - yes, at=COMPOSED + timedelta(days=1))

    actions.settle_matters(valley, at=OVER)

    assert queries.standing_of(region, valley.pk, at=OVER).place == place
    changed = [one.deed for one in where(matter, at=OVER).deeds]
    assert ("changed_pact" in changed) is (place == "applying")


def test_a_base_answers_what_comes_from_above_its_confederation(valley, bodies):
    region = a_confederation(a_body("Rosa", "Rui"))
    by_decision(actions.join, valley, {"confederation": str(region.pk)}, at=day(2))
    first = Institution.objects.get(pk=queries.bodies_in(region, at=day(2))[0])
    applicant = {"applicant": in_it(valley, region)}
    by_decision(actions.speak_for, first, applicant, at=day(2))
    matter = raised(first, region)
    in_congress(matter, [first])
    charter = charter_in_force(bodies[0], at=COMPOSED)
    offered = [pk for pk, _title in to_answer(bodies[0], charter, COMPOSED)]

    answered(bodies[0], matter, yes=0, no=2, at=COMPOSED + timedelta(days=1))

    assert offered == [str(matter.pk)]
    said = where(matter, at=COMPOSED + timedelta(days=2)).now.said
    assert said.total.no == 2


def test_one_thing_is_asked_at_a_time(bodies, valley, region):
    both = {"changes": {"pact.raising.notice_days": "14"}, "joins": str(region.pk)}
    terms = {"membership": in_it(bodies[0], valley), **both}

    with pytest.raises(Refused) as refusal:
        by_decision(actions.raise_change, bodies[0], terms, at=RAISED)

    assert refusal.value.verdict.reason.id == "terms_unreadable"
