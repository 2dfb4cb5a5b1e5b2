"""The ballots of a tidy BLT file, read all at once.

Only for ballots that are nothing but whole numbers, one ballot a line. Whatever is
less tidy is left to the careful reader in `blt`, which also says what is wrong; a test
holds that the two read the same wherever this one reads at all.
"""

import numpy as np

from commonweal.rules.voting.grouped import GroupedRankings, small

MOST_TIMES = 10**9


def read_tidy(text: str, at: int, options: tuple[str, ...]) -> GroupedRankings | None:
    """Read the ballots that begin at `at` and end before a line with a lone nought.

    Gives None where anything is out of the ordinary.
    """
    end = text.find("\n0\n", at)
    body = text[at : end + 1]
    if end < 0 or not body.isascii():
        return None
    raw = body.encode("ascii")
    if raw.translate(None, b"0123456789 \n"):
        return None
    numbers = np.fromstring(raw, dtype=np.int64, sep=" ")
    return _in_ballots(raw, numbers, options)


def _in_ballots(
    raw: bytes,
    numbers: np.ndarray[tuple[int], np.dtype[np.int64]],
    options: tuple[str, ...],
) -> GroupedRankings | None:
    ends = np.flatnonzero(numbers == 0)
    lines = raw.count(b"\n")
    if not lines or raw.count(b" 0\n") != lines or len(ends) != lines:
        return None
    starts = np.concatenate(([0], ends[:-1] + 1))
    times = numbers[starts]
    # A line with a nought and nothing before it has no number of voters.
    if (starts == ends).any() or times.max() > MOST_TIMES:
        return None
    numbers[starts] = 1
    if numbers.max() > len(options):
        return None
    kept = np.ones(len(numbers), dtype=np.bool_)
    kept[starts] = False
    # Without the numbers of voters, each ballot begins one place earlier per ballot.
    marks = small(numbers[kept], options)
    return GroupedRankings(options, marks, starts - np.arange(len(starts)), times)
