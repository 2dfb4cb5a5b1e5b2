"""A count in whole units far below a coin: how far off it may be, and what it proves.

Purses are set by hand, and so is how far they are off; what follows is reckoned on
paper. A count that says `Unproven` is always right; that it does not say so too often
is part of the promise too.
"""

from fractions import Fraction

import numpy as np
import pytest
from tests.rules.budgeting.budgets import approving, scoring
from tests.rules.budgeting.test_stalls import exact_price, set_out

from commonweal.rules.budgeting.methods.equal_shares.bids import Bid, Price, Unproven
from commonweal.rules.budgeting.methods.equal_shares.proven import Run

NO, YES = False, True


def a_run(votes, has, *, uses=None, off=1, part=None, **costs):
    """Open a count in which the voters of each ballot have so many coins."""
    stalls = set_out(votes, uses, **costs)
    run = Run.started(stalls, max(map(Fraction, has)), part or (lambda places: None))
    money = run.money
    units = [int(Fraction(each) * 2**money.shift) for each in has]
    money.high[:] = [each >> money.bits for each in units]
    money.low[:] = [each % 2**money.bits for each in units]
    money.near[:] = [
        (each >> money.bits) * 2.0 ** (money.bits - money.shift) for each in units
    ]
    run.off = off
    return run


def coins(run, number):
    """Give so many coins in units."""
    return Fraction(number) * 2**run.money.shift


def a_bid(run, place=0):
    """Let a project bid, from nothing."""
    found = run.ask(place, 0.0, np.inf)
    assert isinstance(found, Bid)
    return found


def flags(array):
    return None if array is None else array.tolist()


@pytest.mark.parametrize("share", [Fraction(1, 3), Fraction(10**9 + 1, 7), Fraction(5)])
@pytest.mark.parametrize("voters", [1, 999, 2**28])
def test_purses_are_off_by_two_of_the_high_word_and_a_rounding(share, voters):
    # By one because the low word is left out, by another because units may be wrong.
    run = Run.started(set_out([approving(voters, "bath")], bath=3), share, None)

    high_word = Fraction(2) ** (run.money.bits - run.money.shift)
    assert run.fuzz == 2 * high_word
    assert abs(share - Fraction(float(run.near[0]))) <= high_word + share / 2**53
    assert run.off == 1


def test_what_does_not_fit_into_words_is_given_up():
    with pytest.raises(Unproven):
        Run.started(set_out([approving(2**30, "bath")], bath=3), Fraction(1), None)


# ---- who can pay


@pytest.mark.parametrize(
    ("units", "off", "pays"),
    [
        (0, 1, None),
        (1, 1, None),
        (2, 1, True),
        (-1, 1, None),
        (-2, 1, False),
        (2, 2, None),
        (3, 2, True),
        (-2, 2, None),
        (-3, 2, False),
    ],
)
def test_whether_all_together_have_enough_is_known_but_for_what_they_are_off(
    units, off, pays
):
    run = a_run([approving(1, "bath"), approving(2, "bath")], [5, 5], off=off, bath=15)
    run.money.low += units if units >= 0 else 0
    if units < 0:
        run.money.take(run.stall(0), -units, None)

    if pays is None:
        with pytest.raises(Unproven):
            run.can_pay(run.stall(0))
    else:
        assert run.can_pay(run.stall(0)) == pays


# ---- what is bid in floats

KINDS = {
    "all have enough": ([(50, 1, 3), (60, 1, 2)], 60),
    "all have enough, with points": ([(50, 4, 3), (60, 1, 2)], 60),
    "one is poor": ([(1, 1, 3), (60, 1, 2)], 60),
    "with points": ([(5, 4, 3), (7, 1, 2), (90, 3, 1), (40, 2, 4)], 137),
    "one pays nearly all": ([(1, 1, 30), (1000, 1, 1)], 700),
    "nothing left": ([(0, 1, 5), (0, 3, 2), (80, 2, 2)], 60),
    "many voters": ([(1, 1, 3), (60, 1, 2000)], 60),
    "many points": ([(1, 2, 3), (600, 1000, 2)], 600),
}


