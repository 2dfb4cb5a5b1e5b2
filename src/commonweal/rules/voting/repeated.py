"""Who names somebody twice, found among a city's ballots all at once.

Up to sixty-four options are bits of one number: a ballot that sets fewer bits than it
has marks names one of them again. Where there are more options, marks are put in order.
"""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from commonweal.rules.voting.grouped import GroupedRankings, Places, Whole

FEW_BITS, BITS = 16, 64
BLOCK = 32_768


def voters_who_repeat(ballots: GroupedRankings) -> int:
    """Count the voters whose ballot names an option more than once."""
    found = 0
    bounds = [*ballots.starts[::BLOCK].tolist(), len(ballots.marks)]
    for which, (begin, end) in enumerate(pairwise(bounds)):
        block = slice(which * BLOCK, (which + 1) * BLOCK)
        marks, starts = ballots.marks[begin:end], ballots.starts[block] - begin
        repeats = _repeats(marks, starts, len(ballots.options))
        found += int(ballots.weights[block] @ repeats)
    return found


def _repeats(marks: Places, starts: Whole, options: int) -> NDArray[np.bool_]:
    """Say of each ballot if it names one twice; a nought ends each."""
    if options > BITS:
        return _repeats_in_order(marks, starts)
    # The fewer bytes a number has, the sooner all are read.
    kind = np.uint16 if options <= FEW_BITS else np.uint64
    bits = np.array([0, *(1 << place for place in range(options))], dtype=kind)
    set_bits = np.bitwise_or.reduceat(bits.take(marks), starts)
    lengths = np.diff(starts, append=len(marks)) - 1
    return np.bitwise_count(set_bits) < lengths


def _repeats_in_order(marks: Places, starts: Whole) -> NDArray[np.bool_]:
    rows = np.repeat(np.arange(len(starts)), np.diff(starts, append=len(marks)))
    order = np.lexsort((marks, rows))
    again = np.diff(rows[order], prepend=-1) == 0
    again &= np.diff(marks[order].astype(np.int64), prepend=-1) == 0
    repeats = np.zeros(len(starts), dtype=np.bool_)
    repeats[rows[order[again]]] = True
    return repeats
