"""What a ballot can do, and what it never does."""

from dataclasses import replace
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st
from tests.rules.voting.elections import OPTIONS
from tests.rules.voting.promises.drawn import (
    Election,
    order_of,
    winner,
    winners,
)

from commonweal.rules.voting.ballots import Answer, Approvals, Ballot, Ranking, Scores
from commonweal.rules.voting.method import Method


def raised(ballot: Ballot, option: str) -> Ballot:
    """Give a ballot that is better for one option and else says the same."""
    match ballot.marks:
        case Ranking():
            rest = [one for one in order_of(ballot) if one != option]
            first = Ranking(tuple((one,) for one in [option, *rest]))
            return ballot._replace(marks=first)
        case Approvals(options):
            others = tuple(one for one in options if one != option)
            return ballot._replace(marks=Approvals((*others, option)))
        case Scores(scores):
            better = {**dict(scores), option: 5}
            return ballot._replace(marks=Scores(tuple(better.items())))
        case Answer():
            return ballot._replace(marks=Answer(option))


def monotonicity(method: Method, election: Election, data: Any) -> None:
    """To put the winner higher never harms it."""
    contest, ballots = election
    won = winner(method, election)
    if method.id == "plurality":
        ballots = [one for one in ballots if len(one.marks[0]) == 1]
        assume(ballots)
        won = winner(method, (contest, ballots))
    at = data.draw(st.integers(0, len(ballots) - 1))
    better = raised(ballots[at], won)
    if len(better.marks[0]) > 1 and method.id == "plurality":
        better = better._replace(marks=Approvals((won,)))
    changed = [*ballots[:at], better, *ballots[at + 1 :]]

    assert winners(method, replace(contest, seats=1), changed) == {won}


def participation(method: Method, election: Election, data: Any) -> None:
    """To vote for somebody who would win anyway never takes the place away."""
    contest, ballots = election
    won = winner(method, election)
    blank = ballots[0]._replace(weight=1, marks=type(ballots[0].marks)(()))
    one_more = raised(blank, won)

    assert winners(method, replace(contest, seats=1), [*ballots, one_more]) == {won}


def unanimity(method: Method, election: Election, data: Any) -> None:
    """Whom every single voter puts first, or marks alone, wins."""
    contest, ballots = election
    favourite = data.draw(st.sampled_from(OPTIONS))
    alone = type(ballots[0].marks)(())
    all_agree = [raised(one._replace(marks=alone), favourite) for one in ballots]

    assert winners(method, replace(contest, seats=1), all_agree) == {favourite}


def later_no_harm(method: Method, election: Election, data: Any) -> None:
    """To name somebody further down never harms whom one named before."""
    contest, ballots = election
    at = data.draw(st.integers(0, len(ballots) - 1))
    order = order_of(ballots[at])
    assume(len(order) < len(OPTIONS))
    before = winners(method, contest, ballots)
    next_one = data.draw(st.sampled_from([o for o in OPTIONS if o not in order]))
    longer = Ranking(tuple((one,) for one in [*order, next_one]))
    changed = [*ballots[:at], ballots[at]._replace(marks=longer), *ballots[at + 1 :]]

    after = winners(method, contest, changed)

    assert before & set(order) <= after
