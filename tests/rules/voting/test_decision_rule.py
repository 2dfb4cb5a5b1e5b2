from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.sentence import local_text
from commonweal.rules.voting.decision_rule import (
    QUORUM_KINDS,
    DecisionRule,
    Quorum,
    SecondCall,
    Support,
    Threshold,
    asks_no_less,
    needed_for,
    share_rounded_up,
    supporters_needed,
)

SHARES = st.fractions(0, 1, max_denominator=60)
NUMBERS = st.integers(0, 500)


def a_rule(support: Support) -> DecisionRule:
    return DecisionRule("r", local_text(en="R"), "all", "motion", support=support)


@given(SHARES, NUMBERS)
def test_a_share_is_rounded_up_to_whole_members(share, whole):
    members = share_rounded_up(share, whole)

    assert members >= share * whole > members - 1


@given(SHARES, NUMBERS, NUMBERS)
def test_supporters_needed_are_never_more_than_a_majority(share, at_least, roll):
    needed = supporters_needed(a_rule(Support(share, at_least)), roll=roll)

    majority = min(roll, roll // 2 + 1)
    assert needed <= majority
    assert needed == majority or needed >= max(at_least, share * roll)


def test_one_in_ten_of_ninety_eight_is_ten():
    rule = a_rule(Support(Fraction(1, 10), at_least=2))

    assert supporters_needed(rule, roll=98) == 10
    assert supporters_needed(rule, roll=12) == 2
    assert supporters_needed(rule, roll=1) == 1


@given(st.sampled_from(QUORUM_KINDS), SHARES, NUMBERS, NUMBERS, st.data())
def test_a_larger_roll_never_needs_fewer(kind, share, at_least, electorate, data):
    active = data.draw(st.integers(0, electorate))
    quorum = Quorum(kind, share, at_least)

    needed = needed_for(quorum, electorate=electorate, active=active)

    assert needed <= needed_for(quorum, electorate=electorate + 1, active=active + 1)


def test_each_kind_of_quorum_needs_what_it_says():
    half = Fraction(1, 2)
    needed = {
        kind: needed_for(Quorum(kind, half, at_least=3), electorate=99, active=41)
        for kind in QUORUM_KINDS
    }

    assert needed == {
        "none": 0,
        "fixed": 3,
        "share_of_roll": 50,
        "share_of_active_roll": 21,
        "ballots_cast": 3,
        "positive_votes": 3,
    }


def test_a_rule_of_its_own_asks_no_less_than_the_ordinary_one():
    ordinary = DecisionRule(
        "ordinary",
        local_text(en="Ordinary"),
        "all",
        quorum=Quorum("share_of_roll", Fraction(1, 10)),
    )
    grave = replace(
        ordinary,
        quorum=Quorum("share_of_roll", Fraction(1, 2)),
        threshold=Threshold(share=Fraction(2, 3)),
    )

    assert asks_no_less(grave, than=ordinary)
    assert asks_no_less(ordinary, than=ordinary)
    assert not asks_no_less(ordinary, than=grave)
    weaker = (
        {"quorum": Quorum()},
        {"quorum": Quorum("fixed", at_least=2)},
        {"threshold": Threshold(strict=False)},
        {"threshold": Threshold(base="cast")},
        {"franchise": "others"},
        {"second_call": SecondCall()},
    )
    for parts in weaker:
        assert not asks_no_less(replace(ordinary, **parts), than=ordinary)


@pytest.mark.parametrize(("ballot", "secret"), [("open", False), ("secret", True)])
def test_a_rule_is_secret_just_when_its_ballots_are(ballot, secret):
    rule = replace(a_rule(Support()), ballot=ballot)

    assert rule.is_secret == secret


@pytest.mark.parametrize(("method", "motion"), [("motion", True), ("irv", False)])
def test_only_a_motion_is_answered_yes_or_no(method, motion):
    rule = replace(a_rule(Support()), method=method)

    assert rule.asks_one_text == motion
