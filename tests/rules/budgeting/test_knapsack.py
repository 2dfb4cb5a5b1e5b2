"""Knapsack: of all choices that can be paid, the one with most votes, and no other."""

from dataclasses import replace
from itertools import chain, combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.budgeting.budgets import LOT, a_budget, approving, polls, tie_breakers

from commonweal.rules.budgeting.methods import METHODS, knapsack
from commonweal.rules.budgeting.sentences import SENTENCES
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.ties import TieBreaker
from commonweal.rules.wording import render

count = METHODS["knapsack"].count
COSTS = {"bath": 70, "garden": 50, "stage": 50}
VOTES = [approving(5, "bath"), approving(4, "garden"), approving(3, "stage")]


def test_it_says_why_no_other_choice_is_better():
    outcome = count(a_budget(100, COSTS, currency="EUR"), VOTES, LOT)

    assert [render(step.explanation, SENTENCES) for step in outcome.steps] == [
        "12 voters voted on 3 projects. There are 100 EUR to spend; what counts is how "
        "many votes all the projects funded have together.",
        "No other choice that costs 100 EUR or less has more votes than these, with "
        "7 votes together. They cost 100 EUR; 0 EUR are left.",
    ]


def test_choices_just_as_good_are_a_tie_that_a_lot_parts_or_that_stands():
    votes = [approving(4, "bath"), approving(2, "garden"), approving(2, "stage")]

    lots = {
        count(a_budget(100, COSTS), votes, TieBreaker("lot", str(n))).winners
        for n in range(40)
    }
    standing = count(a_budget(100, COSTS), votes, TieBreaker("status_quo"))

    assert lots == {("bath",), ("garden", "stage")}
    assert standing.winners == ()
    assert standing.tied == (("bath", "garden", "stage"),)


def test_whoever_has_more_votes_is_named_first_and_all_others_are_left_out():
    votes = [approving(5, "bath"), approving(3, "garden"), approving(4, "stage")]

    outcome = count(a_budget(100, COSTS), votes, LOT)

    assert outcome.winners == ("stage", "garden")
    assert outcome.steps[1].elected == ("stage", "garden")
    assert outcome.steps[1].excluded == ("bath",)


def test_what_is_in_every_best_choice_is_funded_though_the_tie_stands():
    contest = a_budget(110, COSTS | {"well": 10})
    votes = [
        approving(4, "bath", "well"),
        approving(2, "garden"),
        approving(2, "stage"),
    ]

    standing = count(contest, votes, TieBreaker("status_quo"))

    assert standing.winners == ("well",)
    assert standing.tied == (("bath", "garden", "stage"),)


def test_sums_no_float_could_tell_apart_decide():
    cost = 10**40
    contest = a_budget(
        2 * cost,
        {"bath": 2 * cost, "garden": cost, "stage": cost - 1},
        satisfaction="cost",
    )

    outcome = count(contest, [approving(1, "bath", "garden", "stage")], LOT)

    assert outcome.winners == ("bath",)
    assert outcome.tied == ()


def test_nothing_to_choose_is_an_answer_too():
    assert count(a_budget(100, COSTS), [], LOT).winners == ()


def test_too_many_choices_to_compare_are_said(monkeypatch):
    monkeypatch.setattr(knapsack, "_MOST", 1)
    costs = {f"p{n}": 10 + n for n in range(8)}

    with pytest.raises(Uncountable) as refused:
        count(a_budget(40, costs), [approving(1, *costs)], LOT)

    assert "Too many choices" in render(refused.value.reason, SENTENCES)


@settings(max_examples=150, deadline=None)
@given(polls(), tie_breakers, st.booleans())
def test_no_choice_that_can_be_paid_is_better(poll, ties, by_cost):
    contest, ballots = poll
    said = {"satisfaction": "cost" if by_cost else "cardinality"}
    contest = replace(contest, settings={**contest.settings, **said})

    outcome = count(contest, ballots, ties)

    scores = outcome.steps[0].counts
    worth = {
        one: scores[one] * (contest.costs[one] if by_cost else 1)
        for one in contest.standing
    }
    best = max(
        sum(worth[one] for one in choice)
        for choice in every_choice(contest.standing)
        if sum(contest.costs[one] for one in choice) <= contest.budget
    )
    if ties.rule != "status_quo" or not outcome.tied:
        assert sum(worth[one] for one in outcome.winners) == best


@pytest.mark.parametrize("proposal", [False, True])
@settings(max_examples=60, deadline=None)
@given(polls(), tie_breakers)
def test_whatever_the_solver_proposes_the_same_is_chosen(proposal, poll, ties):
    contest, ballots = poll
    well_proposed = count(contest, ballots, ties)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(knapsack, "proposed", lambda items, _: [proposal] * len(items))
        badly_proposed = count(contest, ballots, ties)

    assert badly_proposed == well_proposed


@pytest.mark.parametrize(("projects", "looked_at"), [(20, 12), (30, 1)])
def test_no_more_choices_are_looked_at_than_may_be_better(
    projects, looked_at, monkeypatch
):
    contest, votes = a_town(projects)
    readily = count(contest, votes, LOT)

    monkeypatch.setattr(knapsack, "_MOST", looked_at)

    assert count(contest, votes, LOT) == readily


def test_without_a_good_proposal_a_few_more_are_looked_at(monkeypatch):
    contest, votes = a_town(20)
    readily = count(contest, votes, LOT)

    monkeypatch.setattr(knapsack, "proposed", lambda items, _: [False] * len(items))
    monkeypatch.setattr(knapsack, "_MOST", 20)

    assert count(contest, votes, LOT) == readily


def a_town(number):
    """Give so many projects and three times as many votes, always the same."""
    chance = Random(0)
    costs = {f"p{place:02}": chance.randint(10, 60) for place in range(number)}
    votes = [
        approving(
            chance.randint(1, 9), *chance.sample(sorted(costs), chance.randint(1, 6))
        )
        for _ in range(3 * number)
    ]
    return a_budget(sum(costs.values()) // 3, costs), votes


def every_choice(projects):
    """Give every set of projects."""
    sizes = range(len(projects) + 1)
    return chain.from_iterable(combinations(projects, size) for size in sizes)
