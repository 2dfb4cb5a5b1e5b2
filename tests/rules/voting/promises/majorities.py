"""What large groups of voters get."""

from itertools import combinations
from typing import Any

from hypothesis import assume
from tests.rules.voting.elections import OPTIONS, one_by_one
from tests.rules.voting.promises.drawn import (
    Election,
    marks_anything,
    order_of,
    prefers,
    winner,
    winners,
)

from commonweal.rules.voting.ballots import Answer, Approvals, Ballot, Ranking
from commonweal.rules.voting.method import Method


def firsts(ballot: Ballot) -> set[str]:
    """Give the only option a ballot puts above all others, if there is one."""
    match ballot.marks:
        case Ranking(ranks):
            return set(ranks[0]) if ranks and len(ranks[0]) == 1 else set()
        case Approvals(options):
            return set(options) if len(options) == 1 else set()
        case Answer(answer):
            return {answer} - {"abstain"}
        case _:
            return set()


def majority(method: Method, election: Election, data: Any) -> None:
    """Whom more than half of those who say something put first, alone, wins."""
    contest, ballots = election
    saying = [one for one in one_by_one(ballots) if marks_anything(one)]
    tops = [option for one in saying for option in firsts(one)]
    favourite = next((o for o in tops if 2 * tops.count(o) > len(saying)), None)
    assume(favourite is not None)

    assert favourite in winners(method, contest, ballots)


def majority_loser(method: Method, election: Election, data: Any) -> None:
    """Whom more than half put behind all others does not win a single place."""
    voters = one_by_one(election[1])
    hated = [
        loser
        for loser in OPTIONS
        if 2
        * sum(all(prefers(v, o, loser) for o in OPTIONS if o != loser) for v in voters)
        > len(voters)
    ]
    assume(hated)

    assert winner(method, election) not in hated


def mutual_majority(method: Method, election: Election, data: Any) -> None:
    """If more than half put the same few before all others, one of these wins."""
    voters = [one for one in one_by_one(election[1]) if marks_anything(one)]
    groups = [
        group
        for size in range(1, len(OPTIONS))
        for group in combinations(OPTIONS, size)
        if 2 * sum(is_solid(v, group) for v in voters) > len(voters)
    ]
    assume(groups)

    won = winner(method, election)

    assert all(won in group for group in groups)


def is_solid(ballot: Ballot, group: tuple[str, ...]) -> bool:
    """Say if a ballot names a whole group before anybody else."""
    return set(order_of(ballot)[: len(group)]) == set(group)


def proportionality(method: Method, election: Election, data: Any) -> None:
    """A group of voters as large as k quotas gets k of the options it stands behind.

    (Dummett's proportionality for solid coalitions. A quota for good measure is left
    to the rounding of transfer values.)
    """
    contest, ballots = election
    voters = [one for one in one_by_one(ballots) if marks_anything(one)]
    quota = len(voters) // (contest.seats + 1) + 1
    won = winners(method, contest, ballots)
    for size in range(1, len(OPTIONS) + 1):
        for group in combinations(OPTIONS, size):
            solid = sum(is_solid(voter, group) for voter in voters)
            deserved = min(solid // quota, size, contest.seats)
            # Rounding may cost a group that is only just large enough its last seat.
            if solid % quota or deserved <= 1:
                assert len(won & set(group)) >= deserved
