"""What groups of voters who agree get of a committee chosen by marks."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st
from tests.rules.voting.elections import OPTIONS, one_by_one
from tests.rules.voting.promises.drawn import Election, winners

from commonweal.rules.voting.ballots import Approvals, Ballot
from commonweal.rules.voting.method import Method

type Voters = list[set[str]]


def marks_of_each(ballots: list[Ballot]) -> Voters:
    """Give what each voter marked."""
    return [set(ballot.marks[0]) for ballot in one_by_one(ballots)]


def agreeing(voters: Voters, seats: int) -> Iterator[tuple[int, Voters]]:
    """Give each number of places, with the voters who agree on as many options."""
    for places in range(1, seats + 1):
        for options in combinations(OPTIONS, places):
            yield places, [marks for marks in voters if marks >= set(options)]


def extended_justified_representation(
    method: Method, election: Election, data: Any
) -> None:
    """In a group worth l places that agrees on l options, somebody gets l of theirs."""
    contest, ballots = election
    voters = marks_of_each(ballots)
    won = winners(method, contest, ballots)
    for places, group in agreeing(voters, contest.seats):
        poor = [marks for marks in group if len(marks & won) < places]

        assert len(poor) * contest.seats < places * len(voters)


def proportional_justified_representation(
    method: Method, election: Election, data: Any
) -> None:
    """A group worth l places that agrees on l options gets l that some of it marked."""
    contest, ballots = election
    voters = marks_of_each(ballots)
    won = winners(method, contest, ballots)
    for places, group in agreeing(voters, contest.seats):
        for few in combinations(sorted(won), min(places - 1, len(won))):
            content_with = [marks for marks in group if marks & won <= set(few)]

            assert len(content_with) * contest.seats < places * len(voters)


def house_monotonicity(method: Method, election: Election, data: Any) -> None:
    """With one more place to fill, nobody who was in before is out."""
    contest, ballots = election
    assume(contest.seats < len(OPTIONS))
    before = winners(method, contest, ballots)

    after = winners(method, replace(contest, seats=contest.seats + 1), ballots)

    assert before <= after


def support_monotonicity(method: Method, election: Election, data: Any) -> None:
    """To mark somebody besides who is elected anyway never puts that one out."""
    contest, ballots = election
    before = winners(method, contest, ballots)
    at = data.draw(st.integers(0, len(ballots) - 1))
    marked = ballots[at].marks[0]
    others = sorted(before - set(marked))
    assume(others)
    one = data.draw(st.sampled_from(others))
    wider = ballots[at]._replace(marks=Approvals((*marked, one)))

    after = winners(method, contest, [*ballots[:at], wider, *ballots[at + 1 :]])

    assert one in after
