"""Count small elections by other people's programs; run by the peers' Python.

Reads lines of JSON, each an election with the ids of methods to count it by; writes
for each a line with whom every program elects, or the kind of error it ends with. An
empty list stands for a tie that the program reports and does not part.
"""

import json
import sys
from collections.abc import Callable
from typing import Any

from pyrankvote import (
    Ballot,
    Candidate,
    instant_runoff_voting,
    single_transferable_vote,
)
from votelib.component.rankscore import Borda
from votelib.convert import RankedToCondorcetVotes, RankedToPositionalVotes
from votelib.evaluate.approval import (
    ProportionalApproval,
    SequentialProportionalApproval,
)
from votelib.evaluate.cardinal import STAR, MajorityJudgment
from votelib.evaluate.condorcet import MinimaxCondorcet, RankedPairs, Schulze
from votelib.evaluate.core import Plurality, Tie
from votelib.evaluate.sequential import TransferableVoteSelector

type Election = dict[str, Any]
type Count = Callable[[Election], list[str]]


def rankings(election: Election) -> dict[tuple[str, ...], int]:
    """Give rankings as votelib has them."""
    return {tuple(order): times for order, times in election["ballots"]}


def by_pairs(method: Any) -> Count:
    """Count pairs by votelib."""

    def count(election: Election) -> list[str]:
        votes = RankedToCondorcetVotes().convert(rankings(election))
        return list(method.evaluate(votes, election["seats"]))

    return count


def borda(election: Election) -> list[str]:
    """Count points by votelib."""
    options = len(election["options"])
    scorer = Borda(base=0)
    scorer.set_n_candidates(options)
    votes = RankedToPositionalVotes(scorer).convert(rankings(election))
    return list(Plurality().evaluate(votes, election["seats"]))


def transferable(quota: str) -> Count:
    """Count transferable votes by votelib, in fractions."""

    def count(election: Election) -> list[str]:
        selector = TransferableVoteSelector(quota_function=quota, transferer="Gregory")
        return list(selector.evaluate(rankings(election), election["seats"]))

    return count


def approvals(method: Any) -> Count:
    """Count approvals by votelib."""

    def count(election: Election) -> list[str]:
        votes = {frozenset(marks): times for marks, times in election["ballots"]}
        # A new one each time: it remembers what it saw before.
        return list(method().evaluate(votes, election["seats"]))

    return count


def scores(method: Any) -> Count:
    """Count scores by votelib."""

    def count(election: Election) -> list[str]:
        votes = {
            frozenset((option, points) for option, points in given): times
            for given, times in election["ballots"]
        }
        return list(method.evaluate(votes, election["seats"]))

    return count


def pyrankvote(counted: Any) -> Count:
    """Count by pyrankvote."""

    def count(election: Election) -> list[str]:
        named = {option: Candidate(option) for option in election["options"]}
        ballots = [
            Ballot([named[option] for option in order])
            for order, times in election["ballots"]
            for _ in range(times)
        ]
        seats = [] if counted is instant_runoff_voting else [election["seats"]]
        result = counted(list(named.values()), ballots, *seats)
        return [winner.name for winner in result.get_winners()]

    return count


COUNTS: dict[str, dict[str, Count]] = {
    "irv": {
        "pyrankvote": pyrankvote(instant_runoff_voting),
        "votelib": transferable("droop"),
    },
    "stv-wigm": {
        "pyrankvote": pyrankvote(single_transferable_vote),
        "votelib": transferable("hagenbach_bischoff"),
    },
    "schulze": {"votelib": by_pairs(Schulze())},
    "ranked-pairs": {"votelib": by_pairs(RankedPairs())},
    "minimax": {"votelib": by_pairs(MinimaxCondorcet())},
    "borda": {"votelib": borda},
    "pav": {"votelib": approvals(ProportionalApproval)},
    "pav-sequential": {"votelib": approvals(SequentialProportionalApproval)},
    "star": {"votelib": scores(STAR(unscored_value=0))},
    "majority-judgment": {"votelib": scores(MajorityJudgment(unscored_value=0))},
}


def counted(count: Count, election: Election) -> list[str] | str:
    """Count, and name the kind of error where a program ends with one."""
    try:
        won = count(election)
    except Exception as error:
        return type(error).__name__
    return [] if any(isinstance(one, Tie) for one in won) else sorted(map(str, won))


def main() -> None:
    """Count every election that comes in."""
    for line in sys.stdin:
        election = json.loads(line)
        told = {
            method: {peer: counted(c, election) for peer, c in COUNTS[method].items()}
            for method in election["methods"]
        }
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
