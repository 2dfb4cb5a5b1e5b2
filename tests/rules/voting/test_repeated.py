"""Whoever names somebody twice is found among many as among few."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.voting.ballots import Ballot, Ranking
from commonweal.rules.voting.grouped import grouped
from commonweal.rules.voting.repeated import BLOCK, voters_who_repeat

FEW = tuple(f"option {number}" for number in range(64))
MANY = (*FEW, "one more")


def ballots_on(options):
    # Drawn from both ends, so that the last ones are named and repeated, too.
    names = st.sampled_from([*options[:3], *options[-3:]])
    return st.lists(st.tuples(st.lists(names, max_size=5), st.integers(1, 4)))


def held(options, ballots):
    given_ = [Ballot(Ranking(tuple((o,) for o in order)), n) for order, n in ballots]
    return grouped(options, given_)


@pytest.mark.parametrize("options", [FEW[:1], FEW[:16], FEW[:17], FEW, MANY])
@given(st.data())
def test_voters_who_repeat_somebody_are_counted(options, data):
    ballots = data.draw(ballots_on(options))

    found = voters_who_repeat(held(options, ballots))

    assert found == sum(n for order, n in ballots if len(order) > len(set(order)))


@pytest.mark.parametrize("options", [FEW, MANY])
def test_no_block_of_ballots_is_passed_over(options):
    twice, once = ([options[-1]] * 2, 3), ([options[-1], options[0]], 1)
    ballots = [once] * BLOCK + [twice] + [once] * (BLOCK - 2) + [twice, twice, once]

    assert voters_who_repeat(held(options, ballots)) == 9
