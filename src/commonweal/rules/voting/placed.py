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

type Table = NDArray[np.uint8] | NDArray[np.uint16] | Whole
type Pair = tuple[int, int]
type Bits = NDArray[np.uint8] | NDArray[np.uint64]

WORD = 64

# With so few options and places both fit into one byte, and go through many at a time.
FEW = 15
BLOCK, SMALL_BLOCK = 65_536, 16_384


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
            block = self.places[:, begin : begin + BLOCK]
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
    packed = np.packbits(places == places[0], axis=1)
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
    """Take out the columns that stand for several, those with the most voters first."""
    assert (weights > 0).all(), "somebody cast each ballot"
    columns = np.flatnonzero(weights > 1)
    columns = columns.take(np.argsort(-weights.take(columns)))
    filled = -len(columns) % WORD
    numbers = np.pad(weights.take(columns) - 1, (0, filled))
    powers = range(int(numbers.max(initial=0)).bit_length())
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
    """Find for each option where each ballot names it; ballots may change order."""
    lengths = np.diff(ballots.starts, append=len(ballots.marks)) - 1
    longest = int(lengths.max(initial=0))
    if max(longest, len(ballots.options)) > FEW:
        return Placed(_in_any_number(ballots, lengths, longest), ballots.weights)
    # Longest first.
    order = np.argsort((longest - lengths).astype(np.uint8), kind="stable")
    starts, weights = ballots.starts.take(order), ballots.weights.take(order)
    saying = np.cumsum(np.bincount(lengths, minlength=longest + 1)[::-1])[::-1]
    places = np.full((len(ballots.options) + 1, len(starts)), 255, dtype=np.uint8)
    upper = (np.arange(1, len(places), dtype=np.uint8) << 4)[:, np.newaxis]
    spare = np.empty((len(upper), SMALL_BLOCK), dtype=np.uint8)
    for begin in range(0, len(starts), SMALL_BLOCK):
        # At each place come first those who still say something there.
        for place, number in enumerate(saying[1:].tolist()):
            end = min(begin + SMALL_BLOCK, number)
            if end <= begin:
                break
            marks = ballots.marks.take(starts[begin:end] + place)
            # The option in the upper half of the byte, the place in the lower: whose
            # mark it is has nought in the upper half once it is taken away.
            found = np.bitwise_xor((marks << 4) | place, upper, spare[:, : end - begin])
            so_far = places[1:, begin:end]
            np.minimum(so_far, found, out=so_far)
    np.minimum(places, longest + 1, out=places)
    return Placed(places, weights)


def _in_any_number(ballots: GroupedRankings, lengths: Whole, longest: int) -> Table:
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
