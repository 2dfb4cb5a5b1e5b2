"""Elections for tests: small ones written by hand, and all kinds of them by chance."""

from collections.abc import Iterable

from hypothesis import strategies as st

from commonweal.rules.consensus.events import POSITIONS
from commonweal.rules.voting.ballots import (
    Answer,
    Approvals,
    Ballot,
    Contest,
    Ranking,
    Scores,
)
from commonweal.rules.voting.ties import TieBreaker

LOT = TieBreaker("lot", "seed of the tests")
OPTIONS = ("ada", "ben", "col", "dot", "eve")


def ranked(order: str, times: int = 1) -> Ballot:
    """Read a ranking as in "ada ben=col - dot": a space parts ranks, `-` is empty."""
    ranks = tuple(() if r == "-" else tuple(r.split("=")) for r in order.split())
    return Ballot(Ranking(ranks), times)


def marked(options: str, times: int = 1) -> Ballot:
    """Give the ballot of voters who mark these options."""
    return Ballot(Approvals(tuple(options.split())), times)


def scored(times: int = 1, **scores: int) -> Ballot:
    """Give the ballot of voters who give these points."""
    return Ballot(Scores(tuple(scores.items())), times)


def answered(answer: str, times: int = 1) -> Ballot:
    """Give the ballot of voters who answer a motion."""
    return Ballot(Answer(answer), times)


def a_contest(options: str, seats: int = 1, **settings: str) -> Contest:
    """Give a contest between these options."""
    return Contest(tuple(options.split()), seats, settings=settings)


def strict_rankings(options: tuple[str, ...] = OPTIONS) -> st.SearchStrategy[Ballot]:
    """Draw ballots that rank some options in strict order."""
    orders = st.permutations(options).flatmap(
        lambda order: st.integers(0, len(order)).map(lambda n: order[:n])
    )
    return st.builds(
        lambda order, times: Ballot(Ranking(tuple((one,) for one in order)), times),
        orders,
        st.integers(1, 9),
    )


def untidy_rankings(options: tuple[str, ...] = OPTIONS) -> st.SearchStrategy[Ballot]:
    """Draw ballots as people really write them: ranks shared, empty, names repeated."""
    rank = st.lists(st.sampled_from(options), max_size=2).map(tuple)
    ranks = st.lists(rank, max_size=6).map(tuple)
    return st.builds(Ballot, st.builds(Ranking, ranks), st.integers(1, 9))


def approvals(options: tuple[str, ...] = OPTIONS) -> st.SearchStrategy[Ballot]:
    """Draw ballots that mark some options."""
    marks = st.lists(st.sampled_from(options), unique=True).map(tuple)
    return st.builds(Ballot, st.builds(Approvals, marks), st.integers(1, 9))


def scores(options: tuple[str, ...] = OPTIONS) -> st.SearchStrategy[Ballot]:
    """Draw ballots that give some options points."""
    points = st.dictionaries(st.sampled_from(options), st.integers(0, 5))
    given = points.map(lambda chosen: Scores(tuple(chosen.items())))
    return st.builds(Ballot, given, st.integers(1, 9))


def answers() -> st.SearchStrategy[Ballot]:
    """Draw answers to a motion."""
    answer = st.sampled_from(("yes", "no", "abstain"))
    return st.builds(Ballot, st.builds(Answer, answer), st.integers(1, 9))


def positions() -> st.SearchStrategy[Ballot]:
    """Draw positions in a test of consensus."""
    said = st.sampled_from(POSITIONS)
    return st.builds(Ballot, st.builds(Answer, said), st.integers(1, 9))


def one_by_one(ballots: Iterable[Ballot]) -> list[Ballot]:
    """Write every voter's ballot singly."""
    return [Ballot(one.marks) for one in ballots for _ in range(one.weight)]
