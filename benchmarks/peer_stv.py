"""Count a tidy BLT file with a peer; run by the peers' Python.

`peer_stv.py PEER FILE [METHOD]`, where PEER is pyrankvote, votelib or votekit, each by
its quickest way, and METHOD is stv (usually), irv or schulze, as far as
it has them. The peers read no BLT, so the plainest reader that suits each stands here.
Prints a line of JSON: seconds of CPU for loading and for counting, peak memory in MB,
and the winners' numbers.
"""

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any


def lines_of(path: Path) -> tuple[int, int, Iterator[tuple[int, list[str]]]]:
    """Give the numbers of candidates and seats, and each ballot with its weight."""
    text = path.read_text()
    head, _, rest = text.partition("\n")
    candidates, seats = map(int, head.split())
    body = rest.partition("\n0\n")[0]
    split = (line.split(" ") for line in body.split("\n"))
    return candidates, seats, ((int(line[0]), line[1:-1]) for line in split)


def pyrankvote(path: Path, method: str) -> Callable[[], list[str]]:
    """Load for pyrankvote; equal ballots are one object in its list many times."""
    from pyrankvote import (  # noqa: PLC0415
        Ballot,
        Candidate,
        instant_runoff_voting,
        single_transferable_vote,
    )

    number, seats, lines = lines_of(path)
    named = {str(i): Candidate(str(i)) for i in range(1, number + 1)}
    ballots: list[Any] = []
    for times, marks in lines:
        ballots += [Ballot([named[mark] for mark in marks])] * times

    def count() -> list[str]:
        if method == "irv":
            result = instant_runoff_voting(list(named.values()), ballots)
        else:
            result = single_transferable_vote(list(named.values()), ballots, seats)
        return [winner.name for winner in result.get_winners()]

    return count


def votelib(path: Path, method: str) -> Callable[[], list[str]]:
    """Load for votelib: a table from rankings to how many cast them."""
    from votelib.convert import RankedToCondorcetVotes  # noqa: PLC0415
    from votelib.evaluate.condorcet import Schulze  # noqa: PLC0415
    from votelib.evaluate.sequential import TransferableVoteSelector  # noqa: PLC0415

    _, seats, lines = lines_of(path)
    votes: dict[tuple[str, ...], int] = {}
    for times, marks in lines:
        ranking = tuple(marks)
        votes[ranking] = votes.get(ranking, 0) + times
    if method == "schulze":
        pairs = RankedToCondorcetVotes()
        return lambda: list(Schulze().evaluate(pairs.convert(votes), seats))
    seats = 1 if method == "irv" else seats
    selector = TransferableVoteSelector(quota_function="droop", transferer="Gregory")
    return lambda: list(selector.evaluate(votes, seats))


def votekit(path: Path, method: str) -> Callable[[], list[str]]:
    """Load for votekit: a profile of weighted ballots, for its fast count."""
    from votekit import RankBallot, RankProfile  # noqa: PLC0415
    from votekit.elections import FastSTV  # noqa: PLC0415

    assert method == "stv", "only this is measured with it"
    number, seats, lines = lines_of(path)
    names = [str(i) for i in range(1, number + 1)]
    alone = {name: frozenset((name,)) for name in names}
    ballots = tuple(
        RankBallot(ranking=tuple(alone[mark] for mark in marks), weight=times)
        for times, marks in lines
    )
    profile = RankProfile(ballots=ballots, candidates=names, max_ranking_length=number)

    def count() -> list[str]:
        election = FastSTV(profile, n_seats=seats, simultaneous=False)
        return [str(name) for group in election.get_elected() for name in group]

    return count


LOADERS = {"pyrankvote": pyrankvote, "votelib": votelib, "votekit": votekit}

if __name__ == "__main__":
    began = time.process_time()
    counting = LOADERS[sys.argv[1]](Path(sys.argv[2]), (sys.argv[3:] or ["stv"])[0])
    loaded = time.process_time()
    winners = counting()
    counted = time.process_time()
    print(
        json.dumps(
            {
                "load": loaded - began,
                "count": counted - loaded,
                "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                "winners": sorted(winners, key=int),
            }
        )
    )
