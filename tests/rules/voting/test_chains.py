"""Chains and pairs are worked out for all options at once, and exactly."""

from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.voting.elections import LOT, a_contest, ranked

from commonweal.rules.voting.ballots import Ballot, Contest, Ranking
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.methods.schulze import strongest_paths
from commonweal.rules.voting.pairs import preferences

FIVE = "ABCDE"
# More than a machine word holds.
HUGE = 2**70
STRENGTHS = st.integers(0, 4) | st.integers(HUGE, HUGE + 3)
LINKS = st.fixed_dictionaries(dict.fromkeys(permutations(FIVE, 2), STRENGTHS))


def strongest_by_hand(links, start, end):
    """Try every chain without a circle, and give the strength of the strongest."""
    others = [one for one in FIVE if one not in (start, end)]
    chains = [
        (start, *between, end)
        for length in range(len(others) + 1)
        for between in permutations(others, length)
    ]
    return max(min(links[pair] for pair in pairwise(chain)) for chain in chains)


@given(LINKS)
def test_no_chain_is_stronger_than_the_one_found(links):
    found = strongest_paths(FIVE, links)

    assert found == {pair: strongest_by_hand(links, *pair) for pair in links}


def test_numbers_beyond_a_machine_word_stay_exact():
    ballots = [
        Ballot(Ranking((("A",), ("B",))), HUGE + 1),
        Ballot(Ranking((("B",), ("A",))), HUGE),
        Ballot(Ranking((("B",),)), 2),
    ]

    pairs = preferences(Contest(("A", "B")), ballots)

    assert pairs == {("A", "B"): HUGE + 1, ("B", "A"): HUGE + 2}


@pytest.mark.parametrize("method", ["schulze", "ranked-pairs", "minimax"])
def test_a_win_by_a_single_vote_is_a_win(method):
    alone = METHODS[method].count(a_contest("A B C"), [ranked("A B")], LOT)
    apart = METHODS[method].count(
        a_contest("A B C"), [ranked("A C"), ranked("B C"), ranked("A")], LOT
    )

    assert (alone.winners, alone.tied) == (("A",), ())
    assert (apart.winners, apart.tied) == (("A",), ())


class Watched(dict):
    """Links that count how often they are looked at."""

    looks = 0

    def __getitem__(self, pair):
        self.looks += 1
        return super().__getitem__(pair)

    def get(self, pair, default=None):
        self.looks += 1
        return super().get(pair, default)

    def items(self):
        self.looks += len(self)
        return super().items()


def test_two_hundred_options_are_looked_at_once_each_against_each():
    many = tuple(f"option-{n}" for n in range(200))
    links = Watched(
        {
            (a, b): (len(a) * n + len(b)) % 9
            for n, (a, b) in enumerate(permutations(many, 2))
        }
    )

    strongest_paths(many, links)

    # With a look for every step in between there would be eight million.
    assert links.looks <= len(many) ** 2
