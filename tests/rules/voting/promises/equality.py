"""All voters count alike, and all options."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st
from tests.rules.voting.elections import LOT, OPTIONS, one_by_one
from tests.rules.voting.promises.drawn import (
    Election,
    winners,
)

from commonweal.rules.voting.ballots import Answer, Approvals, Ballot, Ranking, Scores
from commonweal.rules.voting.method import Method


def anonymity(method: Method, election: Election, data: Any) -> None:
    """Who cast which ballot makes no difference, nor whether equal ones are grouped."""
    contest, ballots = election
    shuffled = data.draw(st.permutations(one_by_one(ballots)))

    once = method.count(contest, ballots, LOT)

    assert method.count(contest, list(shuffled), LOT) == once


def order_independence(method: Method, election: Election, data: Any) -> None:
    """The order in which ballots are read makes no difference to anything."""
    contest, ballots = election
    shuffled = data.draw(st.permutations(ballots))

    once = method.count(contest, ballots, LOT)

    assert method.count(contest, list(shuffled), LOT) == once


def neutrality(method: Method, election: Election, data: Any) -> None:
    """What an option is called, and its place in the list, makes no difference."""
    contest, ballots = election
    new = dict(zip(OPTIONS, data.draw(st.permutations(OPTIONS)), strict=True))
    order = tuple(data.draw(st.permutations(OPTIONS)))

    before = winners(method, contest, ballots)
    after = winners(
        method, replace(contest, options=order), [renamed(b, new) for b in ballots]
    )

    assert after == {new[option] for option in before}


def renamed(ballot: Ballot, new: dict[str, str]) -> Ballot:
    """Give a ballot that says the same of options of other names."""
    match ballot.marks:
        case Ranking(ranks):
            changed = tuple(tuple(new[one] for one in rank) for rank in ranks)
            return ballot._replace(marks=Ranking(changed))
        case Approvals(options):
            return ballot._replace(marks=Approvals(tuple(new[o] for o in options)))
        case Scores(scores):
            pairs = tuple((new[option], points) for option, points in scores)
            return ballot._replace(marks=Scores(pairs))
        case Answer():
            return ballot