@pytest.mark.parametrize(("kinds", "cost"), KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("use", [1, 7])
def test_a_bid_lies_close_around_what_a_project_asks(kinds, cost, use):
    votes = [scoring(voters, bath=points) for _, points, voters in kinds]
    run = a_run(votes, [has for has, _, _ in kinds], uses=[use], bath=cost)
    exact = exact_price(cost, kinds)

    bid = a_bid(run)

    assert bid.place == 0
    assert bid.low < exact / use < bid.high
    assert bid.high - bid.low < bid.low * 1e-11
    assert bid.price == pytest.approx(float(exact), rel=1e-12)
    poor = [has < exact * points for has, points, _ in kinds]
    assert flags(bid.poor) == (poor if any(poor) else None)
    assert flags(bid.nearly) == ([NO] * len(kinds) if any(poor) else None)


@pytest.mark.parametrize("points", [1, 3])
@pytest.mark.parametrize(
    ("more", "nearly"),
    [(2.0**-33, YES), (-(2.0**-33), YES), (2.0**-30, NO), (-(2.0**-30), NO)],
)
def test_whoever_has_nearly_what_is_due_is_for_units_to_tell(points, more, nearly):
    votes = [scoring(1, bath=points), scoring(1, bath=points)]
    has = 5 * points * (1 + Fraction(more))
    run = a_run(votes, [has, 50], bath=10 * points)

    bid = a_bid(run)

    assert flags(bid.nearly) == (None if not nearly and more > 0 else [nearly, NO])
    assert flags(bid.poor) == (None if not nearly and more > 0 else [more < 0, NO])


@pytest.mark.parametrize(("more", "nearly"), [(0.5, YES), (1.5, NO)])
def test_whoever_has_what_is_due_but_for_what_purses_are_off_is_near_it(more, nearly):
    votes = [scoring(1, bath=1), scoring(1, bath=10**6), scoring(1, bath=1)]
    run = a_run(votes, [0, 10**9, 10], bath=10 * (10**6 + 1))
    run.fuzz = 10 * 2.0**-28
    run.near[2] = 10 + more * run.fuzz

    assert flags(a_bid(run).nearly) == [NO, NO, nearly]


def test_what_purses_are_off_falls_on_those_who_surely_pay_in_full():
    votes = [approving(3, "bath"), approving(100, "bath"), approving(1, "bath")]
    run = a_run(votes, [1, 5, 500], uses=[7], bath=3 + 505)
    run.fuzz = 2.0**-41

    bid = a_bid(run)

    assert flags(bid.nearly) == [NO, YES, NO]
    open_to = (bid.high - bid.low) / 2 * 7
    assert 104 * run.fuzz < open_to < 1000 * run.fuzz


@pytest.mark.parametrize(("fuzz", "proven"), [(2.0**-37, YES), (2.0**-28, NO)])
def test_purses_too_far_off_to_tell_who_is_near_are_given_up(fuzz, proven):
    run = a_run([approving(1, "bath"), approving(1, "bath")], [1, 9], bath=5)
    run.fuzz = fuzz

    if proven:
        assert flags(a_bid(run).poor) == [YES, NO]
    else:
        with pytest.raises(Unproven):
            run.bid(0, run.stall(0), run.near, 0.0)


def test_where_all_who_might_pay_in_full_are_near_it_floats_give_up():
    run = a_run([approving(2, "bath")], [5], bath=10)

    with pytest.raises(Unproven):
        run.bid(0, run.stall(0), run.near, 0.0)


# ---- what is asked in units


@pytest.mark.parametrize("cost", [60, 61])
def test_where_nobody_is_poor_a_price_is_rounded_down_to_a_unit(cost):
    run = a_run([scoring(3, bath=2), approving(1, "bath")], [50, 50], bath=cost)

    price = run.price(a_bid(run))

    assert price == Price(coins(run, cost) // 7, 1, None)


def test_a_price_is_off_by_what_the_poor_are_and_by_its_rounding():
    votes = [approving(40, "bath"), approving(2, "bath"), approving(3, "bath")]
    run = a_run(votes, [2, 0, 100], off=9, bath=110)

    price = run.price(a_bid(run))

    # The forty give all, 80; each of three pays 10, and 40 x 9 units may be wrong.
    assert abs(price.units - coins(run, 10)) <= 1
    assert price.off == 40 * 9 // 3 + 2
    assert flags(price.poor) == [YES, YES, NO]


def test_those_near_what_is_due_may_be_as_far_off_as_the_poor():
    votes = [approving(4, "bath"), approving(2, "bath"), approving(3, "bath")]
    run = a_run(votes, [2, 10, 100], off=9, bath=8 + 50)

    price = run.price(a_bid(run))

    assert price.off == (4 + 2) * 9 // 3 + 2
    assert flags(price.poor) == [YES, NO, NO]


@pytest.mark.parametrize(("units", "poor"), [(-1, YES), (0, NO), (1, NO)])
@pytest.mark.parametrize("points", [1, 3])
@pytest.mark.parametrize("said", [YES, NO])
def test_units_tell_who_of_those_near_is_poor(units, poor, points, said):
    votes = [scoring(1, bath=points), scoring(1, bath=points), approving(2, "bath")]
    run = a_run(votes, [10 * points, 99, 3], bath=20 * points + 6)
    run.money.low[0] += units
    if run.money.low[0] < 0:
        run.money.low[0] += 2**run.money.bits
        run.money.high[0] -= 1
    bid = a_bid(run)._replace(
        poor=np.array([said, NO, YES]), nearly=np.array([YES, NO, NO])
    )

    price = run.price(bid)

    assert flags(price.poor) == [poor, NO, YES]
    assert abs(price.units - coins(run, 10)) <= 1


def test_where_units_find_everybody_poor_they_give_up():
    run = a_run([approving(1, "bath"), approving(1, "bath")], [5, 5], bath=11)
    bid = Bid(0, 5.5, 5.4, 5.6, np.array([NO, NO]), np.array([YES, YES]))

    with pytest.raises(Unproven):
        run._settled(run.stall(0), bid)


def test_where_nobody_surely_pays_in_full_there_is_no_price():
    run = a_run([approving(1, "bath"), approving(1, "bath")], [5, 5], bath=10)
    bid = Bid(0, 5.0, 4.9, 5.1, np.array([NO, NO]), np.array([YES, YES]))

    with pytest.raises(Unproven):
        run.price(bid)


@pytest.mark.parametrize(("off", "proven"), [(2**25, YES), (2**30, NO)])
def test_a_price_too_far_off_to_tell_who_is_near_is_given_up(off, proven):
    # Where so many vote, four coins are some 2**63 units.
    votes = [approving(1, "bath"), approving(1, "bath"), approving(2**28, "garden")]
    run = a_run(votes, [1, 9, 1], off=off, bath=5, garden=1)
    bid = Bid(0, 4.0, 3.9, 4.1, np.array([YES, NO]), np.array([NO, NO]))

    if proven:
        assert run.price(bid).off == off + 2
    else:
        with pytest.raises(Unproven):
            run.price(bid)
