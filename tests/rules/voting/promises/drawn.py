"""Elections drawn by chance, and what is plainly to be read on a ballot."""

from dataclasses import replace

from hypothesis import assume
from hypothesis import strategies as st
from tests.rules.voting import elections
from tests.rules.voting.elections import LOT, OPTIONS

from commonweal.rules.consensus.events import POSITIONS
from commonweal.rules.voting.ballots import Answer, Ballot, Contest, Ranking
from commonweal.rules.voting.method import Method

type Election = tuple[Contest, list[Ballot]]


def election_for(method: Method) -> st.SearchStrategy[Election]:
    """Draw an election in the form of ballot the method is made for."""
    if method.ballot == "answer":
        contest, ballot = Contest(("yes", "no")), elections.answers()
        return st.tuples(st.just(contest), st.lists(ballot, min_size=1, max_size=8))
    if method.ballot == "position":
        contest, ballot = Contest(POSITIONS), elections.positions()
        return st.tuples(st.just(contest), st.lists(ballot, min_size=1, max_size=8))
    drawn = {
        "approvals": elections.approvals(),
        "ranking": elections.strict_rankings(),
        "scores": elections.scores(),
    }
    seats = st.integers(1, method.most_seats or 3)
    contest_for = seats.map(lambda number: Contest(OPTIONS, number))
    return st.tuples(
        contest_for, st.lists(drawn[method.ballot], min_size=1, max_size=8)
    )


def winners(method: Method, contest: Contest, ballots: list[Ballot]) -> set[str]:
    """Give who wins, and leave elections alone in which a tie decided."""
    outcome = method.count(contest, ballots, LOT)
    assume(not outcome.tied)
    return set(outcome.winners)


def winner(method: Method, election: Election) -> str:
    """Give who wins a single place."""
    contest, ballots = election
    won = winners(method, replace(contest, seats=1), ballots)
    assume(won)
    return won.pop()


def marks_anything(ballot: Ballot) -> bool:
    """Say if a ballot is more than blank paper or an abstention."""
    return bool(ballot.marks[0]) and ballot.marks != Answer("abstain")


def order_of(ballot: Ballot) -> list[str]:
    """Give the order of a ballot that has no shared ranks."""
    assert isinstance(ballot.marks, Ranking)
    return [option for rank in ballot.marks.ranks for option in rank]


def prefers(ballot: Ballot, one: str, other: str) -> bool:
    """Say if a ballot puts one option before the other; the unnamed come last."""
    order = order_of(ballot)
    return one in order and (
        other not in order or order.index(one) < order.index(other)
    )
