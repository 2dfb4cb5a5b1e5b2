"""Count small elections by votelib, for `peer_methods`."""

from collections.abc import Callable
from typing import Any

from votelib.component.rankscore import Borda
from votelib.convert import RankedToCondorcetVotes, RankedToPositionalVotes
from votelib.evaluate.approval import (
    ProportionalApproval,
    SequentialProportionalApproval,
)
from votelib.evaluate.cardinal import STAR, MajorityJudgment
from votelib.evaluate.condorcet import MinimaxCondorcet, RankedPairs, Schulze
from votelib.evaluate.core import Plurality
from votelib.evaluate.sequential import TransferableVoteSelector

type Election = dict[str, Any]
type Count = Callable[[Election], list[Any]]


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


COUNTS: dict[str, Count] = {
    "irv": transferable("droop"),
    "stv-wigm": transferable("hagenbach_bischoff"),
    "schulze": by_pairs(Schulze()),
    "ranked-pairs": by_pairs(RankedPairs()),
    "minimax": by_pairs(MinimaxCondorcet()),
    "borda": borda,
    "pav": approvals(ProportionalApproval),
    "pav-sequential": approvals(SequentialProportionalApproval),
    "star": scores(STAR(unscored_value=0)),
    "majority-judgment": scores(MajorityJudgment(unscored_value=0)),
}
