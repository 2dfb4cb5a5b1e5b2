"""One body does not take up the days of all others with matters of its own."""

from datetime import timedelta

import pytest
from tests.capabilities.confederation.given import (
    OVER,
    RAISED,
    a_body,
    a_confederation,
    by_decision,
    in_it,
    raised,
)

from commonweal.capabilities.confederation import actions, queries
from commonweal.capabilities.confederation.models import Matter
from commonweal.rules.verdict import Refused

pytestmark = pytest.mark.django_db
MOST = 10


@pytest.fixture
def bodies():
    return [a_body("Asha"), a_body("Ben")]


@pytest.fixture
def whole(bodies):
    return a_confederation(*bodies)


def a_change(body, whole, days, *, at=RAISED):
    terms = {
        "membership": in_it(body, whole),
        "changes": {"pact.raising.notice_days": str(days)},
        "title": "Other days",
        "text": "So that all can speak.",
    }
    by_decision(actions.raise_change, body, terms, at=at)


def test_a_body_has_only_so_many_matters_and_changes_before_all(bodies, whole):
    for _ in range(MOST - 1):
        raised(bodies[0], whole)
    a_change(bodies[0], whole, 14)

    with pytest.raises(Refused, match="too_many_raised"):
        raised(bodies[0], whole)
    with pytest.raises(Refused, match="too_many_raised"):
        a_change(bodies[0], whole, 15)

    assert Matter.objects.count() == MOST
    assert raised(bodies[1], whole).number == MOST + 1


def test_whoever_proposes_is_told_before_all_vote_on_it(bodies, whole):
    for _ in range(MOST):
        raised(bodies[0], whole)
    terms = {"under": f"{in_it(bodies[0], whole)} campaigns"}

    verdict = queries.may_raise(bodies[0], terms, RAISED)

    assert verdict.reason.id == "too_many_raised"


def test_what_is_taken_back_leaves_room(bodies, whole):
    first, *_ = [raised(bodies[0], whole) for _ in range(MOST)]

    by_decision(
        actions.withdraw_matter, bodies[0], {"matter": str(first.pk)}, at=RAISED
    )

    assert raised(bodies[0], whole).number == MOST + 1


def test_by_the_pact_it_can_be_more_or_less(bodies, whole):
    raised(bodies[0], whole)
    charter = whole.charterversion_set.latest("number")
    charter.text = charter.text.replace("most_open = 10", "most_open = 1")
    charter.save()

    with pytest.raises(Refused, match="too_many_raised"):
        raised(bodies[0], whole, at=OVER + timedelta(days=1))
