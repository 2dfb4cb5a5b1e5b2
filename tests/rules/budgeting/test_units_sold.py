"""What a count in whole units sells: to whom, at what price, and how far off it is."""

from fractions import Fraction
from unittest import mock

import numpy as np
import pytest
from hypothesis import given
from tests.rules.budgeting.budgets import (
    LOT,
    a_budget,
    approving,
    close_calls,
    payments,
    polls,
    prices_of,
    scoring,
    unhurried,
)
from tests.rules.budgeting.test_in_units import NO, YES, a_bid, a_run, coins, flags

from commonweal.rules.budgeting.marks import support_of
from commonweal.rules.budgeting.methods.equal_shares import fast, plain
from commonweal.rules.budgeting.methods.equal_shares.bids import Bid, Price, Unproven
from commonweal.rules.budgeting.methods.equal_shares.proven import Run

# ---- who asks least


def least_of(prices, uses=None):
    """Say who asks least where prices in units are these; None if it is unproven."""
    names = "abc"[: len(prices)]
    votes = [approving(9, one) for one in names]
    costs = dict.fromkeys(names, 9)
    run = a_run(votes, [5] * len(votes), uses=uses, **costs)
    bids = [a_bid(run, place) for place in range(len(prices))]
    told = {place: Price(*price, None) for place, price in enumerate(prices)}
    with mock.patch.object(Run, "price", lambda self, bid: told[bid.place]):
        try:
            return [bid.place for bid in run.least(bids).bids]
        except Unproven:
            return None


@pytest.mark.parametrize(
    ("prices", "least"),
    [
        ([(100, 3), (107, 3)], [0]),
        ([(107, 3), (100, 3)], [1]),
        ([(107, 3), (100, 3), (120, 9)], [1]),
        ([(120, 9), (107, 3), (100, 3)], [2]),
        ([(100, 3), (106, 3)], None),
        ([(100, 3), (104, 3)], None),
        ([(104, 3), (100, 3)], None),
        ([(100, 3), (100, 3)], None),
        ([(100, 30), (104, 1)], None),
        ([(90, 1), (100, 3), (104, 3)], [0]),
        ([(90, 1), (80, 3), (82, 3)], None),
    ],
)
def test_who_asks_least_does_so_by_more_than_prices_may_be_off(prices, least):
    assert least_of(prices) == least


def test_what_is_asked_is_a_part_of_what_a_project_is_of_use():
    assert least_of([(100, 3), (900, 3)], uses=[1, 10]) == [1]
    assert least_of([(100, 3), (1000, 3)], uses=[1, 10]) is None


@pytest.mark.parametrize("first", [0, 1])
def test_twins_ask_alike_and_are_parted_by_the_charters_way(first):
    # Both cost all that everybody has, so one alone can be paid for.
    votes = [approving(9, "a", "b")]
    costs = {"a": 27, "b": 27}
    run = a_run(votes, [5], part=lambda places: first, **costs)
    bids = [a_bid(run, place) for place in (0, 1)]

    level = run.least(bids)

    assert [bid.place for bid in level.bids] == [first]
    assert (level.tied, level.rate) == ((0, 1), None)


# ---- sales


def test_a_sale_tells_who_pays_in_full_and_who_gives_the_rest():
    votes = [
        scoring(40, bath=3),
        approving(2, "bath"),
        scoring(3, bath=2),
        approving(7),
    ]
    run = a_run(votes, [2, 0, 100, 100], bath=80 + 60)
    bid = a_bid(run)

    sale = run.sell(bid, exactly=True)

    assert (sale.place, sale.high) == (0, bid.high)
    assert sale.poor.tolist() == [0]
    assert (sale.paying, sale.in_full, sale.with_the_rest) == (6, 3, 40)
    [*poor, rich] = run.money.each(run.stall(0), [0, 1, 2])
    assert poor == [0, 0]
    # A price is off by what the forty are and two more; purses by that for each point.
    price_off = 40 // 6 + 2
    assert run.off == 1 + 3 * price_off
    assert abs(rich - coins(run, 80)) <= run.off


def test_where_nobody_is_poor_all_pay_in_full():
    run = a_run([scoring(4, bath=3), approving(2, "bath")], [50, 50], bath=29)

    sale = run.sell(a_bid(run), exactly=True)

    assert sale.poor.tolist() == []
    assert (sale.paying, sale.in_full, sale.with_the_rest) == (14, 6, 0)
    assert run.off == 1 + 3


