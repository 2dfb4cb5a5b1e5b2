"""Measure a tally in parts: a hundred million ballots in a gigabyte.

`python -m benchmarks.parts [MILLIONS]` makes so many millions of ballots (a hundred,
usually) as they would come in, a million at a time, of at most a million different
rankings of 14 candidates; tallies each million by itself, adds the tallies up as they
come, and counts the whole by the Scottish rule and by Schulze. Nothing else is kept.
It prints seconds of CPU and the peak of memory, and ends with status 1 above 1,000 MB.
"""

import resource
import sys
import time
from collections.abc import Iterator

import numpy as np

from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.grouped import GroupedRankings
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.partial import Part, ballots_of, part_of, put_together
from commonweal.rules.voting.ties import TieBreaker

CANDIDATES, SEATS, AT_ONCE, DIFFERENT = 14, 5, 1_000_000, 1_000_000
MEGABYTES = 1_000
OPTIONS = tuple(str(number) for number in range(1, CANDIDATES + 1))


def main() -> int:
    """Make, tally, add up and count."""
    millions = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    making = tallying = 0.0
    whole: Part | None = None
    stream = ballots(millions)
    for _ in range(millions):
        began = time.process_time()
        some = next(stream)
        made = time.process_time()
        part = part_of(OPTIONS, some)
        whole = part if whole is None else put_together([whole, part])
        making += made - began
        tallying += time.process_time() - made
    assert whole is not None
    began = time.process_time()
    contest, tally = Contest(OPTIONS, SEATS), ballots_of(whole)
    for name in ("stv-scottish", "schulze"):
        outcome = METHODS[name].count(contest, tally, TieBreaker())
        print(f"{name} elects {', '.join(outcome.winners)}.")
    counting = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{int(whole.weights.sum()):,} ballots, {len(whole.weights):,} different.")
    print(f"Tallied in {tallying:.1f} s, counted twice in {counting:.2f} s of CPU;")
    print(f"making them took another {making:.1f} s. Peak {peak:.0f} MB.")
    return int(peak > MEGABYTES)


def ballots(millions: int) -> Iterator[GroupedRankings]:
    """Make ballots, one a voter, a million at a time, the same ones every time."""
    chance = np.random.default_rng(20261127)
    strength = chance.gamma(0.6, size=CANDIDATES) + 0.02
    waits = chance.exponential(size=(DIFFERENT, CANDIDATES)) / strength
    orders = (np.argsort(waits, axis=1) + 1).astype(np.uint8)
    del waits
    lengths = chance.integers(1, CANDIDATES + 1, size=DIFFERENT)
    orders[np.arange(CANDIDATES) >= lengths[:, None]] = 0
    for _ in range(millions):
        drawn = chance.integers(DIFFERENT, size=AT_ONCE)
        table = np.zeros((AT_ONCE, CANDIDATES + 1), dtype=np.uint8)
        table[:, :-1] = orders[drawn]
        said = lengths[drawn]
        kept = np.arange(CANDIDATES + 1) <= said[:, None]
        starts = np.cumsum(said + 1) - said - 1
        each = np.ones(AT_ONCE, dtype=np.int64)
        yield GroupedRankings(OPTIONS, table[kept], starts, each)


if __name__ == "__main__":
    raise SystemExit(main())
