"""Who asks least, as far as floats can prove it: bounds that hold, and no others."""

from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
import pytest
from tests.rules.budgeting.budgets import approving, scoring
from tests.rules.budgeting.test_stalls import set_out

from commonweal.rules.budgeting.methods.equal_shares.asking import (
    ULP,
    Asking,
    Hint,
    waiting_at,
)
from commonweal.rules.budgeting.methods.equal_shares.bids import Bid, Unproven
from commonweal.rules.budgeting.methods.equal_shares.stalls import near_price


@dataclass(slots=True)
class Counter(Asking):
    """Lets projects bid at the nearest price, and writes down what it is asked."""

    pays: bool = True
    close: list[int] = field(default_factory=list)
    parted: list[list[int]] = field(default_factory=list)

    def can_pay(self, stall):
        self.close.append(stall.twin)
        return self.pays

    def bid(self, place, stall, has, bound):
        price, poor, paying = near_price(stall, has, 0.0)
        low, high = price / stall.use * (1 - 1e-12), price / stall.use * (1 + 1e-12)
        if paying == stall.full:
            return Bid(place, price, low, high, None, None)
        return Bid(place, price, low, high, poor, np.abs(has - price) < 1e-9)

    def least(self, bids):
        raise Unproven

    def held(self, rows):
        return self.near[rows] > 0


def a_counter(votes, has, *, uses=None, fuzz=0.0, first=None, **costs):
    """Open a count where voters have so much, and ties go to `first`, or stand."""
    stalls = set_out(votes, uses, **costs)
    near = np.array([float(each) for each in has])
    counter = Counter(stalls.stalls, None, near, fuzz, waiting_at(stalls))

    def part(places):
        counter.parted.append(places)
        return first

    counter.part = part
    return counter


def waiting(counter):
    return sorted(place for _, place in counter.waiting)


def bought(level):
    return [bid.place for bid in level.bids]


# ---- who is first

APART = [approving(4, "bath"), approving(2, "garden"), approving(1, "stage")]
LEVEL = [approving(2, "bath"), approving(2, "garden"), approving(1, "stage")]


def test_who_asks_least_is_first_and_the_others_wait_on():
    counter = a_counter(APART, [99] * 3, bath=40, garden=30, stage=20)

    levels = [counter.level() for _ in range(4)]

    assert [bought(level) for level in levels[:3]] == [[0], [1], [2]]
    assert levels[0].tied == (0,)
    assert [level.rate for level in levels[:3]] == [None] * 3
    assert levels[3] is None


@pytest.mark.parametrize("hinted", [0, 1, 2])
@pytest.mark.parametrize("rate", [0.0, 10.0, 1e6])
def test_whatever_is_hinted_each_is_bought_in_turn_and_waits_but_once(hinted, rate):
    counter = a_counter(APART, [99] * 3, bath=40, garden=30, stage=20)

    first = counter.level(Hint(hinted, rate))
    left = waiting(counter)

    assert bought(first) == [0]
    assert left == [1, 2] or hinted == 0
    assert [bought(counter.level()) for _ in range(2)] == [[1], [2]]


def test_a_hint_at_what_nobody_can_pay_for_leaves_the_others_their_turn():
    counter = a_counter(APART, [99, 99, 1], bath=40, garden=30, stage=20)

    assert bought(counter.level(Hint(2, 1.0))) == [0]
    assert bought(counter.level()) == [1]


def test_a_hint_at_what_is_level_with_others_leaves_them_level():
    for hinted in (0, 1):
        counter = a_counter(LEVEL, [99] * 3, bath=30, garden=30, stage=60)

        level = counter.level(Hint(hinted, 1.0))

        assert bought(level) == [0, 1]
        assert level.rate == 15


@pytest.mark.parametrize("hinted", [0, 1, 2])
def test_who_is_hinted_but_not_bought_waits_on_however_low_its_bound(hinted):
    counter = a_counter(APART, [99] * 3, bath=40, garden=30, stage=20)
    counter.waiting = [(0.0, hinted), *[(1.0, one) for one in {0, 1, 2} - {hinted}]]

    assert bought(counter.level(Hint(hinted, 1.0))) == [0]
    assert waiting(counter) == [1, 2]


def test_who_has_become_too_dear_waits_no_more_while_others_are_bought():
    counter = a_counter(APART, [99, 99, 1], bath=40, garden=30, stage=20)
    counter.waiting = [(0.0, 0), (0.0, 1), (0.0, 2)]

    assert bought(counter.level()) == [0]
    assert waiting(counter) == [1]


def test_whoever_asks_a_small_part_of_a_coin_is_level_all_the_same():
    uses = [1000, 1000, 1]
    counter = a_counter(LEVEL, [99] * 3, uses=uses, bath=30, garden=30, stage=60)

    assert bought(counter.level()) == [0, 1]


def test_what_can_no_longer_be_paid_for_waits_no_more():
    counter = a_counter(APART, [1, 1, 1], bath=40, garden=30, stage=20)

    assert counter.level() is None
    assert counter.waiting == []


