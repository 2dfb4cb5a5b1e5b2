"""Decisions by a show of hands: counted by two, held against who is counted."""

import pytest
from tests.rules.assemblies.rooms import at, opened, reasons, room, told, where

from commonweal.rules.assemblies.counting import Hands
from commonweal.rules.assemblies.events import (
    Counted,
    DecisionBegan,
    DecisionEnded,
    Handed,
    ItemBegun,
    WentOut,
)


def begun(*people):
    """Open, let Ben keep the door besides Asha, and begin a decision."""
    return [
        *opened(*people),
        Handed("asha", "doorkeeper", "ben", at(1)),
        DecisionBegan("asha", "hall", at(2)),
    ]


def counted(by, yes, no=0, abstain=0, minute=3):
    return Counted(by, yes, no, abstain, at(minute))


def test_a_count_that_two_came_to_is_taken():
    events = [*begun(), counted("asha", 4, 1, 1), counted("ben", 4, 1, 1, 4)]

    now = where(room(), [*events, DecisionEnded("asha", at(5))])

    [decision] = now.presence.decisions
    assert reasons(now) == []
    assert decision.hands == Hands(4, 1, 1)
    assert decision.held


def test_one_count_alone_and_two_that_differ_end_nothing():
    end = DecisionEnded("asha", at(9))
    one = [*begun(), counted("asha", 4, 1)]
    two = [*one, counted("ben", 4, 2, minute=5)]

    assert [told(why) for _, why in where(room(), [*one, end]).not_counted] == [
        "One person has counted. Please let somebody else who has a role count too, or "
        "break the decision off and say why."
    ]
    assert [told(why) for _, why in where(room(), [*two, end]).not_counted] == [
        "The counts differed. Please count the hands again, both of you, or break the "
        "decision off and say why."
    ]


def test_after_a_difference_both_count_anew_so_that_nobody_tries_numbers():
    events = [*begun(), counted("asha", 4, 1), counted("ben", 4, 2, minute=4)]
    tried = [*events, counted("ben", 4, 1, minute=5), counted("ben", 3, 1, minute=6)]

    now = where(room(), tried)
    assert reasons(now) == ["has_counted"]
    assert now.presence.decisions[0].hands is None
    assert now.presence.decisions[0].differed == 1
    mended = where(room(), [*tried, counted("asha", 4, 1, minute=7)])
    assert mended.presence.decisions[0].hands == Hands(4, 1, 0)


def test_what_two_counted_is_counted_and_asked_no_more():
    events = [
        *begun(),
        Handed("asha", "timekeeper", "chidi", at(3)),
        *(counted(of, 4, minute=4) for of in ("asha", "ben")),
        counted("chidi", 3, minute=4),
        DecisionEnded("asha", at(5)),
        DecisionBegan("asha", "hall", at(6)),
    ]

    assert reasons(where(room(), events)) == ["hands_are_counted", "decided_already"]


def test_a_count_that_never_comes_holds_up_nobody():
    events = [
        *begun(),
        counted("ben", 0, 6),
        WentOut("ben", "ben", at(4)),
        DecisionEnded("asha", at(5), "Ben had to go."),
        DecisionBegan("asha", "hall", at(6)),
    ]

    now = where(room(), events)

    assert reasons(now) == []
    assert now.presence.decisions[0].broken_off == "Ben had to go."
    assert now.presence.decisions[0].hands is None


@pytest.mark.parametrize(
    ("count", "why"),
    [
        (counted("chidi", 1), "only_roles_count_hands"),
        (counted("asha", 5, 1, 1), "more_hands_than_members"),
        (counted("asha", -1), "hands_are_counted_up"),
        (counted("asha", 0, -1), "hands_are_counted_up"),
        (counted("asha", 0, 0, -1), "hands_are_counted_up"),
    ],
)
def test_a_count_that_cannot_be_is_refused(count, why):
    now = where(room(), [*begun(), count])

    assert reasons(now) == [why]
    assert told(now.not_counted[0][1])


def test_hands_are_counted_while_a_decision_goes_on():
    before = [*opened(), counted("asha", 1, minute=1)]
    end = [*begun(), DecisionEnded("asha", at(3)), counted("asha", 1, minute=4)]

    assert reasons(where(room(), before)) == ["no_decision_goes_on"]
    assert reasons(where(room(), end)) == ["no_decision_goes_on"]
    assert reasons(where(room(), [*opened(), DecisionEnded("asha", at(3))])) == [
        "no_decision_goes_on"
    ]
    assert reasons(where(room(), [*begun(), DecisionEnded("ben", at(3))])) == [
        "only_the_facilitator"
    ]


def test_who_left_before_the_end_still_leaves_the_count_and_may_cost_the_quorum():
    events = [
        *begun("asha", "ben", "chidi"),
        *(counted(of, 3) for of in ("asha", "ben")),
        WentOut("chidi", "chidi", at(4)),
        DecisionEnded("asha", at(5)),
        ItemBegun("asha", "rent", at(6)),
    ]

    now = where(room(quorum_least=3), events)

    assert reasons(now) == []
    assert now.presence.decisions[0].hands == Hands(3, 0, 0)
    assert not now.presence.decisions[0].held


def test_nobody_counts_fewer_than_no_hands():
    with pytest.raises(AssertionError):
        Hands(0, -1, 0)


def test_slips_are_opened_and_counted_alike_before_a_secret_decision_ends():
    begins = [*begun()[:-1], DecisionBegan("asha", "hall", at(2), by_slips=True)]
    end = DecisionEnded("asha", at(9))
    two = [counted("asha", 4, 1), counted("ben", 4, 2, minute=5)]

    assert reasons(where(room(), [*begins, end])) == ["slips_are_not_counted"]
    assert reasons(where(room(), [*begins, *two, end])) == ["slips_differ"]
    assert reasons(where(room(), [*begins, two[0], end])) == ["second_count_missing"]


def test_that_one_matter_is_decided_says_nothing_of_another():
    events = [*begun(), counted("asha", 4, 1, 1), counted("ben", 4, 1, 1, 4)]

    now = where(room(), [*events, DecisionEnded("asha", at(5))]).presence

    assert now.is_decided("hall")
    assert not now.is_decided("rent")
