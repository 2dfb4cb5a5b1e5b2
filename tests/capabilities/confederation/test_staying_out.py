"""A body that did not say yes stays out of what was ratified, if the pact lets it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.builders import a_charter
from tests.capabilities.confederation.given import (
    COMPOSED,
    OVER,
    a_body,
    a_confederation,
    answered,
    by_decision,
    in_congress,
    raised,
    where,
)

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.queries.staying_out import to_stay_out
from commonweal.foundation.institutions.charters import charter_in_force
from commonweal.foundation.journal.queries import comparison
from commonweal.foundation.language import say
from commonweal.rules.confederation.binding import is_bound, told_of_binding
from commonweal.rules.verdict import Refused

pytestmark = pytest.mark.django_db

IN_TIME, TOO_LATE = OVER + timedelta(days=5), OVER + timedelta(days=31)


@pytest.fixture
def bodies():
    return a_body("Asha", "Ana"), a_body("Ben", "Bo"), a_body("Chidi", "Carla")


def ratified(bodies, *, kind="regional_confederation", competence="ways"):
    """Let two of three bases say yes to what a congress found."""
    whole = a_confederation(*bodies, charter=at_a_month(kind))
    matter = raised(bodies[0], whole, competence=competence)
    in_congress(matter, bodies)
    for body, yes in zip(bodies, (2, 2, 0), strict=True):
        answered(body, matter, yes=yes, no=2 - yes, at=COMPOSED)
    return matter


def at_a_month(kind):
    """Give the charter of a kind, with a month to speak and a day to agree."""
    charter = a_charter(kind)
    pact = charter.pact
    shorter = replace(
        pact,
        raising=replace(pact.raising, notice_days=30),
        congress=replace(pact.congress, hours=24),
    )
    return replace(charter, pact=shorter)


def stays_out(body, matter, *, at):
    by_decision(actions.stay_out, body, {"matter": str(matter.pk)}, at=at)


def offered(body, *, at):
    return [pk for pk, _ in to_stay_out(body, charter_in_force(body, at=at), at)]


def refusal(body, matter, *, at):
    with pytest.raises(Refused) as refused:
        stays_out(body, matter, at=at)
    return refused.value.verdict.reason.id


def test_whoever_said_no_stays_out_and_the_others_are_bound(bodies):
    matter = ratified(bodies)
    assert offered(bodies[2], at=IN_TIME) == [str(matter.pk)]

    stays_out(bodies[2], matter, at=IN_TIME)

    read = where(matter, at=TOO_LATE)
    bound = [
        bool(is_bound(read.case, read.now, str(body.pk), at=TOO_LATE))
        for body in bodies
    ]
    assert bound == [True, True, False]
    told = told_of_binding(read.case, read.now, str(bodies[2].pk), at=TOO_LATE)
    assert say(told) == "This body stays out of it."
    assert offered(bodies[2], at=IN_TIME) == []
    assert comparison(matter.institution).problems == ()


def test_whoever_does_nothing_is_bound_once_the_days_are_over(bodies):
    matter = ratified(bodies)
    third = str(bodies[2].pk)

    said = []
    for at in (IN_TIME, TOO_LATE):
        read = where(matter, at=at)
        said.append(told_of_binding(read.case, read.now, third, at=at).id)

    assert said == ["body_can_stay_out", "body_is_bound"]
    assert refusal(bodies[2], matter, at=TOO_LATE) == "too_late_to_stay_out"


def test_whoever_said_yes_keeps_to_it(bodies):
    matter = ratified(bodies)

    assert offered(bodies[0], at=IN_TIME) == []
    assert refusal(bodies[0], matter, at=IN_TIME) == "said_yes_already"


def test_nobody_stays_out_before_anything_is_ratified_nor_where_all_are_bound(bodies):
    matter = ratified(bodies)
    assert refusal(bodies[2], matter, at=COMPOSED) == "nothing_to_stay_out_of"
    all_bound = ratified(
        (a_body("Uma"), a_body("Vera"), a_body("Wim")),
        kind="city_confederation",
        competence="campaigns",
    )

    assert refusal(bodies[2], all_bound, at=IN_TIME) == "body_is_not_in"
    read = where(all_bound, at=IN_TIME)
    assert told_of_binding(read.case, read.now, "any", at=IN_TIME) is None


def test_where_all_are_bound_it_is_said_so(bodies):
    matter = ratified(bodies, kind="city_confederation", competence="campaigns")

    assert offered(bodies[2], at=IN_TIME) == []
    assert refusal(bodies[2], matter, at=IN_TIME) == "nobody_stays_out"
