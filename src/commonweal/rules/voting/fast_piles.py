"""The table of papers in arrays, for a city: whole parcels move at once.

It does what `piles.ReadablePiles` does, and a test holds the two equal on every input.
Papers are counted in 64 bits; their values are exact, and as large as they come.
"""

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.eights import move_by_eights
from commonweal.rules.voting.grouped import (
    GroupedRankings,
    Places,
    Whole,
    grouped,
)
from commonweal.rules.voting.outcome import Number
from commonweal.rules.voting.piles import Moved, Piles, ReadablePiles, Revalue

type Flags = NDArray[np.bool_]


# Up to here reading every paper is as fast, and says the same.
FEW = 1_000

# So many papers are dealt at a time, so that what is reckoned with stays close by.
BLOCK = 65_536

# While so few continue, papers skip many marks, and eight at a time are read sooner.
FEW_CONTINUE = 5


def piles_of(contest: Contest, ballots: Ballots) -> Piles:
    """Lay the papers on the table: readably if they are few, in arrays if many."""
    if isinstance(ballots, GroupedRankings) and ballots.options == contest.options:
        return FastPiles(contest, ballots)
    if len(ballots) > FEW:
        return FastPiles(contest, grouped(contest.options, ballots))
    return ReadablePiles(contest, ballots)


class FastPiles:
    """Piles as parcels: for each option, papers of one value as arrays of their ids.

    Each paper has a finger in `marks`, on the preference it is now held for. The
    nought that ends a ballot is where a finger comes to rest for good.
    """

    def __init__(self, contest: Contest, ballots: GroupedRankings) -> None:
        assert ballots.options == contest.options
        self._options = contest.options
        self._place = {o: i for i, o in enumerate(contest.options, start=1)}
        self._standing = contest.standing
        self._marks = ballots.marks
        self._times = ballots.weights
        self._starts = ballots.starts
        self._held: dict[str, dict[Number, list[tuple[Whole, Whole]]]] = {}

    def sort(self, unit: int) -> Moved:
        """Give each paper, worth `unit`, to the first preference that stands."""
        self._held = {option: {} for option in self._standing}
        all_stand = len(self._standing) == len(self._options)
        starts = self._starts if all_stand else self._starts.copy()
        return self._deal([(unit, starts, self._times)], self._standing)

    def pass_on(self, option: str, continuing: Collection[str], at: Revalue) -> Moved:
        """Pass a pile on, each paper to its next preference among `continuing`."""
        pile, self._held[option] = self._held[option], {}
        parcels = [(at(value), *_joined(parts)) for value, parts in pile.items()]
        return self._deal(parcels, continuing)

    def papers(self, option: str) -> int:
        """Count the papers of a pile."""
        piled = self._held[option].values()
        return sum(int(times.sum()) for parts in piled for _, times in parts)

    def values(self, option: str) -> list[Number]:
        """Give the values at which the papers of a pile came, highest first."""
        return sorted(self._held[option], reverse=True)

    def pass_on_one_value(
        self, option: str, value: Number, continuing: Collection[str]
    ) -> Moved:
        """Pass on, at that value, only those papers of a pile that came at it."""
        parts = self._held[option].pop(value, [])
        return self._deal([(value, *_joined(parts))] if parts else [], continuing)

    def _deal(
        self, parcels: list[tuple[Number, Whole, Whole]], continuing: Collection[str]
    ) -> Moved:
        stops = self._stops(continuing)
        received: dict[str, Number] = {}
        stranded: Number = 0
        total = left_behind = 0
        for value, fingers, times in parcels:
            for place, its_fingers, its_times in self._dealt(fingers, times, stops):
                papers = int(its_times.sum())
                total += papers
                if place == 0:
                    stranded += value * papers
                    left_behind += papers
                else:
                    option = self._options[place - 1]
                    received[option] = received.get(option, 0) + value * papers
                    parts = self._held[option].setdefault(value, [])
                    parts.append((its_fingers, its_times))
        return Moved(received, total, stranded, left_behind)

    def _stops(self, continuing: Collection[str]) -> Flags:
        stops = np.zeros(len(self._options) + 1, dtype=np.bool_)
        stops[0] = True
        stops[[self._place[option] for option in continuing]] = True
        return stops

    def _dealt(
        self, fingers: Whole, times: Whole, stops: Flags
    ) -> list[tuple[int, Whole, Whole]]:
        """Move fingers on and sort by what is under them: (place, fingers, times)."""
        dealt, places = [], np.flatnonzero(stops).tolist()
        for first in range(0, len(fingers), BLOCK):
            some = slice(first, first + BLOCK)
            moved, under = self._moved_on(fingers[some], stops)
            # Small unsigned keys make the stable sort a radix sort.
            order = np.argsort(under, kind="stable")
            moved, its_times = moved.take(order), times[some].take(order)
            begin = 0
            for place in places:
                end = begin + int(np.count_nonzero(under == place))
                if end > begin:
                    dealt.append((place, moved[begin:end], its_times[begin:end]))
                begin = end
        return dealt

    def _moved_on(self, fingers: Whole, stops: Flags) -> tuple[Whole, Places]:
        """Move each finger (in place) to where it next stops, and say what is there."""
        if stops.all():
            return fingers, self._marks.take(fingers)
        if self._marks.dtype == np.uint8 and np.count_nonzero(stops) <= FEW_CONTINUE:
            move_by_eights(self._marks, fingers, np.flatnonzero(stops).tolist())
            return fingers, self._marks.take(fingers)
        under = self._marks.take(fingers)
        still = np.flatnonzero(~stops.take(under))
        going = fingers.take(still)
        while len(still):
            going += 1
            met = self._marks.take(going)
            fingers[still], under[still] = going, met
            on = ~stops.take(met)
            still, going = still.compress(on), going.compress(on)
        return fingers, under


def _joined(parts: list[tuple[Whole, Whole]]) -> tuple[Whole, Whole]:
    if len(parts) == 1:
        return parts[0]
    fingers, times = zip(*parts, strict=True)
    return np.concatenate(fingers), np.concatenate(times)
