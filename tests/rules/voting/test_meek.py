"""Meek: the quota shrinks with votes that nobody keeps, and a full count is over."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.voting.elections import (
    LOT,
    OPTIONS,
    a_contest,
    ranked,
    strict_rankings,
)

from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.ties import TieBreaker, lot_number

MEEK = METHODS["stv-meek"]
ROUNDED = Fraction(len(OPTIONS) + 1, 10**5)


@settings(max_examples=60, deadline=None)
@given(st.lists(strict_rankings(), min_size=1, max_size=8), st.integers(1, 3))
def test_the_quota_is_the_votes_that_are_kept_divided_by_places_plus_one(
    ballots, seats
):
    outcome = MEEK.count(Contest(OPTIONS, seats), ballots, LOT)

    told = [step for step in outcome.steps if "quota" in step.explanation.facts]
    for step in told:
        kept = sum(step.counts.values())
        assert abs(step.explanation.facts["quota"] - kept / (seats + 1)) <= ROUNDED
    assert outcome.facts["last_quota"] <= told[0].explanation.facts["quota"]


@settings(max_examples=60, deadline=None)
@given(st.lists(strict_rankings(), min_size=1, max_size=8), st.integers(1, 3))
def test_the_surplus_told_is_what_the_elected_have_beyond_the_quota(ballots, seats):
    outcome = MEEK.count(Contest(OPTIONS, seats), ballots, LOT)

    winners: list[str] = []
    for step in outcome.steps:
        facts = step.explanation.facts
        if "surplus" in facts:
            beyond = sum(step.counts[one] - facts["quota"] for one in winners)
            assert abs(facts["surplus"] - max(beyond, 0)) <= ROUNDED
        winners += step.elected


def test_votes_that_nobody_keeps_shrink_the_quota():
    ballots = [ranked("A", 9), ranked("B", 2), ranked("C", 1), ranked("D", 1)]

    outcome = MEEK.count(a_contest("A B C D", 2), ballots, LOT)

    assert outcome.winners == ("A", "B")
    assert outcome.facts["last_quota"] < Fraction(13, 3)


@pytest.mark.parametrize("ballots", [[], [ranked("- -", 3)]])
def test_without_a_valid_paper_nobody_fills_even_the_last_places(ballots):
    outcome = MEEK.count(a_contest("A B", 2), ballots, LOT)

    assert outcome.winners == ()


def test_the_last_places_go_to_those_who_are_left_the_most_votes_first():
    ballots = [ranked("A", 9), ranked("B", 1), ranked("C", 2)]

    outcome = MEEK.count(a_contest("A B C", 3), ballots, LOT)

    assert outcome.winners == ("A", "C", "B")
    assert outcome.steps[-1].title.id == "stv_last_places"
    assert outcome.steps[-1].elected == ("C", "B")
    assert outcome.steps[-1].explanation.facts == {"vacancies": 2}


def test_nobody_drops_out_once_all_places_are_filled():
    ballots = [ranked("A", 9), ranked("B", 2), ranked("C", 1)]

    outcome = MEEK.count(a_contest("A B C"), ballots, LOT)

    assert [step.elected for step in outcome.steps] == [("A",)]


def test_those_who_cannot_catch_up_by_one_vote_drop_out_together():
    ballots = [ranked("A", 9), ranked("B", 6), ranked("C", 4)]
    ballots += [ranked("D", 2), ranked("E", 1)]

    outcome = MEEK.count(a_contest("A B C D E"), ballots, LOT)

    assert outcome.steps[1].excluded == ("D", "E")
    assert outcome.steps[1].explanation.id == "meek_certain_losers"


def test_only_those_who_are_last_are_level_with_the_last():
    ballots = [ranked("E", 3), ranked("C A", 3), ranked("A", 5)]

    outcome = MEEK.count(a_contest("A C E"), ballots, LOT)

    assert outcome.tied == (("C", "E"),)


def test_of_two_elected_at_once_the_one_with_more_votes_is_named_first():
    ballots = [ranked("A", 3), ranked("B", 4), ranked("C", 1)]

    outcome = MEEK.count(a_contest("A B C", 2), ballots, LOT)

    assert outcome.winners == ("B", "A")
    assert outcome.steps[0].elected == ("B", "A")


def test_whoever_is_behind_by_less_than_the_surplus_is_level():
    ballots = [ranked("C A B", 2), ranked("D", 3), ranked("B A D C", 3)]
    contest = a_contest("A B C D E", 3, reserved="1 of A, C")

    outcome = MEEK.count(contest, [*ballots, ranked("B E", 3)], TieBreaker("lot", "x"))

    # A has been passed almost two votes, and a surplus is left that could make it two.
    assert outcome.tied == (("A", "C"),)


def test_whoever_alone_may_drop_out_does_without_a_tie():
    contest = a_contest("A C D", 2, reserved="2 of C, D")

    outcome = MEEK.count(contest, [ranked("A")], LOT)

    assert set(outcome.winners) == {"C", "D"}
    assert outcome.tied == ()


def test_whoever_drops_out_alone_is_told_so_and_has_no_count_any_more():
    ballots = [ranked("A", 5), ranked("B", 4), ranked("C", 1)]

    outcome = MEEK.count(a_contest("A B C"), ballots, LOT)

    assert outcome.steps[1].excluded == ("C",)
    assert outcome.steps[1].explanation.id == "meek_exclusion"
    assert outcome.steps[1].explanation.facts["votes"] == 1
    assert outcome.steps[2].counts == {"A": 5, "B": 4}


def test_whoever_a_lot_leaves_alone_takes_the_last_place_without_the_quota():
    first = min("AB", key=lambda one: lot_number(LOT.seed, one))

    outcome = MEEK.count(a_contest("A B"), [ranked("A", 3), ranked("B", 3)], LOT)

    assert outcome.tied == (("A", "B"),)
    assert outcome.winners == (first,)
    assert outcome.steps[-1].title.id == "stv_last_places"


def test_whoever_is_elected_passes_on_first_and_then_somebody_drops_out():
    ballots = [ranked("A C", 35), ranked("B", 30), ranked("D", 22), ranked("C", 18)]
    ballots.append(ranked("E A C", 15))

    outcome = METHODS["stv-meek"].count(a_contest("A B C D E", 2), ballots, LOT)

    # When A comes over the quota, C is behind D by fewer votes than A passes on.
    assert outcome.winners == ("A", "C")
    assert outcome.tied == ()