@pytest.mark.parametrize(("more", "proven"), [(-2, YES), (-1, NO)])
def test_units_that_are_off_by_a_high_word_are_given_up(more, proven):
    run = a_run([approving(2, "bath")], [50], bath=29)
    bid = a_bid(run)
    run.off = 2**run.money.bits + more

    if proven:
        assert run.sell(bid).in_full == 2
    else:
        with pytest.raises(Unproven):
            run.sell(bid)


@pytest.mark.parametrize("exactly", [YES, NO])
def test_only_who_asks_for_exact_prices_needs_proof_of_who_is_poor(exactly):
    votes = [approving(1, "bath"), approving(1, "bath"), approving(1, "bath")]
    run = a_run(votes, [10, 99, 3], bath=23)
    bid = a_bid(run)

    assert flags(bid.nearly) == [YES, NO, NO]
    if exactly:
        with pytest.raises(Unproven):
            run.sell(bid, exactly=True)
    else:
        run.sell(bid)
        assert run.money.each(run.stall(0), [0, 2]) == [0, 0]


@pytest.mark.parametrize(
    ("away", "proven"), [(0, NO), (17, NO), (-17, NO), (18, YES), (-18, YES)]
)
@pytest.mark.parametrize("given", [1, 4])
def test_a_purse_must_be_further_from_what_is_due_than_both_are_off(
    away, proven, given
):
    votes = [scoring(1, bath=given), scoring(1, bath=4)]
    run = a_run(votes, [5, 5], off=5, bath=9)
    stall = run.stall(0)
    [has, _] = run.money.each(stall, [0, 1])
    run.money.take(stall, has % given if given > 1 else 0, None)
    [has, _] = run.money.each(stall, [0, 1])
    lacking = has % given
    run.money.low[0] -= lacking
    price = Price((has - lacking) // given, 3, np.array([YES, NO]))
    run.money.low[0] += away
    if run.money.low[0] < 0:
        run.money.low[0] += 2**run.money.bits
        run.money.high[0] -= 1
    bid = Bid(0, 1.0, 0.9, 1.1, price.poor, np.array([YES, NO]))

    if proven:
        run._prove_poor(bid, price, stall)
    else:
        with pytest.raises(Unproven):
            run._prove_poor(bid, price, stall)


def test_an_empty_purse_is_poor_however_small_the_price():
    run = a_run([approving(1, "bath"), approving(1, "bath")], [0, 5], bath=1)
    price = Price(3, 3, np.array([YES, NO]))
    bid = Bid(0, 1.0, 0.9, 1.1, price.poor, np.array([YES, NO]))

    run._prove_poor(bid, price, run.stall(0))


# ---- laws


def counted_in_units(contest, ballots):
    """Count in units; give the run and what it bought; None if it gave up."""
    support = support_of(contest, ballots)
    part = fast.tie_parter(contest, LOT, {})
    share = Fraction(contest.budget or 0, max(support.voters, 1))
    bought = []
    try:
        run = Run.started(fast.stalls_of(contest, support), share, part)
        while level := run.level():
            for bid in level.bids:
                run.sell(bid, exactly=True)
                bought.append(contest.options[bid.place])
    except Unproven:
        return None
    return run, bought


@unhurried
@given(polls() | close_calls())
def test_units_buy_what_fractions_do_and_no_purse_is_further_off_than_said(poll):
    contest, ballots = poll

    found = counted_in_units(contest, ballots)

    if found and ballots:
        run, bought = found
        outcome = plain.count(contest, ballots, LOT)
        assert tuple(bought) == outcome.winners
        share = Fraction(contest.budget, sum(ballot.weight for ballot in ballots))
        paid = payments(contest, ballots, prices_of(contest, outcome))
        for row, each in enumerate(paid):
            left = (share - sum(each.values())) * 2**run.money.shift
            has = (int(run.money.high[row]) << run.money.bits) + int(run.money.low[row])
            assert abs(left - has) <= run.off


def test_a_count_in_units_gives_up_only_where_it_is_close():
    contest = a_budget(3000, {"bath": 700, "garden": 400, "stage": 333})
    votes = [
        approving(7, "bath", "garden"),
        approving(5, "bath", "stage"),
        approving(2, "garden", "stage"),
    ]

    found = counted_in_units(contest, votes)

    assert found
    assert tuple(found[1]) == plain.count(contest, votes, LOT).winners
