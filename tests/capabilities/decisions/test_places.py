"""A place on the members' list that nobody has taken up gives no second vote."""

import pytest

from commonweal.capabilities.decisions import access, actions, queries
from commonweal.foundation.institutions.actions import inviting, joining
from commonweal.foundation.institutions.actions.bringing import Row, bring_members
from commonweal.rules.verdict import Refused
from tests.builders import (
    FROM_A_SHEET,
    a_member,
    a_person,
    an_institution,
    day,
    founder_of,
)
from tests.capabilities.decisions.given import A_MOMENT, a_proposal, seen, voting

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    return an_institution(founder="Nour")


@pytest.fixture
def places(union):
    rows = (Row("Emre"), Row("Farah"))
    sheet = bring_members(
        union, rows, origin=FROM_A_SHEET, by=founder_of(union), at=day(0)
    )
    return dict(zip(sheet.names, sheet.codes, strict=True))


@pytest.fixture
def question(union, places):
    tenants = [a_member(union, name) for name in ("Ben", "Chidi", "Dolores")]
    return voting(a_proposal(union, tenants, at=day(1)))


def taken_up(code, *, at):
    return joining.join(code, person=a_person("Eve"), name="Eve", at=at)


def vote(question, by, *, at):
    marks = {"answer": "yes"}
    return actions.cast_ballot(question, by=by, marks=marks, at=at)


def test_who_came_before_the_roll_was_frozen_votes(union, places, question):
    early = question.opens_at
    emre = taken_up(places["Emre"], at=early)

    assert vote(question, emre, at=early)


def test_who_took_up_a_place_later_is_told_why_they_have_no_vote(
    union, places, question
):
    at = question.opens_at + A_MOMENT
    asha = founder_of(union)
    listed = next(one for one in union_places(union) if one.name == "Emre")
    code = inviting.invite_to_place(listed, by=asha, at=at).code

    eve = taken_up(code, at=at)

    assert access.is_on_roll(eve, question)
    with pytest.raises(Refused, match="place_taken_up_later"):
        vote(question, eve, at=at)
    view = seen(question.proposal, at=at, by=eve)
    assert view.question.may_vote.id == "place_taken_up_later"
    assert queries.needs_of(eve.person, at=at) == ()


def test_a_second_call_asks_those_who_were_there_at_the_first(union, places, question):
    second = seen(question.proposal, at=day(40)).question.question
    assert second.call == 2
    farah = taken_up(places["Farah"], at=question.opens_at + A_MOMENT)

    with pytest.raises(Refused, match="place_taken_up_later"):
        vote(second, farah, at=second.opens_at)


def union_places(union):
    return union.member_set.filter(person=None)
