"""Where a coin decides that no float can see, every form of a rule sees it."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from tests.rules.budgeting.budgets import (
    LOT,
    a_budget,
    approving,
    close_calls,
    tie_breakers,
)
from tests.rules.budgeting.test_completions import counted_with
from tests.rules.budgeting.test_equal_shares import counted_without
from tests.rules.budgeting.test_phragmen import backed, load_of

from commonweal.rules.budgeting.methods import METHODS
from commonweal.rules.budgeting.methods.equal_shares import fast, plain
from commonweal.rules.budgeting.methods.equal_shares.raised import Budgets

closely = settings(max_examples=200, deadline=None)


@closely
@given(close_calls(), tie_breakers)
def test_equal_shares_come_out_alike_in_every_form(poll, ties):
    contest, ballots = poll

    readable = plain.count(contest, ballots, ties)

    assert fast.count(contest, ballots, ties) == readable
    assert counted_without(contest, ballots, ties, fast.Scout) == readable
    assert counted_without(contest, ballots, ties, fast.Scout, fast.Run) == readable


@closely
@given(close_calls(), tie_breakers)
def test_budgets_a_coin_apart_are_told_apart(poll, ties):
    contest, ballots = poll
    rising = Budgets(contest, ballots, ties).rising(1)

    seen = [bought for _, bought in zip(range(3), rising, strict=False)]

    for bought in seen:
        again = counted_with(contest, ballots, ties, bought.budget)
        assert set(bought.projects) == set(again)


@closely
@given(close_calls())
def test_the_next_project_is_the_one_borne_with_the_least_load(poll):
    contest, ballots = poll

    outcome = METHODS["phragmen"].count(contest, ballots, LOT)

    backing = [backed(contest, ballots, ballot) for ballot in ballots]
    loads = [Fraction(0)] * len(ballots)
    waiting = set().union(*backing)
    for bought in outcome.winners:
        asked = {
            project: load_of(contest, ballots, backing, loads, project)
            for project in waiting
        }
        assert asked[bought] == min(asked.values())
        for place, each in enumerate(backing):
            if bought in each:
                loads[place] = asked[bought]
        waiting -= {bought}


TOTALS = [2**60 + 1, 2**60 - 1, 3 * (2**55 + 1), 10**17 + 3, 10**21 + 7]


@pytest.mark.parametrize("total", TOTALS)
@pytest.mark.parametrize("voters", [[1], [1] * 3, [2, 3, 5], [1] * 7, [1] * 10])
@pytest.mark.parametrize("lacking", [-1, 0, 1])
def test_a_project_is_bought_where_all_have_just_enough(total, voters, lacking):
    contest = a_budget(total, {"bath": total + lacking})
    votes = [approving(number, "bath") for number in voters]

    for passed_over in ([], [fast.Scout], [fast.Scout, fast.Run]):
        outcome = counted_without(contest, votes, LOT, *passed_over)

        assert outcome.winners == (() if lacking > 0 else ("bath",))
