"""Measure a tally in parts: a hundred million ballots in a gigabyte.

`python -m benchmarks.parts [MILLIONS]` makes so many millions of ballots (a hundred,
usually) as they would come in, a million at a time, of at most a million different
rankings of 14 candidates; tallies each million by itself, adds the tallies up as they
come, and counts the whole by the Scottish rule and by Schulze. Nothing else is kept.
It prints seconds of CPU and the peak of memory, and ends with status 1 above 1,000 MB.

`rows` also holds that three parts, put together in any order, yield the outcome of the
whole to the last number, and that the adapter to Dask is as short as was asked.
"""

import json
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from benchmarks.environment import ROOT
from benchmarks.measuring import measured
from benchmarks.rows import Row, at_most

from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.grouped import GroupedRankings
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.outcome import Outcome
from commonweal.rules.voting.partial import Part, ballots_of, part_of, put_together
from commonweal.rules.voting.ties import TieBreaker

CANDIDATES, SEATS, AT_ONCE, DIFFERENT = 14, 5, 1_000_000, 1_000_000
MEGABYTES, LINES = 1_000, 100
COUNTED_BY = ("stv-scottish", "schulze")
ADAPTER = ROOT / "src" / "commonweal" / "interfaces" / "cli" / "count_dask.py"
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
    yield same_in_parts()
    yield at_most("the adapter to Dask", lines_of(ADAPTER), LINES, "lines")


def same_in_parts(voters: int = 100_000) -> Row:
    """Count the same ballots whole and in three parts; hold every step."""
    some = list(ballots(3, at_once=voters))
    first, *rest = (part_of(OPTIONS, one) for one in some)
    ways = (
        joined(some),
        ballots_of(put_together([first, *rest])),
        ballots_of(put_together([put_together(rest[::-1]), first])),
    )
    whole, *in_parts = (outcomes_of(tally) for tally in ways)
    same = all(one == whole for one in in_parts)
    work = f"a tally in parts, {3 * voters:,} ballots, outcome"
    return Row(work, "identical" if same else "DIFFERS", "identical", same)


def joined(some: Sequence[GroupedRankings]) -> GroupedRankings:
    """Put ballots one after another, without tallying them."""
    ends = np.cumsum([0, *(len(one.marks) for one in some[:-1])])
    starts = [one.starts + end for one, end in zip(some, ends, strict=True)]
    return GroupedRankings(
        OPTIONS,
        np.concatenate([one.marks for one in some]),
        np.concatenate(starts),
        np.concatenate([one.weights for one in some]),
    )


def outcomes_of(tally: Ballots) -> list[Outcome]:
    """Count a tally by both methods."""
    contest = Contest(OPTIONS, SEATS)
    return [METHODS[name].count(contest, tally, TieBreaker()) for name in COUNTED_BY]


def lines_of(path: Path) -> int:
    """Count the lines of a module."""
    return len(path.read_text(encoding="utf-8").splitlines())


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
    outcomes_of(ballots_of(whole))
    return {
        "ballots": int(whole.weights.sum()),
        "different": len(whole.weights),
        "tally": tallying,
        "count": time.process_time() - began,
        "made": making,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def ballots(times: int, at_once: int = AT_ONCE) -> Iterator[GroupedRankings]:
    """Make ballots, one a voter, so many at a time, the same ones every time."""
    chance = np.random.default_rng(20261127)
    strength = chance.gamma(0.6, size=CANDIDATES) + 0.02
    waits = chance.exponential(size=(DIFFERENT, CANDIDATES)) / strength
    orders = (np.argsort(waits, axis=1) + 1).astype(np.uint8)
    del waits
    lengths = chance.integers(1, CANDIDATES + 1, size=DIFFERENT)
    orders[np.arange(CANDIDATES) >= lengths[:, None]] = 0
    for _ in range(times):
        drawn = chance.integers(DIFFERENT, size=at_once)
        table = np.zeros((at_once, CANDIDATES + 1), dtype=np.uint8)
        table[:, :-1] = orders[drawn]
        said = lengths[drawn]
        kept = np.arange(CANDIDATES + 1) <= said[:, None]
        starts = np.cumsum(said + 1) - said - 1
        each = np.ones(at_once, dtype=np.int64)
        yield GroupedRankings(OPTIONS, table[kept], starts, each)


if __name__ == "__main__":
    raise SystemExit(main())
