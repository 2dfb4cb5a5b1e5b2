"""To what sum a completion says the budget was raised: just the one its rule names."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.rules.budgeting.budgets import (
    LOT,
    a_budget,
    approving,
    polls,
    prices_of,
    tie_breakers,
    unhurried,
)
from tests.rules.budgeting.test_completions import backed_in, raised

from commonweal.rules.budgeting.methods import METHODS
from commonweal.rules.voting.ties import TieBreaker

# With 400 each the bath is bought; with 600 both others would be, for more than there
# is, though either alone would fit.
COSTS = {"bath": 400, "garden": 600, "stage": 600}
VOTES = [approving(1, one) for one in COSTS]


def raised_to(contest, outcome):
    """Read what all shares together come to off the first step."""
    return outcome.steps[0].explanation.facts.get("raised", contest.budget)


def test_by_jumps_it_is_the_first_sum_at_which_that_is_bought():
    contest = a_budget(1000, COSTS)

    outcome = METHODS["equal-shares-jump"].count(contest, VOTES, LOT)

    assert outcome.winners == ("bath",)
    assert raised_to(contest, outcome) == 3 * 400


@pytest.mark.parametrize(("step", "last"), [("1", 1798), ("7", 1798), ("100", 1600)])
def test_by_units_it_is_the_last_sum_before_too_much_is_spent(step, last):
    contest = a_budget(1000, COSTS, step=step)

    outcome = METHODS["equal-shares-add-one"].count(contest, VOTES, LOT)

    assert outcome.winners == ("bath",)
    assert raised_to(contest, outcome) == last


@pytest.mark.parametrize("way", ["jump", "add-one"])
def test_where_nothing_else_fits_from_the_beginning_it_is_the_budget(way):
    contest = a_budget(1200, COSTS | {"garden": 900, "stage": 900})

    outcome = METHODS[f"equal-shares-{way}"].count(contest, VOTES, LOT)

    assert outcome.winners == ("bath",)
    assert raised_to(contest, outcome) == 1200


def test_what_each_pays_follows_from_the_sum_that_is_told():
    # Two who back the park have paid for the well already.
    costs = {"well": 300, "park": 420, "stage": 250, "tower": 250}
    votes = [
        approving(2, "well", "park"),
        approving(2, "well"),
        approving(1, "park"),
        approving(1, "stage"),
        approving(1, "tower"),
    ]
    contest = a_budget(1000, costs)

    first = METHODS["equal-shares-jump"].count(contest, votes, LOT)
    last = METHODS["equal-shares-add-one"].count(contest, votes, LOT)

    # With 190 each the two give all they have left, 115, and one gives 190. Just before
    # stage and tower could both be paid for, each gives 140.
    assert (raised_to(contest, first), raised_to(contest, last)) == (7 * 190, 1749)
    assert prices_of(contest, first) == [("well", 75), ("park", 190)]
    assert prices_of(contest, last) == [("well", 75), ("park", 140)]


@pytest.mark.parametrize("ties", [LOT, TieBreaker("status_quo")])
def test_a_tie_that_was_only_met_on_the_way_is_told(ties):
    # With 5 to share both cost a half of each coin of theirs; with 6 they can pay both.
    contest = a_budget(4, {"bath": 3, "creche": 1})
    votes = [approving(1), approving(2, "bath", "creche")]

    outcome = METHODS["equal-shares-jump"].count(contest, votes, ties)

    assert (raised_to(contest, outcome), len(outcome.winners)) == (6, 2)
    assert outcome.tied == (("bath", "creche"),)
    assert outcome.tie_break


def test_a_tie_that_is_met_again_and_again_is_told_once():
    contest = a_budget(15, {"bath": 10, "garden": 10})
    votes = [approving(3, "bath", "garden")]

    outcome = METHODS["equal-shares-jump"].count(contest, votes, LOT)

    assert len(outcome.winners) == 1
    assert outcome.tied == (("bath", "garden"),)
    assert outcome.tie_break.id == "tie_lot_first"


@unhurried
@given(polls(), tie_breakers, st.sampled_from(["jump", "add-one"]))
def test_it_is_what_counting_again_and_again_ends_with(poll, ties, way):
    contest, ballots = poll
    assume(contest.budget < 100)
    voters = max(sum(ballot.weight for ballot in ballots), 1)

    outcome = METHODS[f"equal-shares-{way}"].count(contest, ballots, ties)

    first, last = standing_at(contest, ballots, ties, 1 if way == "jump" else voters)
    assert raised_to(contest, outcome) == (first if way == "jump" else last)


def standing_at(contest, ballots, ties, step):
    """Say at which sum what stands in the end was bought first, and at which last."""
    first = last = budget = contest.budget
    stands, backed = None, backed_in(contest, ballots)
    for bought in raised(contest, ballots, ties, step):
        left = contest.budget - sum(contest.costs[one] for one in bought)
        if left < 0:
            break
        if bought != stands:
            first, stands = budget, bought
        last = budget
        if all(contest.costs[one] > left for one in backed - bought):
            break
        budget += step
    return first, last