def test_who_clearly_asks_more_is_not_let_bid():
    counter = a_counter(APART, [99] * 3, bath=40, garden=30, stage=20)
    counter.waiting = [(0.0, 0), (0.0, 1), (0.0, 2)]

    assert counter.ask(1, 0.0, 10.1) == pytest.approx(15, rel=1e-12)
    assert bought(counter.level()) == [0]
    assert {place: bound for bound, place in counter.waiting} == pytest.approx(
        {1: 15, 2: 20}, rel=1e-11
    )


# ---- who is level


def test_who_is_level_is_bought_at_once_where_all_can_be_paid():
    counter = a_counter(LEVEL, [99] * 3, bath=30, garden=30, stage=60)

    level = counter.level()

    assert (bought(level), level.tied, level.rate) == ([0, 1], (0, 1), 15)
    assert counter.parted == []
    assert waiting(counter) == [2]


BOTH = [approving(2, "bath", "garden"), approving(1, "stage")]


@pytest.mark.parametrize("first", [0, 1])
def test_who_is_level_is_parted_where_not_all_can_be_paid(first):
    counter = a_counter(BOTH, [20, 99], first=first, bath=30, garden=30, stage=60)

    level = counter.level()

    assert (bought(level), level.tied, level.rate) == ([first], (0, 1), 15)
    assert counter.parted == [[0, 1]]
    assert waiting(counter) == sorted({0, 1, 2} - {first})


def test_where_a_tie_stands_none_of_those_level_waits_on():
    counter = a_counter(BOTH, [20, 99], bath=30, garden=30, stage=60)

    level = counter.level()

    assert (bought(level), level.tied) == ([], (0, 1))
    assert waiting(counter) == [2]


def test_of_several_that_floats_cannot_tell_apart_fractions_find_the_least():
    votes = [approving(3, "bath"), approving(3, "garden"), approving(3, "stage")]
    dear = 3 * 10**15
    counter = a_counter(
        votes, [dear] * 3, bath=dear + 2, garden=dear + 1, stage=dear + 1
    )

    level = counter.level()

    assert bought(level) == [1, 2]
    assert level.rate == Fraction(dear + 1, 3)
    assert waiting(counter) == [0]


def test_where_no_fraction_is_known_the_count_decides_itself():
    votes = [approving(2, "bath"), approving(1, "bath", "garden"), approving(2)]
    counter = a_counter(votes, [20, 20, 0], bath=30, garden=10)
    counter.near[1] = 1e-3

    bids = [counter.ask(0, 0.0, np.inf)]

    assert counter.rate(bids[0]) is None
    with pytest.raises(Unproven):
        counter._parted(bids)


# ---- what all can be paid

SEVERAL = [
    scoring(1, bath=2, garden=1),
    scoring(1, garden=3),
    scoring(1, bath=1, garden=1, stage=1),
]


def level_bids(counter, off=0.0):
    return [
        Bid(place, price, (price - off) / use, (price + off) / use, None, None)
        for place, price, use in ((0, 10.0, 7), (1, 5.0, 8))
    ]


def test_what_is_due_is_added_up_over_all_that_somebody_backs():
    counter = a_counter(
        SEVERAL, [99] * 3, fuzz=0.125, uses=[7, 8, 9], bath=9, garden=9, stage=9
    )

    some, due, unsure = counter.due_of(level_bids(counter, 0.25))

    assert some.tolist() == [0, 2]
    assert due.tolist() == [25, 15]
    # Twice how far off a purse is, and for each point what its price leaves open.
    assert unsure.tolist() == pytest.approx([0.25 + 1.5, 0.25 + 1.0], rel=1e-12)


def test_what_is_due_may_be_rounded_once_for_each_sum():
    counter = a_counter(SEVERAL, [99] * 3, uses=[7, 8, 9], bath=9, garden=9, stage=9)

    _, due, unsure = counter.due_of(level_bids(counter))

    assert (unsure >= due * 2 * ULP).all()
    assert (unsure <= due * 20 * ULP).all()


@pytest.mark.parametrize(
    ("has", "paid"),
    [
        ([26, 0, 16], True),
        ([24, 99, 16], False),
        ([26, 99, 14], False),
        ([0, 99, 16], True),
        ([0, 0, 0], True),
        ([25, 99, 16], None),
        ([25 + 1e-15, 99, 15], None),
    ],
)
def test_all_can_be_paid_if_who_backs_several_has_enough_or_nothing(has, paid):
    counter = a_counter(SEVERAL, has, uses=[7, 8, 9], bath=9, garden=9, stage=9)
    bids = level_bids(counter)

    if paid is None:
        with pytest.raises(Unproven):
            counter.all_can_be_paid(bids)
    else:
        assert counter.all_can_be_paid(bids) == paid


def test_who_backs_one_alone_need_not_pay_for_the_others():
    counter = a_counter(SEVERAL, [1] * 3, uses=[7, 8, 9], bath=9, garden=9, stage=9)

    assert counter.all_can_be_paid(level_bids(counter)[:1])
