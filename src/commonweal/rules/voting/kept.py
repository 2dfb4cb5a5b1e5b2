"""Papers shared between several options, each keeping a part: the table Meek needs.

Each paper is worth one vote. The first option on it keeps a part of that, the next a
part of what is left, and so on; who is still hoped for keeps all of it. A keep value
is a whole number of units, of which `ONE` make a whole; every vote is exact.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple, Protocol

from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.grouped import strict_order

PLACES = 27
ONE = 10**PLACES

type Keeps = Mapping[str, int]


class Shared(NamedTuple):
    """The votes of each option that keeps anything, and those nobody keeps."""

    votes: dict[str, Fraction]
    lost: Fraction


class Papers(Protocol):
    """All the papers of a count."""

    valid: int
    blank: int

    def share(self, keeps: Keeps) -> Shared:
        """Share every paper out by these keep values.

        From one call to the next, who kept all may come to keep less, and who kept
        anything may come to keep nothing; never the other way.
        """


class ReadablePapers:
    """The table as one would reckon it by hand, paper by paper."""

    def __init__(self, contest: Contest, ballots: Ballots) -> None:
        standing = set(contest.standing)
        read = [
            (tuple(dict.fromkeys(o for o in strict_order(one) if o in standing)), one)
            for one in ballots
        ]
        self._papers = [(order, one.weight) for order, one in read if order]
        self.valid = sum(times for _, times in self._papers)
        self.blank = sum(one.weight for one in ballots) - self.valid

    def share(self, keeps: Keeps) -> Shared:
        """Share every paper out by these keep values."""
        votes = {option: Fraction(0) for option, keep in keeps.items() if keep}
        lost = Fraction(0)
        for order, times in self._papers:
            left = Fraction(times)
            for option in order:
                kept = left * keeps[option] / ONE
                if kept:
                    votes[option] += kept
                left -= kept
            lost += left
        return Shared(votes, lost)
