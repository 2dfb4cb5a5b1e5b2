"""Equal shares: who backs a project pays for it, and nobody pays more than a share."""

from contextlib import ExitStack
from dataclasses import replace
from fractions import Fraction
from typing import NoReturn
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.budgeting.budgets import (
    LOT,
    a_budget,
    approving,
    payments,
    polls,
    prices_of,
    scoring,
    tie_breakers,
    unhurried,
)

from commonweal.rules.budgeting.methods import METHODS
from commonweal.rules.budgeting.methods.equal_shares import fast, plain
from commonweal.rules.budgeting.methods.equal_shares.bids import Unproven
from commonweal.rules.budgeting.sentences import SENTENCES
from commonweal.rules.voting.ballots import Ballot, Contest
from commonweal.rules.voting.ties import TieBreaker
from commonweal.rules.wording import render

count = METHODS["equal-shares"].count
FORMS = [plain.count, fast.count]


def test_each_step_says_who_paid():
    contest = a_budget(100, {"bath": 30, "garden": 34, "stage": 4}, currency="EUR")
    votes = [
        approving(2, "bath", "garden"),
        approving(4, "bath"),
        approving(1, "garden", "stage"),
        approving(2, "garden"),
        approving(1),
    ]

    outcome = count(contest, votes, LOT)

    assert [render(step.explanation, SENTENCES) for step in outcome.steps] == [
        "10 voters voted on 3 projects. Each holds an equal share of the 100 EUR: "
        "10 EUR, to the hundredth.",
        "“bath” costs 30 EUR. Who pays in full: 6 voters, 5 EUR each, to the "
        "hundredth. 70 EUR of the budget are left.",
        "“garden” costs 34 EUR. Who pays in full: 3 voters, 8 EUR each, to the "
        "hundredth. Who has less than that and gives all of it: 2 voters. 36 EUR of "
        "the budget are left.",
        "The people who back a project that is still open cannot pay for it with what "
        "they have left. Of 100 EUR, 36 EUR stay unspent.",
    ]
    assert outcome.steps[-1].excluded == ("stage",)


def test_a_minority_gets_its_part_where_greedy_gives_it_nothing():
    red = {f"red{i}": 10 for i in range(10)}
    blue = {f"blue{i}": 10 for i in range(10)}
    contest = a_budget(100, red | blue)
    votes = [approving(60, *red), approving(40, *blue)]

    fair, greedy = (
        count(contest, votes, LOT),
        METHODS["greedy"].count(contest, votes, LOT),
    )

    assert sum(project in red for project in fair.winners) == 6
    assert sum(project in blue for project in fair.winners) == 4
    assert set(greedy.winners) == set(red)


@pytest.mark.parametrize("count", FORMS)
def test_projects_level_that_can_all_be_paid_are_no_tie(count):
    contest = a_budget(40, {"bath": 10, "garden": 10})

    outcome = count(contest, [approving(4, "bath", "garden")], LOT)

    assert outcome.winners == ("bath", "garden")
    assert outcome.tied == ()


@pytest.mark.parametrize("count", FORMS)
def test_who_is_poor_and_backs_one_of_those_level_makes_no_tie(count):
    contest = a_budget(
        40, {"well": 10, "bath": 15, "garden": 10}, satisfaction="cardinality"
    )
    votes = [
        approving(1, "well", "bath"),
        approving(1, "well"),
        approving(1, "bath"),
        approving(1, "garden"),
    ]

    outcome = count(contest, votes, LOT)

    # After the well, who backs the bath too has 5 left where 10 are due.
    assert outcome.winners == ("well", "bath", "garden")
    assert outcome.tied == ()
    assert outcome.steps[2].counts == {"bath": Fraction(3, 2)}


@pytest.mark.parametrize("count", FORMS)
def test_projects_level_that_cannot_all_be_paid_are_a_tie(count):
    contest = a_budget(15, {"bath": 10, "garden": 10})
    votes = [approving(4, "bath", "garden")]

    by_lot = [count(contest, votes, TieBreaker("lot", str(n))) for n in range(5)]
    standing = count(contest, votes, TieBreaker("status_quo"))

    assert {outcome.tied for outcome in by_lot} == {(("bath", "garden"),)}
    assert {outcome.winners for outcome in by_lot} == {("bath",), ("garden",)}
    assert standing.winners == ()
    assert standing.tied == (("bath", "garden"),)


def test_a_difference_no_float_can_see_decides():
    cost = 10**40
    contest = a_budget(4 * cost, {"bath": cost, "garden": cost, "stage": cost + 1})
    votes = [
        scoring(1, bath=10**15, garden=10**15 + 1),
        scoring(1, bath=10**15, stage=10**15),
    ]

    outcome = count(contest, votes, LOT)

    assert outcome.tied == ()
    assert outcome == plain.count(contest, votes, LOT)


def test_numbers_beyond_any_float_are_counted_too():
    huge = 10**600
    contest = a_budget(2 * huge, {"bath": huge, "garden": huge + 1})
    votes = [approving(1, "bath"), approving(1, "garden")]

    outcome = count(contest, votes, LOT)

    assert outcome.winners == ("bath",)
    assert outcome.facts["spent"] == huge


