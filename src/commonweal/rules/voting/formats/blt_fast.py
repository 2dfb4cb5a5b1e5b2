"""The ballots of a tidy BLT file, read all at once.

Only for ballots that are nothing but whole numbers, one ballot a line, between at most
99 candidates. Whatever is less tidy is left to the careful reader in `blt`, which also
says what is wrong; a test holds that the two read the same wherever this one reads.

The bytes are looked at as one array. A number ends at a digit that is followed by a
space or a line end; its value is that digit, and ten times the digit before it. Only
how often a ballot was cast may have more than two digits.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from commonweal.rules.voting.grouped import GroupedRankings, Whole

NOUGHT, SPACE, LINE_END = b"0 \n"
END = "\n0\n"
MOST_CANDIDATES = 99
MOST_DIGITS = 11
PIECE = 500_000

type Bytes = NDArray[np.uint8]
type Flags = NDArray[np.bool_]


def read_tidy(text: str, at: int, options: tuple[str, ...]) -> GroupedRankings | None:
    """Read the ballots that begin at `at` and end before a line with a lone nought.

    There is a line for each. Gives None where anything is out of the ordinary.
    """
    # If there is an earlier such line, it is met below as a ballot of no voters.
    end = text.rfind(END, at) + 1
    if not end or len(options) > MOST_CANDIDATES:
        return None
    marks: list[NDArray[np.uint8]] = []
    starts: list[Whole] = []
    times: list[Whole] = []
    read = 0
    for begin, stop in _pieces(text, at, end):
        ballots = _read_piece(text[begin:stop], options)
        if ballots is None:
            return None
        marks.append(ballots.marks.astype(np.uint8, copy=False))
        starts.append(ballots.starts + read)
        times.append(ballots.weights)
        read += len(ballots.marks)
    together = np.concatenate(starts), np.concatenate(times)
    return GroupedRankings(options, np.concatenate(marks), *together)


def _pieces(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut at line ends: what is worked out for a piece stays close at hand."""
    while begin < end:
        stop = text.find("\n", begin + PIECE, end) + 1 or end
        yield begin, stop
        begin = stop


def _read_piece(body: str, options: tuple[str, ...]) -> GroupedRankings | None:
    if not body.isascii():
        return None
    raw = body.encode("ascii")
    if raw.translate(None, b"0123456789 \n"):
        return None
    letters = np.frombuffer(raw, dtype=np.uint8)
    line_ends = np.flatnonzero(letters == LINE_END)
    if line_ends[0] < 2 or not _end_with_a_nought(letters, line_ends):
        return None
    return _read(raw, letters, line_ends, options)


def _end_with_a_nought(letters: Bytes, line_ends: Whole) -> bool:
    noughts = letters.take(line_ends - 1) == NOUGHT
    return bool((noughts & (letters.take(line_ends - 2) == SPACE)).all())


def _read(
    raw: bytes, letters: Bytes, line_ends: Whole, options: tuple[str, ...]
) -> GroupedRankings | None:
    digits = letters >= NOUGHT
    ends = digits.copy()
    ends[:-1] &= ~digits[1:]
    long = _ends_of_long_numbers(digits, ends)
    values = _two_digits(letters, digits)
    values[long] = 1
    numbers = values.compress(ends)
    noughts = np.flatnonzero(numbers == 0)
    starts = np.concatenate(([0], noughts[:-1] + 1))
    # Every nought ends a line, and before it stands at least the number of voters.
    if len(noughts) != len(line_ends) or (starts == noughts).any():
        return None
    times = numbers.take(starts).astype(np.int64)
    if not _read_long_numbers(raw, line_ends, long, times):
        return None
    numbers[starts] = 1
    if numbers.max() > len(options):
        return None
    kept = np.ones(len(numbers), dtype=np.bool_)
    kept[starts] = False
    # Without the numbers of voters, each ballot begins one place earlier per ballot.
    starts -= np.arange(len(starts))
    return GroupedRankings(options, numbers.compress(kept), starts, times)


def _ends_of_long_numbers(digits: Flags, ends: Flags) -> Whole:
    """Find where numbers of three digits and more end."""
    long = ends[2:] & digits[1:-1] & digits[:-2]
    return np.flatnonzero(long) + 2


def _two_digits(letters: Bytes, digits: Flags) -> Bytes:
    """Give at each place the value of the digit there and the one before it."""
    values = (letters - NOUGHT) * digits
    values[1:] += 10 * values[:-1]
    return values


def _read_long_numbers(raw: bytes, line_ends: Whole, long: Whole, times: Whole) -> bool:
    """Read the numbers that end at `long`; say if all of them number voters."""
    rows = np.searchsorted(line_ends, long)
    begins = np.where(rows > 0, line_ends[rows - 1] + 1, 0)
    for row, begin, place in zip(
        rows.tolist(), begins.tolist(), long.tolist(), strict=True
    ):
        number = raw[begin : place + 1].strip()
        if not number.isdigit() or len(number) > MOST_DIGITS:
            return False
        times[row] = int(number)
    return bool((times > 0).all())
