"""Every way to share a budget keeps what it promises, whatever the ballots."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st
from tests.rules.budgeting.budgets import (
    payments,
    polls,
    prices_of,
    tie_breakers,
    unhurried,
)

from commonweal.rules.budgeting.methods import METHODS
from commonweal.rules.voting.ballots import Ballot, Contest
from commonweal.rules.voting.method import Method, Uncountable
from commonweal.rules.voting.ties import TieBreaker

type Poll = tuple[Contest, list[Ballot]]
type Promise = Callable[[Method, Poll, TieBreaker, Any], None]


def anonymity(method: Method, poll: Poll, ties: TieBreaker, data: Any) -> None:
    """Who cast which ballot, and in which order, changes nothing."""
    contest, ballots = poll
    one_by_one = [Ballot(b.marks) for b in ballots for _ in range(b.weight)]
    shuffled = data.draw(st.permutations(one_by_one))

    assert method.count(contest, shuffled, ties) == method.count(contest, ballots, ties)


def neutrality(method: Method, poll: Poll, ties: TieBreaker, data: Any) -> None:
    """The order in which projects are listed changes nothing that is funded."""
    contest, ballots = poll
    turned = replace(contest, options=data.draw(st.permutations(contest.options)))
    turned = replace(turned, options=tuple(turned.options))

    before, after = (method.count(c, ballots, ties) for c in (contest, turned))

    assert set(before.winners) == set(after.winners)
    assert {frozenset(g) for g in before.tied} == {frozenset(g) for g in after.tied}


def within_budget(method: Method, poll: Poll, ties: TieBreaker, data: Any) -> None:
    """No more is spent than there is, each project once, none that is withdrawn."""
    contest, ballots = poll

    outcome = method.count(contest, ballots, ties)

    spent = sum(contest.costs[project] for project in outcome.winners)
    assert spent == outcome.facts["spent"] <= contest.budget
    assert len(set(outcome.winners)) == len(outcome.winners)
    assert set(outcome.winners) <= set(contest.standing)


def coin_independence(method: Method, poll: Poll, ties: TieBreaker, data: Any) -> None:
    """Counting money in a smaller coin changes nothing that is funded."""
    contest, ballots = poll
    coin = data.draw(st.integers(2, 9))
    costs = {project: cost * coin for project, cost in contest.costs.items()}
    finer = replace(contest, budget=contest.budget * coin, costs=costs)

    winners = method.count(contest, ballots, ties).winners

    assert method.count(finer, ballots, ties).winners == winners


def priceability(method: Method, poll: Poll, ties: TieBreaker, data: Any) -> None:
    """Backers alone pay each project, exactly, and nobody more than an equal share."""
    contest, ballots = poll

    outcome = method.count(contest, ballots, ties)

    bought = prices_of(contest, outcome)
    paid = payments(contest, ballots, bought) if ballots else []
    assert tuple(project for project, _ in bought) == outcome.winners
    for project, _ in bought:
        together = sum(
            each[project] * ballot.weight
            for each, ballot in zip(paid, ballots, strict=True)
        )
        assert together == contest.costs[project]
    voters = max(sum(ballot.weight for ballot in ballots), 1)
    share = Fraction(contest.budget, voters)
    assert all(sum(each.values()) <= share for each in paid)


PROMISES: dict[str, Promise] = {
    "anonymity": anonymity,
    "neutrality": neutrality,
    "within_budget": within_budget,
    "coin_independence": coin_independence,
    "priceability": priceability,
}


def promised() -> list[Any]:
    """Give every promise of every method."""
    return [
        pytest.param(method, promise, id=f"{method.id}-{promise}")
        for method in METHODS.values()
        for promise in sorted(method.promises)
    ]


@pytest.mark.parametrize(("method", "promise"), promised())
def test_a_method_keeps_its_promise(method: Method, promise: str):
    @unhurried
    @given(polls(), tie_breakers, st.data())
    def holds(poll: Poll, ties: TieBreaker, data: Any) -> None:
        try:
            PROMISES[promise](method, poll, ties, data)
        except Uncountable as refused:
            # It promises nothing where it would have to count thousands of budgets.
            if refused.reason.id != "budget_too_fine":
                raise
            reject()

    holds()
