"""How fast purses grow between two budgets: bounds on either side, and close ones."""

from fractions import Fraction

import numpy as np
import pytest
from tests.rules.budgeting.budgets import approving, scoring
from tests.rules.budgeting.test_stalls import set_out

from commonweal.rules.budgeting.methods.equal_shares.asking import ULP
from commonweal.rules.budgeting.methods.equal_shares.bids import Bid
from commonweal.rules.budgeting.methods.equal_shares.slopes import (
    NOTHING,
    Between,
    Slopes,
    rounding,
)

VOTES = [scoring(3, bath=2), scoring(5, bath=1), scoring(7, bath=4)]
LEAST, MOST = [0.5, 0.25, 2.0], [1.5, 0.75, 4.0]
NO, YES = False, True


def a_stall(votes=VOTES):
    [stall] = set_out(votes, bath=99).stalls
    return stall


def a_bid(*poor):
    flags = np.array(poor) if poor else None
    return Bid(0, 1.0, 0.9, 1.1, flags, flags)


def some_slopes():
    return Slopes(np.array(LEAST), np.array(MOST))


def just_below(found, exact):
    """Say if a bound holds by the hair that rounding is allowed for."""
    gap = Fraction(exact) - Fraction(float(found))
    return 0 < gap <= abs(Fraction(exact)) * Fraction(1, 10**13)


def test_at_first_all_purses_grow_as_the_share_does():
    slopes = Slopes.started(2)

    assert slopes.least.tolist() == slopes.most.tolist() == [1, 1]


# ---- prices


def test_where_nobody_is_poor_prices_stay_and_so_purses_grow_as_they_did():
    slopes = some_slopes()

    assert slopes.fall_of(a_stall(), a_bid(), a_bid()) == NOTHING
    slopes.sell(a_stall(), a_bid(), a_bid(), NOTHING)
    assert (slopes.least.tolist(), slopes.most.tolist()) == (LEAST, MOST)


def test_a_price_falls_as_the_purses_of_the_poor_grow():
    low, high = a_bid(NO, YES, YES), a_bid(NO, NO, YES)

    fall = some_slopes().fall_of(a_stall(), low, high)

    # What the poor have grows, and all others' points share it.
    assert just_below(fall.least, Fraction(7 * 2, 3 * 2 + 5))
    assert just_below(-fall.most, -(5 * Fraction(3, 4) + 7 * 4) / Fraction(6))


def test_a_price_may_stay_where_nobody_is_poor_in_the_end():
    fall = some_slopes().fall_of(a_stall(), a_bid(NO, YES, NO), a_bid())

    assert fall.least == 0
    assert just_below(-fall.most, -5 * Fraction(3, 4) / Fraction(34))


# ---- purses


@pytest.mark.parametrize("points", [YES, NO])
def test_who_pays_in_full_gains_what_the_price_falls_for_each_point(points):
    votes = VOTES if points else [approving(one.weight, "bath") for one in VOTES]
    slopes, stall = some_slopes(), a_stall(votes)

    slopes.sell(stall, a_bid(NO, NO, YES), a_bid(NO, NO, YES), Between(0.125, 3.0))

    for row, given in ((0, 2 if points else 1), (1, 1)):
        assert just_below(slopes.least[row], Fraction(LEAST[row] + 0.125 * given))
        assert just_below(-slopes.most[row], -Fraction(MOST[row] + 3.0 * given))
    assert slopes.least[2] == slopes.most[2] == 0


def test_who_is_poor_only_at_first_may_grow_or_not():
    slopes = some_slopes()

    slopes.sell(a_stall(), a_bid(NO, YES, YES), a_bid(NO, NO, YES), Between(0.5, 3.0))

    assert slopes.least[1] == 0
    assert just_below(-slopes.most[1], -(Fraction(3, 4) + 3))


def test_who_is_poor_at_first_and_nobody_in_the_end_may_grow():
    slopes = some_slopes()

    slopes.sell(a_stall(), a_bid(NO, YES, NO), a_bid(), Between(0.5, 3.0))

    assert slopes.least[1] == 0
    assert just_below(-slopes.most[1], -(Fraction(3, 4) + 3))


# ---- what a project is paid

EACH = [
    ([YES, YES, YES], [YES, YES, YES]),
    ([NO, NO, NO], [NO, NO, NO]),
    ([NO, YES, YES], [NO, NO, YES]),
    ([YES, YES, NO], [YES, NO, NO]),
]


@pytest.mark.parametrize(("poor", "surely"), EACH)
def test_what_is_paid_grows_by_the_poor_and_falls_with_the_price(poor, surely):
    slopes, stall = some_slopes(), a_stall()

    paid = slopes.paid(stall, Between(0.25, 0.5), np.array(poor), np.array(surely))

    voters, pull = (3, 5, 7), (6, 5, 28)
    most = least = Fraction(0)
    for row in range(3):
        most += voters[row] * Fraction(MOST[row]) if poor[row] else 0
        most -= 0 if poor[row] else Fraction(1, 4) * pull[row]
        least += voters[row] * Fraction(LEAST[row]) if surely[row] else 0
        least -= 0 if surely[row] else Fraction(1, 2) * pull[row]
    assert just_below(paid.least, least)
    assert just_below(-paid.most, -most)


def test_sums_may_be_off_by_each_that_is_added_and_a_few_more():
    assert rounding(a_stall()) >= 3 * ULP
    assert rounding(a_stall()) <= 100 * ULP
