"""Measure a tally in parts: a hundred million ballots in a gigabyte.

`python -m benchmarks.parts [MILLIONS]` makes so many millions of ballots (a hundred,
usually) as they would come in, a million at a time, of at most a million different
rankings of 14 candidates; tallies each million by itself, adds the tallies up as they
come, and counts the whole by the Scottish rule and by Schulze. Nothing else is kept.
It prints seconds of CPU and the peak of memory, and ends with status 1 above 1,000 MB.
"""

import json
import resource
import sys
import time
from collections.abc import Iterator

import numpy as np
from benchmarks.measuring import measured
from benchmarks.rows import Row, at_most

from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.grouped import GroupedRankings
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.partial import Part, ballots_of, part_of, put_together
from commonweal.rules.voting.ties import TieBreaker

CANDIDATES, SEATS, AT_ONCE, DIFFERENT = 14, 5, 1_000_000, 1_000_000
MEGABYTES = 1_000
OPTIONS = tuple(str(number) for number in range(1, CANDIDATES + 1))


def main() -> int:
    """Make, tally, add up and count; print the figures, for programs if asked."""
    said = [word for word in sys.argv[1:] if word != "--json"]
    figures = counted(int(said[0]) if said else 100)
    if "--json" in sys.argv:
        print(json.dumps(figures))
        return 0
    print("{ballots:,} ballots, {different:,} different.".format(**figures))
    print(
        "Tallied in {tally:.1f} s, counted twice in {count:.2f} s of CPU;".format(
            **figures
        )
    )
    print(
        "making them took another {made:.1f} s. Peak {memory:.0f} MB.".format(**figures)
    )
    return int(figures["memory"] > MEGABYTES)


def rows() -> Iterator[Row]:
    """Measure a hundred million in a process of their own."""
    found = measured([sys.executable, "-m", "benchmarks.parts", "--json"])
    work = f"a tally in parts, {found['ballots']:,} ballots, memory"
    more = f" ({found['tally']:.3g} s of CPU)"
    yield at_most(work, found["memory"], MEGABYTES, "MB", more)


def counted(millions: int) -> dict[str, float]:
    """Make and tally so many millions, count them, and say what it took."""
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
        METHODS[name].count(contest, tally, TieBreaker())
    return {
        "ballots": int(whole.weights.sum()),
        "different": len(whole.weights),
        "tally": tallying,
        "count": time.process_time() - began,
        "made": making,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


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
