"""Papers in the batches in which they came: the table for rules that look at the last.

A batch is what one transfer brought an option; all its papers have one value. Papers
are first examined, that is sorted by their next preference, and then given at a value
that may depend on what was found.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from fractions import Fraction
from typing import NamedTuple

from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.outcome import Number
from commonweal.rules.voting.piles import (
    Moved,
    Paper,
    alone_at_each_rank,
    next_preference,
)


class Batch(NamedTuple):
    """Papers that came together, and what each is worth, in votes."""

    value: Fraction
    papers: list[Paper]


class Examined(NamedTuple):
    """Papers sorted by their next preference, and those without one.

    `value` is what each was worth so far.
    """

    value: Fraction
    by_next: dict[str, list[Paper]]
    without: int

    @property
    def transferable(self) -> int:
        return sum(paper.times for papers in self.by_next.values() for paper in papers)

    def received(self, worth: Fraction) -> dict[str, Number]:
        """Give what each would receive if a paper were worth so much."""
        return {
            option: worth * sum(paper.times for paper in papers)
            for option, papers in self.by_next.items()
        }


class Parcels:
    """All the papers of a count, by the option that holds them, batch after batch."""

    def __init__(self, contest: Contest, ballots: Ballots) -> None:
        self._standing = contest.standing
        self._papers = [Paper(alone_at_each_rank(one), one.weight) for one in ballots]
        self._held: dict[str, list[Batch]] = {one: [] for one in self._standing}

    def sort(self) -> Moved:
        """Give each paper, worth a vote, to the first preference that stands."""
        return self.give(self._examined(self._papers, Fraction(1), self._standing))

    def values(self, options: Iterable[str]) -> list[Fraction]:
        """Give the values of the papers these hold, highest first."""
        found = {batch.value for option in options for batch in self._held[option]}
        return sorted(found, reverse=True)

    def examine_last(self, option: str, continuing: Collection[str]) -> Examined:
        """Take the batch an option received last, and sort it."""
        batch = self._held[option].pop()
        return self._examined(batch.papers, batch.value, continuing)

    def examine(
        self, option: str, value: Fraction, continuing: Collection[str]
    ) -> Examined:
        """Take all papers of this value from an option, and sort them."""
        batches = self._held[option]
        taken = [p for one in batches if one.value == value for p in one.papers]
        self._held[option] = [one for one in batches if one.value != value]
        return self._examined(taken, value, continuing)

    def give(self, examined: Examined, value: Fraction | None = None) -> Moved:
        """Give sorted papers to those they name, at their own value or at another."""
        worth = examined.value if value is None else value
        for option, papers in examined.by_next.items():
            self._held[option].append(Batch(worth, papers))
        moved = examined.transferable + examined.without
        stranded = examined.value * examined.without
        return Moved(examined.received(worth), moved, stranded, examined.without)

    def _examined(
        self, papers: list[Paper], value: Fraction, continuing: Collection[str]
    ) -> Examined:
        by_next: dict[str, list[Paper]] = defaultdict(list)
        without = 0
        for paper in papers:
            option, rest = next_preference(paper.ranks, continuing)
            if option is not None:
                by_next[option].append(Paper(rest, paper.times))
            else:
                without += paper.times
        return Examined(value, dict(by_next), without)


def together(each: Collection[Examined], value: Fraction) -> Examined:
    """Put sorted papers of one value on one heap, to be given as one batch."""
    by_next: dict[str, list[Paper]] = defaultdict(list)
    for examined in each:
        for option, papers in examined.by_next.items():
            by_next[option] += papers
    return Examined(value, dict(by_next), sum(one.without for one in each))
