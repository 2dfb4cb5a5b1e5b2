"""Larger and larger budgets: few of them need to be counted, and none is missed."""

from dataclasses import replace
from itertools import islice, pairwise

import pytest
from hypothesis import assume, given
from tests.rules.budgeting.budgets import (
    LOT,
    a_budget,
    approving,
    polls,
    scoring,
    tie_breakers,
    unhurried,
)
from tests.rules.budgeting.test_completions import counted_with
from tests.rules.budgeting.test_raised import COSTS, STATUS_QUO, VOTES

from commonweal.rules.budgeting.methods.equal_shares.raised import Budgets

# ---- strides

MILLION = 10**6
# Ten vote. The bath is bought from the beginning; the garden when one has its cost.
FAR = {"bath": 100, "garden": 4 * MILLION + 3}
TEN = [approving(9, "bath"), approving(1, "garden")]
CHANGE = 10 * FAR["garden"]


@pytest.mark.parametrize("step", [1, 10, 7])
@pytest.mark.parametrize("stride", [1, 2, 9, 1000])
@pytest.mark.parametrize("begun", [1000, 999_999])
def test_a_stride_ends_at_the_last_budget_before_something_changes(step, stride, begun):
    budgets = Budgets(a_budget(1000, FAR), TEN, LOT)
    bought = budgets.at(begun)

    moved, then = budgets._strode(bought, step, stride)

    steps = (CHANGE - 1 - begun) // step
    assert moved == replace(bought, budget=begun + step * steps)
    assert then == steps


def test_where_the_next_step_changes_something_there_is_no_stride():
    budgets = Budgets(a_budget(1000, FAR), TEN, LOT)
    bought = budgets.at(CHANGE - 1)

    assert budgets._strode(bought, 1, 2) == (bought, 1)
    assert budgets._strode(bought, 1, 1) == (bought, 1)
    assert budgets.at(CHANGE).projects == ("bath", "garden")


def test_what_was_not_proven_has_no_way_to_stride():
    budgets = Budgets(a_budget(1000, FAR), TEN, LOT)
    bought = replace(budgets.at(1000), rounds=None)

    assert budgets._strode(bought, 1, 2) == (bought, 1)


def test_no_stride_passes_over_what_changes_in_the_first_round():
    # With 10 each the ten can pay for the hall, and it is what most back.
    costs = {"hall": 100_000, "bath": 3}
    votes = [approving(10, "hall"), approving(3, "bath")]
    budgets = Budgets(a_budget(100, costs), votes, LOT)

    moved, _ = budgets._strode(budgets.at(100), 1, 2)

    assert moved.budget == 129_999
    assert budgets.at(130_000).projects == ("hall", "bath")


def test_no_stride_passes_over_a_change_of_order():
    # The poor of the park pay less of it with every coin more, until it is first.
    costs = {"well": 10_000, "park": 30_000, "bath": 21_000}
    votes = [
        approving(2, "well", "park"),
        approving(1, "park"),
        approving(2, "bath"),
    ]
    contest = a_budget(70_000, costs, satisfaction="cardinality")
    budgets = Budgets(contest, votes, LOT)
    bought = budgets.at(70_000)

    moved, _ = budgets._strode(bought, 1, 2)

    # With 14 750 each, those who back the well have 9 750 left, and both ask 10 500.
    assert bought.projects == ("well", "bath", "park")
    assert moved.budget == 5 * 14_750 - 1
    assert budgets.at(moved.budget).projects == ("well", "bath", "park")
    assert budgets.at(moved.budget + 1).projects == ("well", "park", "bath")


def test_no_stride_passes_over_another_order_in_the_first_round():
    # Who gives the park ten points is poor, and leaves less to the other with each coin
    # more: with 18 000 each the park asks as little as the bath.
    votes = [scoring(1, park=10), scoring(1, park=1), approving(1, "bath")]
    costs = {"park": 30_000, "bath": 12_000}
    contest = a_budget(48_000, costs, satisfaction="cardinality")
    budgets = Budgets(contest, votes, LOT)
    bought = budgets.at(48_000)

    moved, _ = budgets._strode(bought, 1, 2)

    assert bought.projects == ("bath", "park")
    assert moved.budget == 3 * 18_000 - 1
    assert budgets.at(moved.budget + 2).projects == ("park", "bath")


