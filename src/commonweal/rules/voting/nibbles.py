"""A ranking of up to fifteen options as one number, to turn it round all at once.

A number of 64 bits has sixteen parts of four bits. With a part for each place, holding
the option named there, it is the ballot as written; with a part for each option,
holding the place (from one) at which it is named, it is the ballot as options are held
against each other. The one is turned into the other four places at a time, by a table.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from commonweal.rules.voting.grouped import GroupedRankings

# Options and places both have to fit into four bits, where nought says none.
FEW = 15
BLOCK = 32_768
PARTS, FOURS, EACH = 16, 4, 256

type Numbers = NDArray[np.uint64]
type Bytes = NDArray[np.uint8]

FOUR, EIGHT, SIXTEEN, HALF = (np.uint64(bits) for bits in (4, 8, 16, 32))
ONE, TWO, FIFTEEN = np.uint64(1), np.uint64(2), np.uint64(15)
LOW_HALF = np.uint64(0xFFFF_FFFF)
LOWEST, HIGHEST = np.uint64(0x1111_1111_1111_1111), np.uint64(0x8888_8888_8888_8888)
PAIRS, QUARTERS = np.uint64(0x00FF_00FF_00FF_00FF), np.uint64(0x0000_FFFF_0000_FFFF)


def places_of(ballots: GroupedRankings) -> Bytes | None:
    """Give a row for each option: at which place, from nought, each ballot names it.

    Whoever leaves it out has 255, as all have in row nought. Takes ballots on at most
    fifteen options; gives None where a ballot names one twice.
    """
    assert len(ballots.options) <= FEW, "each has to fit into four bits"
    places = np.empty((PARTS, len(ballots)), dtype=np.uint8)
    named = 0
    for begin in range(0, len(ballots), BLOCK):
        block = slice(begin, begin + BLOCK)
        turned = _turned_round(_as_written(_sixteen_each(ballots, block)))
        named += _parts_in_use(turned)
        _spread(turned, places[:, block])
    said = len(ballots.marks) - len(ballots)
    return places[: len(ballots.options) + 1] if named == said else None


def _sixteen_each(ballots: GroupedRankings, block: slice) -> NDArray[np.void]:
    """Give sixteen bytes from where each ballot begins, the next ones' among them."""
    starts = ballots.starts[block]
    first, last = int(starts[0]), int(starts[-1])
    piece = ballots.marks[first : last + PARTS]
    missing = np.zeros(last + PARTS - first - len(piece), dtype=np.uint8)
    whole = np.concatenate((piece, missing)) if len(missing) else piece
    # Sixteen bytes from every place on; they overlap.
    each = np.ndarray((last + 1 - first,), "V16", np.ascontiguousarray(whole), 0, (1,))
    return each[starts - first]


def _as_written(marks: NDArray[np.void]) -> Numbers:
    """Give each ballot as one number, from the sixteen bytes it begins with."""
    words = marks.view("<u8").reshape(-1, 2)
    # Pushes the eight bytes of each word together into its lower half.
    words |= words >> FOUR
    words &= PAIRS
    words |= words >> EIGHT
    words &= QUARTERS
    words |= words >> SIXTEEN
    numbers: Numbers = (words[:, 0] & LOW_HALF) | (words[:, 1] << HALF)
    # The first part that is nought ends the ballot: the bits below it are kept.
    ends = numbers - LOWEST
    ends &= ~numbers
    ends &= HIGHEST
    ends &= np.uint64(0) - ends
    ends -= ONE
    numbers &= ends
    return numbers


def _turned_round(numbers: Numbers) -> Numbers:
    """Make of ballots with a part for each place ones with a part for each option."""
    fours = numbers.astype("<u8", copy=False).view("<u2").reshape(-1, FOURS)
    turned: Numbers = _table()[0].take(fours[:, 0])
    for which in range(1, FOURS):
        turned |= _table()[which].take(fours[:, which])
    return turned


@cache
def _table() -> tuple[Numbers, ...]:
    """Give, for any four parts at each of the four depths, their part by option."""
    twos = [_two(place) for place in range(1, PARTS + 1, 2)]
    return tuple(
        (twos[which + 1][:, np.newaxis] | twos[which]).reshape(-1)
        for which in range(0, 2 * FOURS, 2)
    )


def _two(place: int) -> Numbers:
    """Give the same for any two parts, of which the first is for this place."""
    twos = np.arange(EACH, dtype=np.uint64)
    first, second = twos & FIFTEEN, twos >> FOUR
    none = np.uint64(0)
    turned: Numbers = np.where(first > 0, np.uint64(place) << (first * FOUR), none)
    # At the sixteenth place of all there is nobody, so nothing spills over.
    turned |= np.where(second > 0, np.uint64(place + 1) << (second * FOUR), none)
    return turned


def _parts_in_use(numbers: Numbers) -> int:
    """Count the parts that are not nought, over all numbers."""
    some = numbers | (numbers >> ONE)
    some |= some >> TWO
    some &= LOWEST
    return int(np.bitwise_count(some).sum(dtype=np.int64))


def _spread(numbers: Numbers, places: Bytes) -> None:
    """Write each part into the row of its own, less one, so that nought becomes 255."""
    columns = numbers.astype("<u8", copy=False).view(np.uint8).reshape(-1, 8)
    for number in range(8):
        column = np.ascontiguousarray(columns[:, number])
        np.subtract(column & 15, 1, out=places[2 * number])
        np.subtract(column >> 4, 1, out=places[2 * number + 1])
