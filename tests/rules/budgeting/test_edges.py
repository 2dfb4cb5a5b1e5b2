"""What is at the edge of sense is still answered, by every way of sharing money out."""

import pytest
from tests.rules.budgeting.budgets import LOT, a_budget, approving

from commonweal.rules.budgeting.methods import METHODS

EVERY = pytest.mark.parametrize("method", METHODS)
HUGE = 10**12


@EVERY
def test_sums_of_twelve_digits_are_exact(method):
    costs = {"bath": 5 * HUGE + 1, "garden": 3 * HUGE, "stage": 9 * HUGE}
    votes = [approving(5, "bath", "garden"), approving(1, "stage")]

    outcome = METHODS[method].count(a_budget(10 * HUGE, costs), votes, LOT)

    assert set(outcome.winners) == {"bath", "garden"}
    assert outcome.facts["spent"] == 8 * HUGE + 1


@EVERY
def test_nobody_voting_funds_nothing(method):
    outcome = METHODS[method].count(a_budget(10, {"bath": 5}), [], LOT)

    assert outcome.winners == ()


@EVERY
def test_ballots_that_are_all_blank_fund_nothing(method):
    outcome = METHODS[method].count(a_budget(10, {"bath": 5}), [approving(3)], LOT)

    assert outcome.winners == ()


@EVERY
def test_where_all_are_level_as_many_as_fit_are_funded_and_the_tie_is_told(method):
    costs = dict.fromkeys("abcde", 4)

    outcome = METHODS[method].count(a_budget(10, costs), [approving(7, *costs)], LOT)

    assert len(outcome.winners) == 2
    assert outcome.tied
    assert outcome.tie_break


@EVERY
def test_what_costs_more_than_there_is_is_not_funded(method):
    outcome = METHODS[method].count(
        a_budget(10, {"tower": HUGE, "bath": 9}),
        [approving(1, "tower"), approving(9, "bath")],
        LOT,
    )

    assert outcome.winners == ("bath",)
