"""What floats prove of a project: that it is too dear, or asks more than some rate."""

from fractions import Fraction

import numpy as np
import pytest
from tests.rules.budgeting.budgets import approving, scoring
from tests.rules.budgeting.test_asking import a_counter
from tests.rules.budgeting.test_stalls import set_out

from commonweal.rules.budgeting.methods.equal_shares.asking import ULP, waiting_at
from commonweal.rules.budgeting.methods.equal_shares.bids import Bid

# ---- what is too dear


@pytest.mark.parametrize("cost", [1_000_001, 10**7])
def test_what_is_a_coin_too_dear_is_given_up_without_a_closer_look(cost):
    counter = a_counter([approving(10, "bath")], [10**5], bath=cost)

    assert counter.ask(0, 0.0, np.inf) == np.inf
    assert counter.close == []


def test_what_can_be_paid_with_a_coin_to_spare_needs_no_closer_look():
    counter = a_counter([approving(10, "bath")], [10**5], bath=999_999)

    assert isinstance(counter.ask(0, 0.0, np.inf), Bid)
    assert counter.close == []


@pytest.mark.parametrize("cost", [30, 10**6])
@pytest.mark.parametrize("pays", [False, True])
def test_what_just_can_be_paid_is_looked_at_closely(cost, pays):
    counter = a_counter([approving(10, "bath")], [cost / 10], bath=cost)
    counter.pays = pays

    found = counter.ask(0, 0.0, np.inf)

    assert isinstance(found, Bid) if pays else found == np.inf
    assert counter.close == [0]


@pytest.mark.parametrize("more", [-0.25, 0.25])
def test_what_may_be_paid_as_purses_are_off_is_looked_at_closely(more):
    votes = [approving(1, "bath"), approving(1, "bath")]
    counter = a_counter(votes, [5, 5 + more], fuzz=0.25, bath=10)
    counter.pays = False

    assert counter.ask(0, 0.0, np.inf) == np.inf
    assert counter.close == [0]


# ---- what is proven to ask more


@pytest.mark.parametrize("use", [1, 7, 1000])
@pytest.mark.parametrize("cost", [1, 1000, 10**9])
@pytest.mark.parametrize("points", [1, 3])
@pytest.mark.parametrize("part", [0.0, 0.5, 1 - 1e-9])
def test_a_bound_is_close_where_all_can_pay_in_full(use, cost, points, part):
    votes = [scoring(2, bath=points), scoring(3, bath=1)]
    counter = a_counter(votes, [cost, cost], uses=[use], bath=cost)
    asked = Fraction(cost, (2 * points + 3) * use)

    least = counter.above(counter.stalls[0], counter.near, part * float(asked))

    assert Fraction(least) < asked
    assert least == pytest.approx(float(asked), rel=1e-13)


@pytest.mark.parametrize("close", [0, 10, -10])
def test_what_rounding_may_do_proves_nothing(close):
    counter = a_counter([approving(1, "bath")], [100], bath=10)

    assert counter.above(counter.stalls[0], counter.near, 10 * (1 - close * ULP)) == 0


@pytest.mark.parametrize(("fuzz", "proven"), [(0.1, True), (0.5, False)])
def test_purses_that_are_off_prove_so_much_less(fuzz, proven):
    votes = [approving(3, "bath")]
    counter = a_counter(votes, [5], fuzz=fuzz, bath=10)

    least = counter.above(counter.stalls[0], counter.near, 3.0)

    assert bool(least) == proven
    assert not proven or least == pytest.approx((10 - 3 * fuzz) / 3, rel=1e-12)


def test_where_nobody_has_more_to_give_nothing_is_ever_enough():
    counter = a_counter([approving(3, "bath")], [2], bath=10)

    assert counter.above(counter.stalls[0], counter.near, 3.0) == np.inf


def test_at_first_all_ask_what_they_would_if_everybody_paid_in_full():
    votes = [scoring(2, bath=3), scoring(1, garden=2, bath=1)]
    stalls = set_out(votes, [5, 7, 1], bath=70, garden=42, stage=9)

    told = {place: bound for bound, place in waiting_at(stalls)}

    assert told == pytest.approx({0: 2, 1: 3}, rel=1e-12)
    assert told[0] < 2
    assert told[1] < 3


# ---- rates as fractions


def a_bid(poor, nearly):
    flags = [None if one is None else np.array(one) for one in (poor, nearly)]
    return Bid(0, 5.0, 4.9, 5.1, *flags)


NO, YES = False, True


@pytest.mark.parametrize(
    ("poor", "nearly", "rate"),
    [
        (None, None, Fraction(60, 16 * 3)),
        ([NO, NO, YES], [NO, NO, NO], Fraction(60, 14 * 3)),
        ([NO, NO, YES], [NO, YES, NO], None),
        ([NO, NO, YES], [NO, NO, YES], None),
        ([NO, YES, NO], [NO, NO, NO], None),
        ([NO, YES, YES], [NO, NO, NO], None),
        ([NO, NO, NO], [NO, NO, NO], Fraction(60, 16 * 3)),
    ],
)
def test_a_rate_is_known_where_only_empty_purses_are_poor(poor, nearly, rate):
    votes = [scoring(4, bath=2), scoring(2, bath=3), scoring(2, bath=1)]
    counter = a_counter(votes, [20, 20, 0], uses=[3], bath=60)

    assert counter.rate(a_bid(poor, nearly)) == rate
