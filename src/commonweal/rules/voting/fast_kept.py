"""Papers shared by keep values, for a city: papers alike as far as they matter are one.

What a paper gives depends only on those it meets before the first option still hoped
for: the elected on its way, in their order. So all papers are held as a tree whose
branches are such ways, with the number of papers that end at each option from each
branch, and only that small tree is reckoned with, in whole numbers of any size.

It does what `kept.ReadablePapers` does, and a test holds the two equal.
"""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.grouped import GroupedRankings, Whole, grouped
from commonweal.rules.voting.kept import ONE, Keeps, Shared

HOPEFUL, ELECTED, OUT = 0, 1, 2

type States = NDArray[np.uint8]


class Branch:
    """A way papers came: past which elected option, from which branch before."""

    __slots__ = ("before", "depth", "ends", "papers", "past")

    def __init__(self, before: "Branch | None", past: int) -> None:
        self.before = before
        self.past = past
        self.depth: int = before.depth + 1 if before else 0
        self.ends: dict[int, int] = {}
        self.papers = 0

    def way(self) -> Iterator[int]:
        """Give the options passed, latest first."""
        branch: Branch | None = self
        while branch is not None and branch.before is not None:
            yield branch.past
            branch = branch.before


class FastPapers:
    """A finger on each paper, at the first option still hoped for, and its branch."""

    def __init__(self, contest: Contest, ballots: Ballots) -> None:
        if (
            not isinstance(ballots, GroupedRankings)
            or ballots.options != contest.options
        ):
            ballots = grouped(contest.options, ballots)
        self._options = contest.options
        self._marks, self._times = ballots.marks, ballots.weights
        self._fingers: Whole = ballots.starts.copy()
        self._branch_of: Whole = np.zeros(len(ballots), dtype=np.int64)
        self._branches = [Branch(None, 0)]
        self._known: dict[tuple[int, int], int] = {}
        # Place nought is where a paper ends; fingers rest there as on a hopeful.
        self._states: States = np.zeros(len(contest.options) + 1, dtype=np.uint8)
        for place, option in enumerate(contest.options, start=1):
            self._states[place] = OUT if option in contest.withdrawn else HOPEFUL
        self._under = self._marks.take(self._fingers)
        self._move(np.arange(len(ballots)))
        self._count_ends()
        self.blank = self._branches[0].ends.get(0, 0)
        self.valid = int(self._times.sum()) - self.blank

    def share(self, keeps: Keeps) -> Shared:
        """Share every paper out by these keep values."""
        self._note_changes(keeps)
        deepest = max(branch.depth for branch in self._branches)
        power = [ONE**i for i in range(deepest + 1)]
        # Votes are whole numbers of 1 / ONE**depth, added up depth by depth.
        found: dict[int, list[int]] = defaultdict(lambda: [0] * (deepest + 1))
        left: dict[int, int] = {}
        for branch in self._branches:
            if branch.before is None:
                left[id(branch)] = 1
            else:
                came, keep = left[id(branch.before)], keeps[self._name(branch.past)]
                left[id(branch)] = came * (ONE - keep)
                found[branch.past][branch.depth] += branch.papers * came * keep
            for place, papers in branch.ends.items():
                found[place][branch.depth] += papers * left[id(branch)]
        whole = {
            place: Fraction(
                sum(n * power[deepest - i] for i, n in enumerate(parts)), power[-1]
            )
            for place, parts in found.items()
        }
        votes = {
            option: whole.get(place, Fraction(0))
            for place, option in enumerate(self._options, start=1)
            if keeps.get(option)
        }
        return Shared(votes, whole.get(0, Fraction(0)) - self.blank)

    def _name(self, place: int) -> str:
        return self._options[place - 1]

    def _note_changes(self, keeps: Keeps) -> None:
        """Move on the papers of those who no longer keep all."""
        changed = []
        for place, option in enumerate(self._options, start=1):
            keep = keeps[option]
            state = OUT if keep == 0 else HOPEFUL if keep == ONE else ELECTED
            if state != self._states[place]:
                assert self._states[place] == HOPEFUL, "nobody comes back"
                self._states[place] = state
                changed.append(place)
        if changed:
            self._move(np.flatnonzero(np.isin(self._under, changed)))
            self._count_ends()

    def _move(self, going: Whole) -> None:
        """Move fingers on until each rests on somebody hoped for, or at the end."""
        while len(going):
            under = self._under[going]
            state = self._states[under]
            going, under, state = (
                part[state != HOPEFUL] for part in (going, under, state)
            )
            past = going[state == ELECTED]
            self._branch_of[past] = self._after(
                self._branch_of[past], under[state == ELECTED].astype(np.int64)
            )
            self._fingers[going] += 1
            self._under[going] = self._marks[self._fingers[going]]

    def _after(self, branches: Whole, places: Whole) -> Whole:
        """Give for each branch the one that goes on from it past this option."""
        wide = len(self._options) + 1
        keys, each = np.unique(branches * wide + places, return_inverse=True)
        after = [self._one_after(*divmod(int(key), wide)) for key in keys]
        return np.array(after, dtype=np.int64)[each]

    def _one_after(self, number: int, place: int) -> int:
        branch = self._branches[number]
        if place in branch.way():
            # A name repeated further down says nothing new.
            return number
        if (number, place) not in self._known:
            self._known[number, place] = len(self._branches)
            self._branches.append(Branch(branch, place))
        return self._known[number, place]

    def _count_ends(self) -> None:
        """Count the papers at each branch by the option under the finger."""
        wide = len(self._options) + 1
        sums = np.zeros(len(self._branches) * wide, dtype=np.int64)
        np.add.at(sums, self._branch_of * wide + self._under, self._times)
        table = sums.reshape(-1, wide)
        for branch, row in zip(self._branches, table.tolist(), strict=True):
            branch.ends = {place: papers for place, papers in enumerate(row) if papers}
            branch.papers = sum(branch.ends.values())
        # Whoever came further by a branch came by the branch before it, too.
        for branch in reversed(self._branches):
            if branch.before is not None:
                branch.before.papers += branch.papers
