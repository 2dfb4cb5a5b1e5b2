"""What is bought at one budget, and who may come next at a larger one."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from fractions import Fraction
from itertools import islice
from typing import NoReturn
from unittest import mock

import pytest
from tests.rules.budgeting.budgets import (
    LOT,
    a_budget,
    approving,
)
from tests.rules.budgeting.test_completions import counted_with

from commonweal.rules.budgeting.methods.equal_shares import raised
from commonweal.rules.budgeting.methods.equal_shares.bids import Unproven
from commonweal.rules.budgeting.methods.equal_shares.proven import Run
from commonweal.rules.budgeting.methods.equal_shares.raised import (
    Bought,
    Budgets,
    Round,
)
from commonweal.rules.budgeting.methods.equal_shares.scout import Scout
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.ties import TieBreaker

STATUS_QUO = TieBreaker("status_quo")
COSTS = {"bath": 5, "garden": 3, "stage": 2}
VOTES = [approving(2, "bath"), approving(1, "garden")]


def never(*_: object) -> NoReturn:
    """Prove nothing."""
    raise Unproven


@contextmanager
def without(*ways: type) -> Iterator[None]:
    """Let these ways prove nothing."""
    with ExitStack() as stack:
        for way in ways:
            stack.enter_context(mock.patch.object(way, "started", never))
        yield


def bought_at(budget, *projects):
    return Bought(budget, projects, None, frozenset())


# ---- what fits


@pytest.mark.parametrize(
    ("budget", "projects", "full"),
    [
        (8, (), False),
        (8, ("bath",), False),
        (7, ("bath",), True),
        (8, ("garden",), False),
        (7, ("garden",), True),
        (8, ("bath", "garden"), True),
        (80, ("bath", "garden"), True),
        (2, (), True),
        (3, (), False),
    ],
)
def test_a_budget_is_full_where_nothing_that_somebody_backs_fits(
    budget, projects, full
):
    budgets = Budgets(a_budget(budget, COSTS), VOTES, LOT)

    assert budgets.full(bought_at(budget, *projects)) == full
    assert budgets.cost(bought_at(budget, *projects)) == sum(
        COSTS[one] for one in projects
    )


# ---- one count


@pytest.mark.parametrize("voters", [1, 2, 3])
@pytest.mark.parametrize("ways", [(), (Scout,), (Scout, Run)])
def test_what_is_bought_at_a_budget_is_what_the_readable_form_buys(voters, ways):
    contest = a_budget(9, {"bath": 5, "garden": 3, "stage": 4})
    votes = [
        approving(voters, "bath", "garden"),
        *[approving(1, "stage")][: voters - 1],
    ]

    budgets = Budgets(contest, votes, LOT)
    with without(*ways):
        found = {budget: budgets.at(budget) for budget in (3, 5, 8, 11, 20)}

    for budget, bought in found.items():
        assert bought.budget == budget
        assert bought.projects == counted_with(contest, votes, LOT, budget)
        assert bought.rounds is None or ways != (Scout, Run)


@pytest.mark.parametrize("ways", [(), (Scout,), (Scout, Run)])
@pytest.mark.parametrize("ties", [LOT, STATUS_QUO])
def test_groups_that_were_level_where_it_mattered_are_told(ways, ties):
    contest = a_budget(15, {"bath": 10, "garden": 10, "stage": 3, "well": 3})
    votes = [
        approving(3, "bath", "garden"),
        approving(1, "stage"),
        approving(1, "well"),
    ]
    budgets = Budgets(contest, votes, ties)

    with without(*ways):
        tight, wide = budgets.at(20), budgets.at(100)

    assert tight.tied == {frozenset({"bath", "garden"})}
    assert wide.tied == frozenset()
    assert set(wide.projects) == set(contest.costs)


def test_after_so_many_counts_in_fractions_it_is_given_up_and_told():
    budgets = Budgets(a_budget(9, COSTS), VOTES, LOT)

    with without(Scout, Run), mock.patch.object(raised, "_PATIENCE", 2):
        assert [budgets.at(budget).budget for budget in (9, 10)] == [9, 10]
        with pytest.raises(Uncountable) as refused:
            budgets.at(11)

    assert refused.value.reason.id == "budget_too_fine"


def test_a_count_says_in_which_order_and_at_what_rate():
    contest = a_budget(60, {"bath": 30, "garden": 10, "stage": 8, "well": 8})
    votes = [
        approving(3, "bath"),
        approving(1, "garden"),
        approving(2, "stage", "well"),
    ]
    budgets = Budgets(contest, votes, STATUS_QUO)

    first, then, last = budgets.at(36).rounds, budgets.at(72).rounds, budgets.at(96)

    # With 6 each the stage and the well are level, and the two cannot pay for both.
    assert [each.places for each in first] == [frozenset()]
    assert [each.tied for each in then] == [{0}, {2, 3}, {1}]
    assert [each.places for each in then] == [{0}, {2, 3}, {1}]
    assert last.projects == ("bath", "stage", "well", "garden")
    for each, rate in zip(then, (Fraction(1, 3), Fraction(1, 2), 1), strict=True):
        assert rate < Fraction(each.high) < rate * (1 + Fraction(1, 10**12))


# ---- hints


def some_rounds(*groups, gone=frozenset()):
    return [
        Round(frozenset(group), 0.5 * n, frozenset(), None)
        for n, group in enumerate(groups)
    ]


def test_who_came_next_another_time_is_hinted_twice_and_then_no_more():
    hints = raised._hints(some_rounds({3}, {5}), set())

    assert list(islice(hints, 6)) == [
        (3, 0.0),
        (3, 0.0),
        (5, 0.5),
        (5, 0.5),
        None,
        None,
    ]


def test_who_is_gone_is_not_hinted_but_those_left_of_the_same_round_are():
    gone = {4}
    hints = raised._hints(some_rounds({3, 4}, {4}, set(), {9, 7}), gone)

    first = next(hints)
    gone |= {3}

    assert first == (3, 0.0)
    assert list(islice(hints, 4)) == [(7, 1.5), (7, 1.5), None, None]


def test_where_nothing_is_known_of_another_time_nobody_is_hinted():
    assert list(islice(raised._hints(None, set()), 3)) == [None, None, None]


def test_counts_go_alike_where_the_same_are_bought_or_level_whatever_they_ask():
    def ordered(*rounds):
        return raised._order(Bought(9, (), rounds and tuple(rounds), frozenset()))

    one, tied = frozenset({1}), frozenset({1, 2})
    alone = Round(one, 0.5, one, Fraction(1, 2))

    assert ordered(alone) == ordered(alone._replace(high=0.6))
    assert ordered(alone) != ordered(alone._replace(tied=tied))
    assert ordered(alone) != ordered(alone._replace(places=frozenset()))
    assert ordered(alone) != ordered(alone._replace(rate=None))
    assert ordered(alone) != ordered(alone, alone)
    assert raised._order(bought_at(9)) is None