# ---- raising


def all_of(rising, most=60):
    """Give all that are counted; there must not be many."""
    counted = list(islice(rising, most))
    assert len(counted) < most, "it goes by coins, not by changes"
    return counted


@pytest.mark.parametrize("step", [1, 10])
def test_raising_goes_by_changes_until_all_that_somebody_backs_is_bought(step):
    costs = FAR | {"stage": 3 * MILLION, "folly": 5}
    votes = [*TEN, approving(2, "stage")]
    contest = a_budget(10_000, costs)
    budgets = Budgets(contest, votes, LOT)

    counted = all_of(budgets.rising(step))

    told = [bought.budget for bought in counted]
    assert told[0] == 10_000
    assert told == sorted(set(told))
    assert all((budget - 10_000) % step == 0 for budget in told)
    assert set(counted[-1].projects) == {"bath", "garden", "stage"}
    changes = [
        after.budget
        for before, after in pairwise(counted)
        if before.projects != after.projects
    ]
    expected = [12 * 3 * MILLION // 2, 12 * FAR["garden"]]
    assert changes == [-(-one // step) * step for one in expected]


def test_raising_goes_by_changes_where_some_are_poor_too():
    costs = {"well": 7 * MILLION, "park": 9 * MILLION, "stage": 4 * MILLION}
    votes = [
        approving(7, "well", "park"),
        approving(5, "well", "stage"),
        approving(3, "park", "stage"),
        approving(2, "park"),
    ]
    contest = a_budget(10 * MILLION, costs)

    counted = all_of(Budgets(contest, votes, LOT).rising(1))

    assert set(counted[-1].projects) == set(costs)
    for before, after in pairwise(counted):
        again = counted_with(contest, votes, LOT, after.budget - 1)
        assert set(again) == set(before.projects)


def test_where_all_is_bought_at_once_nothing_is_raised():
    counted = list(islice(Budgets(a_budget(800, COSTS), VOTES, LOT).rising(1), 3))

    assert [bought.budget for bought in counted] == [800]


def test_where_nobody_votes_there_is_nothing_to_raise():
    counted = list(islice(Budgets(a_budget(8, COSTS), [], LOT).rising(1), 3))

    assert [(bought.budget, bought.projects) for bought in counted] == [(8, ())]


def test_whoever_a_standing_tie_has_turned_away_is_not_hinted_again():
    # With 5 to share, both cost a half of each coin of theirs: the tie stands, and
    # neither is bought, though with 4 the creche was.
    contest = a_budget(4, {"bath": 3, "creche": 1})
    ballots = [approving(1), approving(2, "bath", "creche")]
    budgets = Budgets(contest, ballots, STATUS_QUO)

    assert budgets.at(5, budgets.at(4)).projects == ()
    assert budgets.at(6, budgets.at(5)).projects == ("bath", "creche")


@unhurried
@given(polls(), tie_breakers)
def test_what_was_bought_before_changes_nothing_but_the_pace(poll, ties):
    contest, ballots = poll
    budgets = Budgets(contest, ballots, ties)

    before = budgets.at(contest.budget)
    for budget in (contest.budget + 1, contest.budget * 2):
        bought = budgets.at(budget, before)

        assert set(bought.projects) == set(counted_with(contest, ballots, ties, budget))


@unhurried
@given(polls(), tie_breakers)
def test_at_budgets_passed_over_the_same_is_bought(poll, ties):
    contest, ballots = poll
    assume(contest.budget < 100)
    counted = list(islice(Budgets(contest, ballots, ties).rising(1), 8))

    seen = {each.budget: set(each.projects) for each in counted}
    for budget in range(contest.budget, max(seen)):
        known = seen[max(one for one in seen if one <= budget)]
        assert set(counted_with(contest, ballots, ties, budget)) == known
