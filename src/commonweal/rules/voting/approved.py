"""Ballots that mark options, gathered: which options together, by how many voters."""

from collections import Counter
from dataclasses import dataclass

from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.ballots import Approvals, Ballots, Contest
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.outcome import Number

type Groups = tuple[tuple[frozenset[str], int], ...]


@dataclass(frozen=True, slots=True)
class Approved:
    """Voters by what they marked among the options that stand, and how many there are.

    Groups come in an order of their own, so that the order of ballots leaves no trace.
    """

    groups: Groups
    cast: int

    def supporters(self, option: str) -> int:
        """Count who marked an option."""
        return sum(voters for marked, voters in self.groups if option in marked)

    def wanted(self, contest: Contest) -> list[str]:
        """Give the options that anybody marked, in the order of the contest."""
        marked = {option for options, _ in self.groups for option in options}
        return [option for option in contest.standing if option in marked]

    def counts(self, contest: Contest) -> dict[str, Number]:
        """Give how many marked each option."""
        return {option: self.supporters(option) for option in contest.standing}


def approved(contest: Contest, ballots: Ballots) -> Approved:
    """Gather ballots. Raises `Uncountable` for ballots that are no marks."""
    standing = set(contest.standing)
    counted = Counter[frozenset[str]]()
    for ballot in ballots:
        if not isinstance(ballot.marks, Approvals):
            raise Uncountable(Sentence("needs_approvals"))
        counted[frozenset(standing.intersection(ballot.marks.options))] += ballot.weight
    groups = sorted(counted.items(), key=lambda group: sorted(group[0]))
    return Approved(
        tuple((options, voters) for options, voters in groups),
        sum(counted.values()),
    )
