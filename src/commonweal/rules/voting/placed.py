"""A city's rankings by option: at which place each ballot names it, in arrays.

Counts that hold options against each other read a row for each option here instead of
walking along every ballot.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from commonweal.rules.voting.grouped import GroupedRankings, Whole
from commonweal.rules.voting.nibbles import FEW, places_of

type Table = NDArray[np.uint8] | NDArray[np.uint16] | Whole
type Pair = tuple[int, int]
type Bits = NDArray[np.uint8] | NDArray[np.uint64]

WORD = 64
BLOCK = 131_072


@dataclass(frozen=True, eq=False)
class Placed:
    """A row of `places` for each option: the number by which each ballot names it.

    The better place has the smaller number; row nought, and whom a ballot leaves out,
    has a number larger than any place. Of a name repeated the better place counts.
    Column `i` stands for `weights[i]` voters.
    """

    places: Table
    weights: Whole

    def before(self, one: int, other: int) -> int:
        """Count the voters who put the option in one row before that in another."""
        pair = (one, other)
        return self.counted([pair])[pair]

    def counted(self, pairs: Sequence[Pair]) -> dict[Pair, int]:
        """Count for each pair the voters who put its first row before its second."""
        sums = dict.fromkeys(pairs, 0)
        # By blocks, so that the rows are still at hand for the next pair.
        for begin in range(0, len(self.weights), BLOCK):
            block = tuple(self.places[:, begin : begin + BLOCK])
            for one, other in pairs:
                sums[one, other] += int(np.count_nonzero(block[one] < block[other]))
        more = self._more.places
        for one, other in pairs:
            before = np.packbits(more[one] < more[other]).view(np.uint64)
            sums[one, other] += self._more.weighed(before)
        return sums

    def neither(self, one: int, other: int) -> int:
        """Count the voters who name neither."""
        absent, more_absent = self._absent
        both = int(np.bitwise_count(absent[one] & absent[other]).sum())
        return both + self._more.weighed(more_absent[one] & more_absent[other])

    @cached_property
    def _more(self) -> "More":
        return more_of(self.places, self.weights)

    @cached_property
    def _absent(self) -> tuple[Bits, Bits]:
        return _flags_of_absent(self.places), _flags_of_absent(self._more.places)


def _flags_of_absent(places: Table) -> Bits:
    packed = np.array([np.packbits(row == places[0]) for row in places])
    return np.pad(packed, ((0, 0), (0, -packed.shape[1] % 8))).view(np.uint64)


class More(NamedTuple):
    """The columns that stand for several voters, and how many more than one.

    Columns are told by bits, sixty-four in a word. For each power of two, the words
    `of_column` are those of the columns with so many more voters or more, and `bits`
    say which of these have the power in their number; a bit there is `worth` it.
    """

    places: Table
    of_column: Whole
    bits: Bits
    worth: Whole

    def weighed(self, columns: Bits) -> int:
        """Add up how many more voters than one these columns stand for."""
        counted = np.bitwise_count(columns.take(self.of_column) & self.bits)
        return int(counted.astype(np.int64) @ self.worth)


def more_of(places: Table, weights: Whole) -> More:
    """Take out the columns that stand for several, those with many voters first."""
    assert weights.min(initial=1) > 0, "somebody cast each ballot"
    columns = np.flatnonzero(weights > 1)
    numbers = weights.take(columns) - 1
    powers = range(int(numbers.max(initial=0)).bit_length())
    # By how many bits the number has: of those with as many, any may come first.
    bits_of = np.full(len(numbers), len(powers), dtype=np.uint8)
    for power in powers:
        bits_of -= numbers >> power > 0
    order = np.argsort(bits_of, kind="stable")
    columns = columns.take(order)
    numbers = np.pad(numbers.take(order), (0, -len(columns) % WORD))
    begun = [-(-np.count_nonzero(numbers >> power) // WORD) for power in powers]
    bits = [
        np.packbits((numbers[: words * WORD] >> power) & 1).view(np.uint64)
        for power, words in zip(powers, begun, strict=True)
    ]
    nothing = np.zeros(0, dtype=np.uint64)
    taken = np.zeros((len(places), len(numbers)), dtype=places.dtype)
    taken[:, : len(columns)] = places.take(columns, axis=1)
    return More(
        taken,
        np.concatenate([nothing.astype(np.int64), *map(np.arange, begun)]),
        np.concatenate([nothing, *bits]),
        np.repeat(np.array([1 << power for power in powers], dtype=np.int64), begun),
    )


def placed(ballots: GroupedRankings) -> Placed:
    """Find for each option where each ballot names it."""
    few = places_of(ballots) if len(ballots.options) <= FEW else None
    return Placed(_in_any_number(ballots) if few is None else few, ballots.weights)


def _in_any_number(ballots: GroupedRankings) -> Table:
    lengths = np.diff(ballots.starts, append=len(ballots.marks)) - 1
    longest = int(lengths.max(initial=0))
    last = longest + 1
    kind = np.uint8 if last < 256 else np.uint16 if last < 65_536 else np.int64
    places = np.full((len(ballots.options) + 1, len(ballots)), last, dtype=kind)
    flat, row_begins = places.reshape(-1), np.arange(len(places)) * len(ballots)
    # From the last place to the first, so that of a name repeated the better one stays.
    for place in reversed(range(longest)):
        rows = np.flatnonzero(lengths > place)
        marks = ballots.marks.take(ballots.starts.take(rows) + place)
        flat[row_begins.take(marks) + rows] = place
    return places
