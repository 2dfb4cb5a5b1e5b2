"""Who beats every other in pairs is found, and found alike in both forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.voting.elections import (
    OPTIONS,
    a_contest,
    one_by_one,
    ranked,
    strict_rankings,
)
from tests.rules.voting.promises.pairwise import beats

from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.condorcet import condorcet_winner
from commonweal.rules.voting.grouped import grouped
from commonweal.rules.voting.pairs import preferences


@given(st.lists(strict_rankings(), max_size=8))
def test_both_forms_find_whom_the_slow_way_finds(ballots):
    voters = one_by_one(ballots)
    best = [o for o in OPTIONS if all(beats(voters, o, p) for p in OPTIONS if p != o)]

    found = condorcet_winner(Contest(OPTIONS), ballots)

    assert found == (best[0] if best else None)
    assert condorcet_winner(Contest(OPTIONS), grouped(OPTIONS, ballots)) == found


def test_one_alone_beats_nobody():
    assert condorcet_winner(a_contest("ada"), [ranked("ada")]) is None


@pytest.mark.parametrize("order", ["- - - - - ada", "ben - - - - - ada"])
def test_whoever_is_named_after_many_empty_ranks_is_before_those_left_out(order):
    pairs = preferences(Contest(OPTIONS), [ranked(order)])

    assert pairs["ada", "eve"] == 1


def test_an_option_that_compact_ballots_do_not_know_is_beaten_by_all_they_name():
    compact = grouped(("B", "A"), [ranked("A B", 3), ranked("B", 2)])

    assert condorcet_winner(a_contest("A B C"), compact) == "A"
