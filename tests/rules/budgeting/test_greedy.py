"""Greedy: most votes first, while the money lasts."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from tests.rules.budgeting.budgets import (
    LOT,
    a_budget,
    approving,
    polls,
    scoring,
    unhurried,
)

from commonweal.rules.budgeting.methods import METHODS, default_method
from commonweal.rules.budgeting.sentences import SENTENCES
from commonweal.rules.voting.ballots import Answer, Ballot
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.ties import TieBreaker
from commonweal.rules.wording import render

count = METHODS["greedy"].count
COSTS = {"bath": 60, "garden": 50, "stage": 40}
VOTES = [approving(5, "bath"), approving(4, "garden"), approving(3, "stage")]


def test_each_step_says_why():
    outcome = count(a_budget(100, COSTS, currency="EUR"), VOTES, LOT)

    assert [render(step.explanation, SENTENCES) for step in outcome.steps] == [
        "12 voters voted on 3 projects. There are 100 EUR to spend; whoever has most "
        "support comes first.",
        "“bath” has 5 votes and costs 60 EUR. That fits into the 100 EUR there are, "
        "so it is funded; 40 EUR are left.",
        "“garden” has 4 votes and costs 50 EUR. Only 40 EUR are left, so it is passed "
        "over and the next one is looked at.",
        "“stage” has 3 votes and costs 40 EUR. That fits into the 40 EUR there are, "
        "so it is funded; 0 EUR are left.",
    ]
    assert [(step.elected, step.excluded) for step in outcome.steps] == [
        ((), ()),
        (("bath",), ()),
        ((), ("garden",)),
        (("stage",), ()),
    ]


@pytest.mark.parametrize("rule", ["greedy-no-skip", "greedy-custom", "Greedy_No_Skip"])
def test_a_rule_that_stops_names_what_it_did_not_reach(rule):
    outcome = count(a_budget(100, COSTS, rule=rule), VOTES, LOT)

    assert outcome.winners == ("bath",)
    assert outcome.steps[-2].excluded == ("garden",)
    assert outcome.steps[-1].excluded == ("stage",)


def test_too_few_votes_or_none_are_left_out():
    contest = a_budget(1000, COSTS | {"pool": 5}, min_project_score_threshold="4")

    outcome = count(contest, VOTES, LOT)

    assert outcome.winners == ("bath", "garden")
    assert outcome.steps[1].excluded == ("stage",)
    assert outcome.steps[2].excluded == ("pool",)


def test_points_are_added_up_and_points_below_zero_count_nothing():
    votes = [scoring(2, bath=-7, garden=1), scoring(3, garden=2, stage=1)]

    outcome = count(a_budget(100, COSTS), votes, LOT)

    assert outcome.steps[0].counts == {"bath": 0, "garden": 8, "stage": 3}


def test_answers_to_a_motion_support_no_project():
    outcome = count(a_budget(100, COSTS), [Ballot(Answer("yes"))], LOT)

    assert outcome.winners == ()
    assert outcome.facts["voters"] == 1


def test_a_project_marked_twice_on_a_ballot_counts_once():
    outcome = count(a_budget(100, COSTS), [approving(1, "bath", "bath")], LOT)

    assert outcome.steps[0].counts["bath"] == 1


def test_a_tie_that_decides_what_is_funded_is_reported_and_parted_by_lot():
    votes = [approving(4, "bath", "garden"), approving(1, "stage")]

    outcomes = {
        seed: count(a_budget(100, COSTS), votes, TieBreaker("lot", seed))
        for seed in map(str, range(9))
    }

    assert {outcome.tied for outcome in outcomes.values()} == {(("bath", "garden"),)}
    assert {outcome.winners[0] for outcome in outcomes.values()} == {"bath", "garden"}
    assert all(outcome.tie_break for outcome in outcomes.values())


def test_a_tie_that_changes_nothing_is_not_reported():
    votes = [approving(4, "bath", "stage"), approving(1, "garden")]

    outcome = count(a_budget(100, COSTS), votes, LOT)

    assert outcome.winners == ("bath", "stage")
    assert outcome.tied == ()
    assert outcome.tie_break is None


def test_among_level_projects_one_that_takes_all_the_money_makes_a_tie():
    contest = a_budget(60, {"bath": 60, "stage": 40})

    outcome = count(contest, [approving(4, "bath", "stage")], LOT)

    assert outcome.winners in {("bath",), ("stage",)}
    assert outcome.tied == (("bath", "stage"),)


def test_a_level_project_too_dear_for_anybody_makes_a_tie_only_where_it_stops():
    contest = a_budget(60, {"pool": 70, "stage": 40})
    votes = [approving(4, "pool", "stage")]

    passing = count(contest, votes, LOT)
    stopping = count(replace(contest, settings={"rule": "greedy-no-skip"}), votes, LOT)

    assert passing.winners == ("stage",)
    assert passing.tied == ()
    assert stopping.tied == (("pool", "stage"),)


def test_without_a_seed_the_cheapest_of_those_level_goes_first():
    votes = [approving(4, "bath", "garden"), approving(1, "stage")]

    outcome = count(a_budget(100, COSTS), votes, TieBreaker())

    assert outcome.winners == ("garden", "stage")
    assert outcome.tied == (("bath", "garden"),)
    assert render(outcome.tie_break, SENTENCES) == (
        "bath and garden are level. No seed for a lot is given, so what costs least "
        "goes first: garden."
    )


def test_without_a_seed_a_lot_is_only_for_those_that_cost_the_same():
    costs = {"bath": 50, "garden": 50, "stage": 60}

    outcome = count(
        a_budget(70, costs), [approving(4, "bath", "garden", "stage")], TieBreaker()
    )

    assert outcome.winners in {("bath",), ("garden",)}
    assert outcome.tied[0] == ("bath", "garden", "stage")
    assert outcome.tie_break.id == "budget_tie_in_turn"


def test_a_tie_that_stands_funds_none_of_the_level():
    votes = [approving(4, "bath", "garden"), approving(1, "stage")]

    outcome = count(a_budget(100, COSTS), votes, TieBreaker("status_quo"))

    assert outcome.winners == ("stage",)
    assert outcome.tied == (("bath", "garden"),)


def test_nobody_voting_funds_nothing():
    outcome = count(a_budget(100, COSTS), [], LOT)

    assert outcome.winners == ()
    assert outcome.facts == {"budget": 100, "spent": 0, "voters": 0}


def test_no_projects_are_an_answer_too():
    assert count(a_budget(100, {}), [], LOT).winners == ()


def test_a_project_dearer_than_the_budget_is_passed_over():
    outcome = count(a_budget(10, {"bath": 10**12, "stage": 10}), VOTES, LOT)

    assert outcome.winners == ("stage",)


UNCOUNTABLE = {
    "no budget": (
        replace(a_budget(1, COSTS), budget=None),
        "There is no budget to share out; it has to be above 0.",
    ),
    "a budget of 0": (
        a_budget(0, COSTS),
        "There is no budget to share out; it has to be above 0.",
    ),
    "a cost of 0": (
        a_budget(1, {"bath": 0}),
        "“bath” has no cost above 0, so it cannot be bought.",
    ),
    "an unknown cost": (
        replace(a_budget(1, {"bath": 1}), costs={}),
        "“bath” has no cost above 0, so it cannot be bought.",
    ),
}


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(("contest", "reason"), UNCOUNTABLE.values(), ids=UNCOUNTABLE)
def test_what_cannot_be_counted_is_said(method, contest, reason):
    with pytest.raises(Uncountable) as raised:
        METHODS[method].count(contest, VOTES, LOT)

    assert render(raised.value.reason, SENTENCES) == reason


@pytest.mark.parametrize(
    ("rule", "method"),
    [
        ("greedy", "greedy"),
        ("greedy-no-skip", "greedy"),
        ("unknown", "greedy"),
        ("", "greedy"),
        ("equalshares", "equal-shares"),
        ("equalshares/add1", "equal-shares-add-one"),
        ("equalshares/other", "equal-shares"),
        ("Equal-Shares", "equal-shares"),
    ],
)
def test_the_method_is_what_the_rule_of_the_file_names(rule, method):
    assert default_method(a_budget(100, COSTS, rule=rule)) == method


# ---- laws


@unhurried
@given(polls())
def test_what_could_still_be_paid_has_too_little_support_or_was_not_reached(poll):
    contest, ballots = poll
    contest = replace(contest, settings={})

    outcome = count(contest, ballots, LOT)

    left = contest.budget - outcome.facts["spent"]
    scores = outcome.steps[0].counts
    for project in set(contest.standing) - set(outcome.winners):
        assert scores[project] == 0 or contest.costs[project] > left


@unhurried
@given(polls())
def test_more_budget_and_threshold_in_decimals_are_read_exactly(poll):
    contest, ballots = poll
    contest = replace(contest, settings={"min_project_score_threshold": "2.5"})

    outcome = count(contest, ballots, LOT)

    scores = outcome.steps[0].counts
    assert all(scores[project] >= Fraction("2.5") for project in outcome.winners)
