"""Purses in whole units far below a coin: exact, however large the sums."""

from fractions import Fraction
from math import floor

import numpy as np
import pytest
from tests.rules.budgeting.budgets import approving, scoring
from tests.rules.budgeting.test_stalls import set_out

from commonweal.rules.budgeting.methods.equal_shares.words import Words

SHARES = [Fraction(1, 3), Fraction(10**6, 7), Fraction(2**40 + 1, 3), Fraction(5)]
ALL = np.array([True, True])


def filled(share, votes=None):
    """Give the stall of a bath that two ballots back, and everybody's share."""
    votes = votes or [scoring(3, bath=2), scoring(4, bath=5)]
    stalls = set_out(votes, bath=20)
    words = Words.filled(stalls, share)
    assert words is not None, "it fits"
    return stalls.stalls[0], words


def near_enough(words, row, has):
    """Say if the float of a purse leaves out the low word and a rounding alone."""
    low_word = Fraction(2) ** (words.bits - words.shift)
    return abs(has - Fraction(float(words.near[row]))) <= low_word + has / 2**52


@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("voters", [1, 1000, 2**20])
def test_everybody_has_their_share_rounded_down_to_a_unit(share, voters):
    stall, words = filled(share, [approving(voters, "bath"), approving(2, "bath")])

    units = floor(share * 2**words.shift)
    assert words.each(stall, [0, 1]) == [units, units]
    assert words.together(stall, ALL) == units * (voters + 2)
    assert words.together(stall, np.array([False, True])) == units * 2
    assert near_enough(words, 0, share)


@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("points", [1, 3])
def test_units_are_far_below_a_coin_and_sums_stay_below_64_bits(share, points):
    _, words = filled(share, [scoring(999, bath=points), scoring(2, bath=points)])

    assert words.shift >= 40
    assert 1001 * points * 2**words.bits < 2**63
    assert int(words.high.max()) < 2**words.bits
    assert int(words.low.max()) < 2**words.bits


@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize(
    "votes",
    [
        [scoring(3, bath=2), scoring(4, bath=5)],
        [approving(3, "bath"), approving(4, "bath")],
    ],
)
def test_a_price_is_taken_from_each_by_their_points(share, votes):
    stall, words = filled(share, votes)
    before = words.each(stall, [0, 1])
    price = before[0] // 7

    words.take(stall, price, None)

    left = [
        has - price * points
        for has, points in zip(before, stall.given.tolist(), strict=True)
    ]
    assert words.each(stall, [0, 1]) == left
    assert words.held(stall.rows).tolist() == [True, True]
    for row, units in enumerate(left):
        assert near_enough(words, row, Fraction(units, 2**words.shift))


def test_whoever_is_poor_gives_all_and_has_nothing():
    stall, words = filled(Fraction(1, 3))

    words.take(stall, 1, np.array([False, True]))

    assert words.each(stall, [1]) == [0]
    assert words.held(stall.rows).tolist() == [True, False]
    assert words.near[1] == 0


@pytest.mark.parametrize("left", ["one unit", "one of the high word"])
def test_a_purse_with_a_little_is_not_empty(left):
    stall, words = filled(Fraction(5), [approving(1, "bath"), approving(1, "bath")])
    [has] = words.each(stall, [0])

    words.take(stall, has - (1 if left == "one unit" else 2**words.bits), None)

    assert words.held(stall.rows).tolist() == [True, True]


@pytest.mark.parametrize(("most", "fits"), [(2**30 - 1, True), (2**30, False)])
def test_more_voters_and_points_than_words_hold_are_refused(most, fits):
    stalls = set_out([approving(most, "bath")], bath=20)

    assert (Words.filled(stalls, Fraction(1)) is not None) == fits


@pytest.mark.parametrize(("bits", "fits"), [(121, True), (122, False)])
def test_a_share_of_so_many_coins_that_none_can_be_parted_is_refused(bits, fits):
    stalls = set_out([approving(1, "bath")], bath=20)

    words = Words.filled(stalls, Fraction(2**bits - 1))

    assert (words is not None) == fits
    assert words is None or words.each(stalls.stalls[0], [0]) == [2**bits - 1]
