"""Whether the room is enough to decide: as people come and go, and at a second call."""

from fractions import Fraction

import pytest
from tests.rules.assemblies.rooms import (
    at,
    opened,
    reasons,
    room,
    told,
    where,
)

from commonweal.rules.assemblies.events import (
    CameIn,
    Closed,
    DecisionBegan,
    DecisionEnded,
    ItemBegun,
    SecondCall,
    WentOut,
)
from commonweal.rules.assemblies.quorum import quorum


def test_the_quorum_is_followed_as_people_come_and_go():
    meeting = room(quorum_share=Fraction(1, 2), quorum_least=2)
    events = [*opened("asha", "ben", "chidi"), WentOut("chidi", "chidi", at(9))]

    assert quorum(meeting, where(meeting, events, 8).presence).verdict
    after = quorum(meeting, where(meeting, events).presence)
    assert (after.there, after.needed) == (2, 3)
    assert told(after.verdict.reason).startswith(
        "3 members are needed to decide. Here so far: 2."
    )


def test_who_comes_in_the_middle_of_a_decision_counts_from_the_next_one():
    events = [
        *opened("asha", "ben"),
        DecisionBegan("asha", "hall", at(1)),
        CameIn("dora", "dora", at(2)),
        DecisionBegan("asha", "hall", at(3)),
        ItemBegun("asha", "rent", at(3)),
        Closed("asha", at(3)),
        DecisionEnded("asha", at(4)),
        DecisionBegan("asha", "hall", at(5)),
    ]

    now = where(room(), events)

    first, second = now.presence.decisions
    assert set(first.counted) == {"asha", "ben"}
    assert first.held
    assert set(second.counted) == {"asha", "ben", "dora"}
    assert reasons(now) == ["decision_goes_on"] * 3


def test_a_quorum_lost_during_a_decision_is_told():
    events = [
        *opened("asha", "ben", "chidi"),
        DecisionBegan("asha", "hall", at(1)),
        WentOut("ben", "ben", at(2)),
        CameIn("dora", "dora", at(3)),
        DecisionEnded("asha", at(4)),
    ]

    [decision] = where(room(quorum_least=3), events).presence.decisions

    assert told(decision.held.reason) == (
        "At the end 2 of those counted were still there, and it takes 3. The "
        "decision does not hold."
    )


def test_without_a_quorum_a_second_call_decides_less():
    meeting = room(quorum_least=4, second_call_minutes=30, second_least=2)
    events = [
        *opened("asha", "ben"),
        DecisionBegan("asha", "hall", at(1)),
        SecondCall("asha", at(29)),
        SecondCall("asha", at(30)),
        SecondCall("asha", at(31)),
        DecisionBegan("asha", "hall", at(32)),
        DecisionEnded("asha", at(33)),
        ItemBegun("asha", "rules", at(34)),
        DecisionBegan("asha", "rules", at(35)),
        ItemBegun("asha", "talk", at(36)),
        DecisionBegan("asha", "talk", at(37)),
    ]

    now = where(meeting, events)

    assert [one.item for one in now.presence.decisions] == ["hall"]
    assert reasons(now) == [
        "too_few_in_the_room",
        "second_call_too_early",
        "called_again_already",
        "second_call_cannot_decide_this",
        "no_decision_was_announced",
    ]


def test_what_needs_the_full_number_is_decided_at_a_second_call_if_it_came():
    meeting = room(quorum_least=4, second_call_minutes=30, second_least=2)
    events = [
        *opened("asha", "ben"),
        SecondCall("asha", at(30)),
        CameIn("chidi", "chidi", at(31)),
        CameIn("dora", "dora", at(31)),
        ItemBegun("asha", "rules", at(34)),
        DecisionBegan("asha", "rules", at(35)),
        WentOut("dora", "dora", at(36)),
        DecisionEnded("asha", at(37)),
    ]

    [decision] = where(meeting, events).presence.decisions

    assert decision.needed == 4
    assert decision.held is not None
    assert decision.held.reason.id == "quorum_was_lost"


def test_there_is_no_second_call_where_enough_came():
    events = [*opened(), SecondCall("asha", at(40))]

    assert reasons(where(room(second_call_minutes=30), events)) == ["enough_are_there"]


@pytest.mark.parametrize(
    "terms",
    [
        {"quorum_least": 0},
        {"second_least": 0},
        {"second_share": Fraction(3, 2)},
        {"quorum_share": Fraction(-1, 2)},
        {"proxies_most": -1},
    ],
)
def test_no_charter_lets_an_empty_room_decide(terms):
    with pytest.raises(AssertionError):
        room(**terms)
