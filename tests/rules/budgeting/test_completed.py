"""What a completion tells: every step, and every tie that was met on the way."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.rules.budgeting.budgets import (
    LOT,
    a_budget,
    approving,
    polls,
    tie_breakers,
    unhurried,
)
from tests.rules.budgeting.test_completions import backed_in, raised

from commonweal.rules.budgeting.methods import METHODS
from commonweal.rules.budgeting.methods.equal_shares import plain
from commonweal.rules.budgeting.sentences import SENTENCES
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.ties import TieBreaker
from commonweal.rules.wording import render

utilitarian = METHODS["equal-shares-utilitarian"].count
COSTS = {"bath": 5, "garden": 3, "stage": 3}
VOTES = [approving(2, "bath", "stage"), approving(1, "bath"), approving(1, "garden")]


def told_of(outcome):
    """Give the titles of the steps, with who was elected and who was not."""
    return [(step.title.id, step.elected, step.excluded) for step in outcome.steps]


def test_by_votes_all_is_told_in_turn_and_the_rest_only_once():
    outcome = utilitarian(a_budget(8, COSTS), VOTES, LOT)

    assert told_of(outcome) == [
        ("budget_title_equal_shares_opening", (), ()),
        ("budget_title_equal_shares_bought", ("bath",), ()),
        ("budget_title_equal_shares_closing", (), ()),
        ("budget_title_equal_shares_by_votes", (), ()),
        ("budget_title_greedy_funded", ("stage",), ()),
        ("budget_title_greedy_passed_over", (), ("garden",)),
    ]
    assert outcome.steps[3].counts == {"garden": 1, "stage": 2}
    assert outcome.seats == len(outcome.winners) == 2


def test_where_nothing_is_left_nothing_goes_by_votes():
    outcome = utilitarian(a_budget(5, {"bath": 5, "stage": 1}), VOTES[1:2], LOT)

    assert outcome.winners == ("bath",)
    assert outcome.method == "equal-shares-utilitarian"
    assert told_of(outcome)[-1] == (
        "budget_title_equal_shares_closing",
        (),
        ("stage",),
    )


def test_one_coin_that_is_left_goes_by_votes_too():
    votes = [approving(5, "bath"), approving(1, "stage")]

    outcome = utilitarian(a_budget(6, {"bath": 5, "stage": 1}), votes, LOT)

    assert outcome.winners == ("bath", "stage")


def test_by_votes_what_a_file_says_of_greedy_does_not_matter_but_all_else_does():
    contest = a_budget(
        8,
        COSTS | {"pool": 4},
        rule="greedy-no-skip",
        min_project_score_threshold="3",
        currency="EUR",
    )
    votes = [*VOTES, approving(2, "pool")]

    outcome = utilitarian(contest, votes, LOT)

    said = [render(step.explanation, SENTENCES) for step in outcome.steps]
    assert outcome.winners == ("bath", "stage")
    assert all("EUR" in one for one in said if "costs" in one)


def test_ties_by_shares_and_by_votes_are_told_one_after_the_other():
    costs = {"bath": 6, "garden": 6, "pool": 4, "stage": 4}
    votes = [
        approving(3, "bath", "garden"),
        approving(1, "pool"),
        approving(1, "stage"),
    ]

    both = utilitarian(a_budget(11, costs), votes, LOT)
    none = utilitarian(a_budget(100, costs), votes, LOT)
    by_shares = utilitarian(a_budget(6, costs), votes[:1], LOT)
    by_votes = utilitarian(a_budget(5, costs), [*votes[1:], approving(3)], LOT)

    assert both.tied == (("bath", "garden"), ("pool", "stage"))
    assert both.tie_break.id == "sentences_after_each_other"
    assert none.tie_break is None
    assert by_shares.tied == (("bath", "garden"),)
    assert by_votes.tied == (("pool", "stage"),)
    assert by_shares.tie_break.id == by_votes.tie_break.id == "tie_lot_first"


def test_raising_ends_at_the_first_budget_at_which_too_much_is_spent():
    contest = a_budget(
        6,
        {"bath": 2, "creche": 2, "garden": 6, "library": 8},
        satisfaction="cardinality",
    )
    votes = [
        approving(2, "library", "creche"),
        approving(1, "garden", "library"),
        approving(2, "bath", "library", "creche"),
        approving(2, "library"),
    ]

    outcome = METHODS["equal-shares-jump"].count(contest, votes, LOT)

    # With 9 to share the library is bought, for 8; with 11 creche and bath would be.
    assert outcome.winners == ("creche",)


@pytest.mark.parametrize(("per_unit", "coin"), [("1", "1"), ("2", "0.5")])
def test_a_step_finer_than_a_coin_is_refused_with_what_a_coin_is(per_unit, coin):
    contest = a_budget(8, COSTS, step="0.3", coins_per_unit=per_unit)

    with pytest.raises(Uncountable) as refused:
        METHODS["equal-shares-add-one"].count(contest, VOTES, LOT)

    said = render(refused.value.reason, SENTENCES)
    assert said.endswith(f"not finer than a coin: {coin}.")


@unhurried
@given(polls(), tie_breakers, st.sampled_from(["jump", "add-one"]))
def test_every_tie_on_the_way_is_told(poll, ties, way):
    contest, ballots = poll
    assume(contest.budget < 100)
    voters = max(sum(ballot.weight for ballot in ballots), 1)
    step = 1 if way == "jump" else voters

    outcome = METHODS[f"equal-shares-{way}"].count(contest, ballots, ties)

    assert set(outcome.tied) == ties_on_the_way(contest, ballots, ties, step)
    assert (outcome.tie_break is None) == (not outcome.tied)


def ties_on_the_way(contest, ballots, ties: TieBreaker, step: int):
    """Give what was level at any budget that was counted, to the one that ended it."""
    met, budget = set(), contest.budget
    backed = backed_in(contest, ballots)
    for bought in raised(contest, ballots, ties, step):
        there = replace(contest, budget=budget)
        met |= set(plain.count(there, ballots, ties).tied)
        left = contest.budget - sum(contest.costs[one] for one in bought)
        if all(contest.costs[one] > left for one in backed - bought):
            break
        budget += step
    return met
