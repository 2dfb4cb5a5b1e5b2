"""Eight marks read in one go, to find the next one of a few options on many papers.

A mark is a byte, so eight of them are one number of 64 bits; which of its bytes hold
a given place is found by reckoning on the whole number.

Source: Henry S. Warren, Hacker's Delight (2nd ed. 2012), section 6-1, on finding the
first byte that is nought: the lowest one found is always right.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from commonweal.rules.voting.grouped import Places, Whole

type Eights = NDArray[np.uint64]

EACH = np.uint64(0x0101_0101_0101_0101)
HIGHEST = np.uint64(0x8080_8080_8080_8080)
ONE = np.uint64(1)
AT_ONCE = 8


def move_by_eights(marks: Places, fingers: Whole, places: Sequence[int]) -> None:
    """Move each finger, in place, to the first mark from it on that is among `places`.

    One of the places must come before the marks end, as the nought at every ballot's
    end does.
    """
    assert marks.dtype == np.uint8, "a mark is a byte"
    skipped = _skipped(eights_from(marks, fingers), places)
    fingers += skipped
    going = np.flatnonzero(skipped == AT_ONCE)
    while len(going):
        at = fingers.take(going)
        skipped = _skipped(eights_from(marks, at), places)
        fingers[going] = at + skipped
        going = going.compress(skipped == AT_ONCE)


def eights_from(marks: Places, fingers: Whole) -> Eights:
    """Give the eight marks from each finger on as a word, the first in the lowest byte.

    Beyond the end there are noughts.
    """
    last = len(marks) - AT_ONCE
    if last < 0:
        filled = np.zeros(AT_ONCE, dtype=np.uint8)
        filled[: len(marks)] = marks
        return eights_from(filled, fingers)
    # Eight bytes from every place on; they overlap, so nothing is copied but these.
    each = np.ndarray((last + 1,), "V8", np.ascontiguousarray(marks), 0, (1,))
    if fingers.max(initial=0) <= last:
        return each[fingers].view("<u8")
    late = np.flatnonzero(fingers > last)
    words: Eights = each[np.minimum(fingers, last)].view("<u8")
    words[late] >>= ((fingers[late] - last) * AT_ONCE).astype(np.uint64)
    return words


def _skipped(words: Eights, places: Sequence[int]) -> NDArray[np.uint8]:
    """Count the marks before the first that is among these places; eight if none is."""
    found = _bytes_of(words, places[0])
    for place in places[1:]:
        found |= _bytes_of(words, place)
    found &= HIGHEST
    # The bits below the lowest one found; all sixty-four where there is none.
    bits_below = np.bitwise_count((found - ONE) & ~found)
    return np.right_shift(bits_below, 3, dtype=np.uint8)


def _bytes_of(words: Eights, place: int) -> Eights:
    """Set the highest bit of the bytes that are this place (and some above them)."""
    differing = words ^ (EACH * np.uint64(place))
    less = differing - EACH
    np.invert(differing, out=differing)
    less &= differing
    return less
