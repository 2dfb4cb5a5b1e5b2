"""Equal shares, completed: more is spent, never more than there is, and by the rule."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from tests.rules.budgeting.budgets import (
    LOT,
    a_budget,
    approving,
    polls,
    tie_breakers,
    unhurried,
)

from commonweal.rules.budgeting.methods import METHODS
from commonweal.rules.budgeting.methods.equal_shares import plain
from commonweal.rules.budgeting.methods.equal_shares.raised import Budgets
from commonweal.rules.budgeting.sentences import SENTENCES
from commonweal.rules.voting.ballots import Ballot, Contest
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.ties import TieBreaker
from commonweal.rules.wording import render

add_one = METHODS["equal-shares-add-one"].count
jump = METHODS["equal-shares-jump"].count
utilitarian = METHODS["equal-shares-utilitarian"].count
COSTS = {"bath": 5, "garden": 3, "stage": 3}
VOTES = [approving(2, "bath", "stage"), approving(1, "bath"), approving(1, "garden")]


def test_the_count_says_to_what_the_budget_was_raised_and_that_it_is_kept():
    outcome = jump(a_budget(8, COSTS, currency="EUR"), VOTES, LOT)

    told = [render(step.explanation, SENTENCES) for step in outcome.steps]
    assert told[0] == (
        "4 voters voted on 3 projects. So that less of the 8 EUR stays unspent, "
        "each holds an equal share of a larger sum, 12 EUR: 3 EUR, to the hundredth. "
        "What is bought still costs no more than the budget."
    )
    assert told[-1].endswith("Of 8 EUR, 0 EUR stay unspent.")
    assert outcome.facts == {"budget": 8, "spent": 8, "voters": 4}


def test_what_is_left_is_spent_by_votes_and_told_so():
    outcome = utilitarian(a_budget(8, COSTS, currency="EUR"), VOTES, LOT)

    told = [render(step.explanation, SENTENCES) for step in outcome.steps]
    assert outcome.winners == ("bath", "stage")
    assert any("What is left, 3 EUR, is spent by votes" in each for each in told)
    assert outcome.facts["spent"] == 8


def test_a_budget_in_small_coins_is_raised_as_exactly_as_one_in_large_ones():
    million = 10**6
    costs = {project: cost * million for project, cost in COSTS.items()}

    large = jump(a_budget(8, COSTS), VOTES, LOT)
    small = jump(a_budget(8 * million, costs), VOTES, LOT)

    assert large.winners == small.winners


@pytest.mark.parametrize("step", ["0", "-1", "a lot", "1/0", "0.3"])
def test_a_step_that_is_no_sum_of_coins_is_refused(step):
    contest = a_budget(8, COSTS, step=step, coins_per_unit="2")

    with pytest.raises(Uncountable) as refused:
        add_one(contest, VOTES, LOT)

    assert step in render(refused.value.reason, SENTENCES)


@pytest.mark.parametrize("detail", ["satisfaction", "then"])
def test_a_detail_that_is_not_known_is_refused(detail):
    contest = a_budget(8, COSTS, **{detail: "often"})

    with pytest.raises(Uncountable) as refused:
        add_one(contest, VOTES, LOT)

    assert "It can be:" in render(refused.value.reason, SENTENCES)


def test_nobody_voting_and_everything_bought_end_the_raising():
    nobody = jump(a_budget(8, COSTS), [], LOT)
    rich = jump(a_budget(800, COSTS), VOTES, LOT)

    assert nobody.winners == ()
    assert set(rich.winners) == set(COSTS)


# ---- laws


@settings(max_examples=120, deadline=None)
@given(polls(), tie_breakers)
def test_add_one_is_what_counting_again_and_again_yields(poll, ties):
    contest, ballots = poll
    assume(contest.budget < 100)

    outcome = add_one(contest, ballots, ties)

    voters = max(sum(ballot.weight for ballot in ballots), 1)
    assert set(outcome.winners) == last_within(contest, ballots, ties, voters)


@settings(max_examples=60, deadline=None)
@given(polls(), tie_breakers)
def test_jumping_is_what_raising_coin_by_coin_yields(poll, ties):
    contest, ballots = poll
    assume(contest.budget < 100)

    outcome = jump(contest, ballots, ties)

    assert set(outcome.winners) == last_within(contest, ballots, ties, 1)


@unhurried
@given(polls())
def test_by_votes_nothing_that_has_some_still_fits(poll):
    contest, ballots = poll

    outcome = utilitarian(contest, ballots, LOT)

    left = contest.budget - outcome.facts["spent"]
    scores = outcome.steps[0].counts
    for project in set(contest.standing) - set(outcome.winners):
        assert scores[project] == 0 or contest.costs[project] > left


@unhurried
@given(polls(), tie_breakers)
def test_nothing_changes_at_budgets_that_are_passed_over(poll, ties):
    contest, ballots = poll
    assume(contest.budget < 100)
    budgets = Budgets(contest, ballots, ties)
    rising = budgets.rising(1)

    passed = [next(rising, None) for _ in range(12)]

    seen = {each.budget: set(each.projects) for each in passed if each}
    for budget in range(contest.budget, max(seen)):
        known = seen[max(one for one in seen if one <= budget)]
        assert set(counted_with(contest, ballots, ties, budget)) == known


def test_whoever_a_standing_tie_has_turned_away_is_not_asked_again():
    # With 5 to share, both cost a half of each coin of theirs: the tie stands, and
    # neither is bought, though with 4 the creche was.
    contest = a_budget(4, {"bath": 3, "creche": 1})
    ballots = [approving(1), approving(2, "bath", "creche")]
    ties = TieBreaker("status_quo", "")

    rising = Budgets(contest, ballots, ties).rising(1)
    seen = [set(next(rising).projects) for _ in range(3)]

    assert seen == [{"creche"}, set(), {"bath", "creche"}]
    assert not counted_with(contest, ballots, ties, 5)


def last_within(
    contest: Contest, ballots: list[Ballot], ties: TieBreaker, step: int
) -> set[str]:
    """Raise the budget step by step with the readable count, as the rule is written."""
    kept: set[str] = set()
    for bought in raised(contest, ballots, ties, step):
        spent = sum(contest.costs[project] for project in bought)
        if spent > contest.budget:
            break
        kept = bought
        left = contest.budget - spent
        backed = backed_in(contest, ballots)
        if all(contest.costs[one] > left for one in backed - bought):
            break
    return kept


def raised(
    contest: Contest, ballots: list[Ballot], ties: TieBreaker, step: int
) -> Iterator[set[str]]:
    """Give what is bought at one budget after the other."""
    budget = contest.budget
    most = budget + 40 * sum(contest.costs.values()) * max(len(ballots), 1)
    while budget <= most:
        yield set(counted_with(contest, ballots, ties, budget))
        budget += step


def counted_with(
    contest: Contest, ballots: list[Ballot], ties: TieBreaker, budget: int
) -> tuple[str, ...]:
    """Count with another budget by the readable form."""
    return plain.count(replace(contest, budget=budget), ballots, ties).winners


def backed_in(contest: Contest, ballots: list[Ballot]) -> set[str]:
    """Give the projects that somebody backs."""
    scores = METHODS["greedy"].count(contest, ballots, LOT).steps[0].counts
    return {project for project in contest.standing if scores[project] > 0}


@unhurried
@given(polls())
def test_the_unit_is_part_of_the_rule(poll):
    contest, ballots = poll
    assume(contest.budget < 100)
    finer = replace(
        contest,
        budget=contest.budget * 2,
        costs={project: cost * 2 for project, cost in contest.costs.items()},
        settings={**contest.settings, "coins_per_unit": "2"},
    )

    whole, half = add_one(contest, ballots, LOT), add_one(finer, ballots, LOT)

    assert whole.winners == half.winners
    assert Fraction(whole.facts["spent"]) == Fraction(half.facts["spent"])
