"""What a project needs to bid: who backs it, who is like it, and at what price."""

from fractions import Fraction

import numpy as np
import pytest
from tests.rules.budgeting.budgets import a_budget, approving, scoring

from commonweal.rules.budgeting.marks import support_of
from commonweal.rules.budgeting.methods.equal_shares.bids import Unproven
from commonweal.rules.budgeting.methods.equal_shares.stalls import Stalls, near_price


def set_out(votes, uses=None, **costs):
    """Set out the stalls of projects that cost so much, each of use 1 unless told."""
    support = support_of(a_budget(999, costs), votes)
    return Stalls.of(support, list(costs.values()), uses or [1] * len(costs))


def plainly(array):
    return None if array is None else array.tolist()


def test_a_stall_knows_who_backs_it_and_how_strongly():
    votes = [scoring(2, bath=3, garden=1), approving(5, "garden"), scoring(4, bath=1)]

    stalls = set_out(votes, [7, 8, 9], bath=20, garden=30, stage=40)

    bath, garden, stage = stalls.stalls
    assert (stalls.ballots, stalls.most, stage) == (3, 10, None)
    assert plainly(bath.rows) == [0, 2]
    assert plainly(bath.counts) == plainly(bath.weights) == [2, 4]
    assert plainly(bath.given) == plainly(bath.points) == [3, 1]
    assert plainly(bath.pull) == [6, 4]
    assert bath[6:] == (10, 6.0, 3, 20, 7, 0)
    assert plainly(garden.rows) == [0, 1]
    assert plainly(garden.points) is None
    assert plainly(garden.pull) == [2, 5]
    assert garden[6:] == (7, 7.0, 1, 30, 8, 1)


@pytest.mark.parametrize("points", [1, 2, 3])
def test_where_all_give_as_many_points_they_pull_by_these(points):
    [stall] = set_out([scoring(4, bath=points), scoring(1, bath=points)], bath=9).stalls

    assert plainly(stall.points) == (None if points == 1 else [points, points])
    assert plainly(stall.pull) == [4 * points, points]
    assert (stall.full, stall.most_points) == (5 * points, points)


def test_where_nobody_backs_anything_there_is_no_stall():
    stalls = set_out([approving(3)], bath=20)

    assert (stalls.stalls, stalls.ballots, stalls.most) == ((None,), 1, 0)


def test_twins_are_alike_in_cost_backers_and_points_and_know_the_first():
    votes = [
        scoring(2, first=1, second=1, third=1, dearer=1, turned=2, whole=2),
        scoring(2, first=2, second=2, third=2, dearer=2, turned=1, whole=2),
        scoring(2, others=1),
        scoring(2, others=2),
    ]
    costs = dict.fromkeys(("nobody", "first", "others", "turned", "second"), 20)

    stalls = set_out(votes, **costs, dearer=21, third=20, whole=20).stalls

    told = {place: stall.twin for place, stall in enumerate(stalls) if stall}
    assert told == {1: 1, 2: 2, 3: 3, 4: 1, 5: 5, 6: 1, 7: 7}


# ---- the price


def exact_price(cost, kinds):
    """Find the price a point where `kinds` are purses with points and voters."""
    for edge in sorted(Fraction(has) / points for has, points, _ in kinds):
        poor = sum(Fraction(has) * n for has, points, n in kinds if has < edge * points)
        pull = sum(points * n for has, points, n in kinds if has >= edge * points)
        price = (cost - poor) / pull
        if price <= edge:
            return price
    return None


KINDS = {
    "all have enough": [(50, 1, 3), (60, 1, 2)],
    "all just differ": [(1, 1, 3), (7, 1, 2), (9, 1, 1), (30, 1, 4), (300, 1, 2)],
    "one pays nearly all": [(1, 1, 30), (1000, 1, 1)],
    "with points": [(5, 4, 3), (7, 1, 2), (90, 3, 1), (40, 2, 4)],
    "many points, little money": [(2, 9, 50), (8, 5, 3), (70, 1, 2)],
    "some far richer": [(1, 1, 3), (10**15, 1, 2), (10**15, 3, 1)],
    "nothing left": [(0, 1, 5), (0, 3, 2), (80, 2, 2)],
}


@pytest.mark.parametrize("kinds", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("cost", [1, 13, 60, 137])
@pytest.mark.parametrize("guess", [0.0, 0.1, 1.0, 11.0, 1e9, 1e14])
def test_floats_find_the_price_and_who_is_poor_wherever_they_begin(kinds, cost, guess):
    votes = [scoring(voters, bath=points) for _, points, voters in kinds]
    [stall] = set_out(votes, bath=cost).stalls
    has = np.array([float(has) for has, _, _ in kinds])
    expected = exact_price(cost, kinds)
    assert expected is not None, "the examples can be paid"

    price, poor, paying = near_price(stall, has, guess)

    assert abs(Fraction(price) - expected) <= expected * Fraction(1, 2**48)
    assert poor.tolist() == [has < expected * points for has, points, _ in kinds]
    assert paying == sum(
        points * n for has, points, n in kinds if has >= expected * points
    )


@pytest.mark.parametrize("guess", [0.0, 9e-4, 1e-6])
def test_a_price_far_below_a_coin_is_as_exact(guess):
    points = 10**7
    [stall] = set_out([scoring(3, bath=points), scoring(5, bath=1)], bath=1).stalls

    price, _, paying = near_price(stall, np.array([10.0**5, 0.0]), guess)

    expected = Fraction(1, 3 * points)
    assert abs(Fraction(price) - expected) <= expected * Fraction(1, 2**48)
    assert paying == 3 * points


@pytest.mark.parametrize("guess", [0.0, 0.3, 1.7, 100.0, 1e9])
def test_where_nobody_is_poor_the_price_is_one_quotient(guess):
    for cost in range(1, 200, 7):
        votes = [approving(3, "bath"), approving(4, "bath")]
        [stall] = set_out(votes, bath=cost).stalls

        price, poor, paying = near_price(stall, np.array([1e6, 2e6]), guess)

        assert price == cost / 7
        assert not poor.any()
        assert paying == 7


def test_what_cannot_be_paid_is_given_up():
    [stall] = set_out([scoring(5, bath=2), approving(4, "bath")], bath=35).stalls

    with pytest.raises(Unproven):
        near_price(stall, np.array([0.8, 2.5]), 0.0)