@pytest.mark.parametrize(
    ("budget", "cost"), [(10, 10**600), (10**600, 10)], ids=["a cost", "the budget"]
)
def test_one_number_beyond_any_float_is_enough(budget, cost):
    contest = a_budget(budget, {"bath": cost, "garden": 5})
    votes = [approving(1, "bath", "garden"), approving(1, "garden")]

    outcome = count(contest, votes, LOT)

    assert outcome.winners == ("garden", "bath")[: 1 + (cost < budget)]


def test_points_too_many_for_floats_to_add_up_are_added_up_exactly():
    contest = a_budget(1000, {"bath": 999})
    voters, points = 2**20 + 1, 2**33 + 1

    outcome = count(contest, [scoring(voters, bath=points)], LOT)

    assert prices_of(contest, outcome) == [("bath", Fraction(999, voters * points))]


def test_a_price_too_close_for_floats_is_still_exact():
    million = 10**6
    contest = a_budget(
        3 * (2 * million + 1), {"bath": 4 * million, "garden": million + 2}
    )
    votes = [
        approving(million, "bath", "garden"),
        approving(million, "bath"),
        approving(1, "garden"),
    ]

    outcome = count(contest, votes, LOT)

    # The million have 1 left each after the bath; whoever is left pays the last 2.
    assert outcome.winners == ("bath", "garden")
    assert outcome.steps[2].counts["garden"] == Fraction(million + 2, 2)


def test_nobody_voting_and_nothing_to_buy_are_answers_too():
    nobody = count(a_budget(100, {"bath": 10}), [], LOT)
    nothing = count(a_budget(100, {}), [approving(2)], LOT)

    assert nobody.winners == nothing.winners == ()
    assert nobody.steps[-1].excluded == ("bath",)


def test_decimals_of_the_currency_are_said_in_its_unit():
    contest = a_budget(2050, {"bath": 1025}, coins_per_unit="100", currency="EUR")

    outcome = count(contest, [approving(2, "bath")], LOT)

    said = render(outcome.steps[1].explanation, SENTENCES)
    assert outcome.facts["budget"] == Fraction("20.50")
    assert said.startswith("“bath” costs 10.25 EUR. Who pays in full: 2 voters, 5.12")


# ---- laws


@settings(max_examples=200, deadline=None)
@given(polls(), tie_breakers, st.sampled_from(["cost", "cardinality"]))
def test_in_floats_in_units_and_in_fractions_it_counts_alike(poll, ties, satisfaction):
    contest, ballots = poll
    contest = replace(contest, settings={"satisfaction": satisfaction})

    in_floats = fast.count(contest, ballots, ties)
    in_units = counted_without(contest, ballots, ties, fast.Scout)
    in_fractions = counted_without(contest, ballots, ties, fast.Scout, fast.Run)

    assert in_floats == in_units == in_fractions
    assert in_floats == plain.count(contest, ballots, ties)


@settings(max_examples=200, deadline=None)
@given(polls(), tie_breakers)
def test_the_fast_form_counts_as_the_readable_one(poll, ties):
    contest, ballots = poll

    at_once = fast.count(contest, ballots, ties)

    assert at_once == plain.count(contest, ballots, ties)


@unhurried
@given(polls())
def test_nobody_is_left_who_could_together_pay_for_one_more(poll):
    contest, ballots = poll
    if not ballots:
        return

    outcome = count(contest, ballots, LOT)

    share = Fraction(contest.budget, sum(ballot.weight for ballot in ballots))
    paid = payments(contest, ballots, prices_of(contest, outcome))
    backed = outcome.steps[0].counts
    for project in set(contest.standing) - set(outcome.winners):
        alone = count(replace(contest, options=(project,)), ballots, LOT)
        held = sum(
            (share - sum(each.values())) * ballot.weight
            for each, ballot in zip(paid, ballots, strict=True)
            if backs(contest, ballot, project)
        )
        assert held < contest.costs[project] or not backed[project]
        assert backed[project] or not alone.winners


@unhurried
@given(polls())
def test_each_price_is_the_lowest_of_its_round(poll):
    contest, ballots = poll

    outcome = count(contest, ballots, LOT)

    effective = [
        step.counts[project] for step in outcome.steps for project in step.elected
    ]
    assert effective == sorted(effective, reverse=True)


def backs(contest: Contest, ballot: Ballot, project: str) -> bool:
    """Say whether greedy, asked of this ballot alone, finds support for a project."""
    alone = METHODS["greedy"].count(contest, [ballot], LOT)
    return alone.steps[0].counts[project] > 0


def counted_without(
    contest: Contest, ballots: list[Ballot], ties: TieBreaker, *ways: type
):
    """Count by the fast form as if some ways could not prove anything."""

    def never(*_: object) -> NoReturn:
        raise Unproven

    with ExitStack() as stack:
        for way in ways:
            stack.enter_context(mock.patch.object(way, "started", never))
        return fast.count(contest, ballots, ties)


@pytest.mark.parametrize("count", FORMS)
def test_an_empty_purse_makes_no_tie(count):
    contest = a_budget(21, {"bath": 15, "garden": 3, "stage": 3})
    votes = [
        approving(4, "bath"),
        approving(1, "bath", "garden", "stage"),
        approving(1, "garden"),
        approving(1, "stage"),
    ]

    outcome = count(contest, votes, LOT)

    assert outcome.winners == ("bath", "garden", "stage")
    assert outcome.tied == ()
