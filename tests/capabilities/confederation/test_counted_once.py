"""A person in two bases is asked in one, and no base answers for whoever came later."""

from datetime import timedelta

import pytest
from tests.builders import a_member
from tests.capabilities.confederation.given import (
    COMPOSED,
    a_body,
    a_confederation,
    answered,
    in_congress,
    raised,
    where,
)

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.models import NotAsked
from commonweal.capabilities.confederation.queries.rolls import not_on_roll
from commonweal.foundation.institutions.actions.joining import leave
from commonweal.foundation.institutions.models import Member

pytestmark = pytest.mark.django_db


@pytest.fixture
def bodies():
    return a_body("Asha", "Ana"), a_body("Ben", "Bo")


@pytest.fixture
def vera(bodies):
    """Somebody who joined the first base, and then the second as well."""
    first = a_member(bodies[0], "Vera")
    later = first.joined_at + timedelta(hours=1)
    return first, a_member(bodies[1], "Vera", person=first.person, at=later)


@pytest.fixture
def matter(bodies, vera):
    whole = a_confederation(*bodies)
    matter = raised(bodies[0], whole)
    in_congress(matter, bodies)
    return matter


def left_out(body, matter):
    return not_on_roll(body, {"matter": str(matter.pk)}, COMPOSED + timedelta(days=1))


def test_whoever_belongs_to_two_bases_is_on_the_roll_of_one(bodies, vera, matter):
    _first, second = vera
    bases = where(matter, at=COMPOSED).now.asked.bases

    assert [bases[str(body.pk)].members for body in bodies] == [3, 2]
    assert left_out(bodies[0], matter) == frozenset()
    assert left_out(bodies[1], matter) == {second.pk}


def test_leaving_the_one_does_not_let_them_vote_in_the_other(bodies, vera, matter):
    first, second = vera

    leave(first, at=COMPOSED + timedelta(hours=1))

    assert left_out(bodies[1], matter) == {second.pk}


def test_whoever_came_after_the_question_is_on_no_roll(bodies, matter):
    late = a_member(bodies[1], "Late", at=COMPOSED + timedelta(hours=1))

    assert late.pk in left_out(bodies[1], matter)


def test_nobody_is_remembered_once_it_is_decided(bodies, vera, matter):
    assert NotAsked.objects.filter(matter=matter).exists()
    for body, yes in zip(bodies, (3, 2), strict=True):
        answered(body, matter, yes=yes, no=0, at=COMPOSED + timedelta(days=1))

    actions.settle_matters(matter.institution, at=COMPOSED + timedelta(days=31))

    assert where(matter, at=COMPOSED + timedelta(days=31)).now.stage == "ratified"
    assert not NotAsked.objects.exists()


def test_a_base_with_one_more_than_it_had_is_not_heard(bodies, vera, matter):
    answered(bodies[1], matter, yes=3, no=0, at=COMPOSED + timedelta(days=1))

    now = where(matter, at=COMPOSED + timedelta(days=2)).now

    assert [why.id for _deed, why in now.not_counted] == ["counts_above_asked"]
    assert Member.objects.filter(institution=bodies[1]).count() == 3
