"""Roles that go by turn: whose turn it is, and why somebody was passed over."""

from dataclasses import replace
from datetime import timedelta

import pytest

from commonweal.capabilities.assemblies.queries.role_turns import had_before, turns
from commonweal.rules.charters.charter import Charter
from commonweal.rules.verdict import Refused
from tests.builders import a_charter, a_member, an_institution, founder_of
from tests.capabilities.assemblies.circles import minuted
from tests.capabilities.assemblies.given import an_assembly, did, now

pytestmark = pytest.mark.django_db


def by_turn(how="by_turn") -> Charter:
    ours = a_charter("tenants_union")
    return replace(ours, assemblies=replace(ours.assemblies, roles=how))


@pytest.fixture
def union():
    return an_institution(charter=by_turn())


@pytest.fixture
def people(union):
    return [founder_of(union), *(a_member(union, one) for one in ("Ben", "Chidi"))]


def an_evening(people, *, at=None):
    row = an_assembly(people[0], at=at)
    for one in people:
        did(row, "come_in", people[0], about=one)
    return row


def whose(row, role="minute_taker"):
    return turns(now(row, minute=0))[role]


def test_it_is_handed_to_whose_turn_it_is_and_to_others_for_a_reason(people):
    row = an_evening(people)
    first = whose(row)
    [due] = [one for one in people if str(one.pk) == first]
    [other] = [one for one in people[1:] if one != due]

    with pytest.raises(Refused) as why:
        did(row, "hand_on", people[0], about=other, what="minute_taker")
    assert why.value.verdict.reason.id == "role_goes_by_turn"
    assert why.value.verdict.reason.facts == {"of": due.name}

    reason = "She has a cold."
    did(row, "hand_on", people[0], about=other, what="minute_taker", reason=reason)
    did(row, "open", people[0])
    [line] = [one for one in minuted(row, 1) if "out of turn" in one]
    assert line == (
        f"Asha handed on a role out of turn. Takes the minutes: {other.name}. The "
        "reason: “She has a cold.”"
    )


def test_who_had_it_last_time_comes_after_whoever_had_it_never(people):
    first = an_evening(people)
    [due] = [one for one in people if str(one.pk) == whose(first)]
    did(first, "hand_on", people[0], about=due, what="minute_taker")
    did(first, "open", people[0])
    did(first, "close", people[0], minute=30)

    second = an_evening(people, at=first.opens_at + timedelta(days=1))

    assert whose(second) not in {str(due.pk), str(people[0].pk)}
    had = had_before(second).times
    assert had["minute_taker"] == {str(due.pk): 1}
    assert had["facilitator"] == {str(people[0].pk): 1}


def test_where_roles_are_handed_on_nobody_has_a_turn():
    union = an_institution(charter=by_turn("handed_on"))
    asha = founder_of(union)
    row = an_evening([asha])

    assert turns(now(row, minute=0)) == {}
    did(row, "hand_on", asha, about=asha, what="minute_taker")
