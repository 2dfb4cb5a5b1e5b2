"""Ranked pairs: which wins are held, and that the order of options says nothing."""

from itertools import permutations

import pytest
from tests.rules.voting.elections import LOT, a_contest, ranked

from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.ties import TieBreaker

RANKED_PAIRS = METHODS["ranked-pairs"]


def held_in(outcome):
    return dict(outcome.steps[-1].counts)


def test_a_pair_that_is_level_is_a_win_for_neither():
    outcome = RANKED_PAIRS.count(a_contest("A B C"), [ranked("C")], LOT)

    assert outcome.winners == ("C",)
    assert held_in(outcome) == {"A": 0, "B": 0, "C": 2}


@pytest.mark.parametrize("ballots", [[], [ranked("A B", 5), ranked("B A", 5)]])
def test_where_nobody_wins_no_win_is_held(ballots):
    outcome = RANKED_PAIRS.count(a_contest("A B"), ballots, TieBreaker("status_quo"))

    assert outcome.winners == ()
    assert held_in(outcome) == {"A": 0, "B": 0}


@pytest.mark.parametrize("options", [" ".join(one) for one in permutations("WABC")])
def test_of_two_orders_with_one_winner_the_first_by_name_is_shown(options):
    ballots = [ranked("W A B C", 3), ranked("W B C A", 2), ranked("W C A B", 3)]

    outcome = RANKED_PAIRS.count(a_contest(options), ballots, LOT)

    # A before B is held; B before C and C before A are equal, and only one can be.
    assert outcome.winners == ("W",)
    assert outcome.tied == ()
    assert held_in(outcome) == {"W": 3, "A": 2, "B": 1, "C": 0}
