"""Every option against every other."""

from dataclasses import replace
from itertools import combinations
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st
from tests.rules.voting.elections import OPTIONS, one_by_one
from tests.rules.voting.promises.drawn import (
    Election,
    order_of,
    prefers,
    winner,
    winners,
)

from commonweal.rules.voting.ballots import Ballot, Ranking
from commonweal.rules.voting.method import Method


def beats(voters: list[Ballot], one: str, other: str) -> bool:
    """Say if more voters put one option before the other than behind it."""
    for_one = sum(prefers(voter, one, other) for voter in voters)
    return for_one > sum(prefers(voter, other, one) for voter in voters)


def condorcet_winner(method: Method, election: Election, data: Any) -> None:
    """An option that beats every other in pairs wins."""
    voters = one_by_one(election[1])
    best = [o for o in OPTIONS if all(beats(voters, o, p) for p in OPTIONS if p != o)]
    assume(best)

    assert winner(method, election) == best[0]


def condorcet_loser(method: Method, election: Election, data: Any) -> None:
    """An option that every other beats in pairs does not win."""
    voters = one_by_one(election[1])
    worst = [o for o in OPTIONS if all(beats(voters, p, o) for p in OPTIONS if p != o)]
    assume(worst)

    assert winner(method, election) != worst[0]


def smith(method: Method, election: Election, data: Any) -> None:
    """The winner is one of the smallest group whose members beat all outside it."""
    voters = one_by_one(election[1])
    dominant = [
        group
        for size in range(1, len(OPTIONS) + 1)
        for group in combinations(OPTIONS, size)
        if all(beats(voters, o, p) for o in group for p in set(OPTIONS) - set(group))
    ]

    assert winner(method, election) in dominant[0]


def clones(method: Method, election: Election, data: Any) -> None:
    """A twin of an option, ranked right behind it by all, takes nothing from it."""
    contest, ballots = election
    twin_of = data.draw(st.sampled_from(OPTIONS))
    before = winner(method, election)
    wider = replace(contest, options=(*OPTIONS, "twin"), seats=1)

    after = winners(method, wider, [with_twin(one, twin_of) for one in ballots])

    assert {twin_of if one == "twin" else one for one in after} == {before}


def with_twin(ballot: Ballot, twin_of: str) -> Ballot:
    """Write a twin right behind an option."""
    order = order_of(ballot)
    if twin_of in order:
        order.insert(order.index(twin_of) + 1, "twin")
    return ballot._replace(marks=Ranking(tuple((one,) for one in order)))
