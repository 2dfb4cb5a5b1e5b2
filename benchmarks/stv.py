"""Measure a count of a million ballots by transferable vote against other programs.

`python -m benchmarks.stv` makes a city's election (the same every time), counts it by
`commonweal count`, from the file to the winners, and by pyrankvote, votelib and
votekit, each by its quickest way, in one run. It prints seconds of CPU and peak memory,
and how many times as long each peer took. It does the same by instant runoff and by
Schulze, with the peers that have these and finish; Meek's rule, which none that can be
installed finishes, counts the same ballots. It ends with status 1 if a bar is missed:
the whole ten times as quick as the quickest peer, the count alone ten times as long as
summing the ballots once, 400 MB, and Meek's count twenty times the Scottish one.

The programs count by rules of their own, which may elect others; votelib's fractions
and votekit's floats are not Scotland's five places.
"""

import sys
from collections.abc import Iterator, Sequence
from multiprocessing import Process
from statistics import median
from typing import Any

from benchmarks.environment import ROOT, NotHere, peers_python
from benchmarks.made_election import CANDIDATES, make
from benchmarks.measuring import measured, middle
from benchmarks.rows import Row, at_least, at_most, skipped, told

VOTERS = 1_000_000
FOLDER = ROOT / "var" / "benchmarks"
PEERS = ("pyrankvote", "votelib", "votekit")
RUNS = {"commonweal": 7, "pyrankvote": 3, "votelib": 1, "votekit": 1}
QUICKER, MEGABYTES, MEEK, SUMS = 10, 400, 20, 10
# votelib's instant runoff gives up at a tie on which nothing hangs.
OTHERS = {
    "irv": (["--method", "irv", "--seats", "1"], ["pyrankvote"]),
    "schulze": (["--method", "schulze"], ["votelib"]),
}

# Loading and counting apart, each as the command does it; the peak is of both.
PARTS = f"""
import json, resource, sys, time
from pathlib import Path
import numpy
from commonweal.interfaces.cli.count_files import read_countable
from commonweal.rules.voting.ties import TieBreaker

began = time.process_time()
method, seats = sys.argv[2] or None, 1 if sys.argv[2] == "irv" else None
asked = read_countable(Path(sys.argv[1]), method, seats)
loaded = time.process_time()
asked.method.count(asked.contest, asked.ballots, TieBreaker())
counted = time.process_time()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
matrix = numpy.ones(({VOTERS}, {CANDIDATES}), dtype=numpy.uint8)
sums = []
for _ in range(5):
    summing = time.process_time()
    matrix.sum()
    sums.append(time.process_time() - summing)
print(json.dumps({{
    "load": loaded - began,
    "count": counted - loaded,
    "memory": peak,
    "sum": sorted(sums)[2],
}}))
"""


def main() -> int:
    """Race, and print what each took."""
    return told(rows(in_full=True))


def rows(*, in_full: bool = False) -> Iterator[Row]:
    """Measure each method; with `in_full`, print the seconds of every program too."""
    made()
    peer: list[str] = []
    try:
        peer = [str(peers_python()), "-W", "ignore", "benchmarks/peer_stv.py"]
    except NotHere as why:
        yield skipped("transferable vote against the peers", str(why))
    grouped = str(FOLDER / "grouped.blt")
    scottish = ours(grouped)
    runs = {"commonweal": scottish}
    if in_full:
        runs["one a line"] = ours(str(FOLDER / "one-a-line.blt"))
    for name in (PEERS if in_full else PEERS[:1]) if peer else ():
        runs[name] = middles(
            [measured([*peer, name, grouped]) for _ in range(RUNS[name])]
        )
    yield from judged("stv-scottish", runs, in_full=in_full)
    for method, (words, peers) in OTHERS.items():
        runs = {"commonweal": ours(grouped, method, words)}
        for name in peers if peer else ():
            runs[name] = measured([*peer, name, grouped, method])
        yield from judged(method, runs, in_full=in_full)
    meek = ours(grouped, "stv-meek", ["--method", "stv-meek"])["count"]
    work = f"stv-meek, {VOTERS:,} ballots, count"
    yield at_most(work, meek / scottish["count"], MEEK, "Scottish counts")


def made() -> None:
    """Make the elections if need be."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, together in (("grouped", True), ("one-a-line", False)):
        path = FOLDER / f"{name}.blt"
        if not path.exists():
            # Elsewhere, because a process hands its peak of memory down to those it
            # starts.
            making = Process(target=make, args=(path, VOTERS, together))
            making.start()
            making.join()


def judged(
    method: str, runs: dict[str, dict[str, float]], *, in_full: bool
) -> Iterator[Row]:
    """Hold one method to its bars."""
    if in_full:
        show(method, runs)
    base, work = runs["commonweal"], f"{method}, {VOTERS:,} ballots"
    theirs = [runs[name]["whole"] for name in PEERS if name in runs]
    if theirs:
        ratio = min(theirs) / base["whole"]
        more = f" ({min(theirs):.3g} / {base['whole']:.3g} s)"
        yield at_least(f"{work}, whole process", ratio, QUICKER, more)
    more = f" ({1000 * base['count']:.3g} ms)"
    yield at_most(f"{work}, count", base["sums"], SUMS, "sums", more)
    yield at_most(f"{work}, memory", base["memory"], MEGABYTES, "MB")


def ours(path: str, method: str = "", words: Sequence[str] = ()) -> dict[str, float]:
    """Measure our command as it is called, and its parts in a process of their own."""
    command = [sys.executable, "-m", "commonweal.interfaces.cli.main", "count"]
    runs = []
    for _ in range(RUNS["commonweal"]):
        parts = measured([sys.executable, "-c", PARTS, path, method])
        whole = measured([*command, path, "--json", *words])["whole"]
        runs.append(parts | {"whole": whole})
    return middles(runs)


def middles(runs: list[dict[str, Any]]) -> dict[str, float]:
    """Give the median of each figure, and of the counts in sums of the ballots."""
    told = {what: middle(runs, what) for what in runs[0] if what != "winners"}
    if "sum" in told:
        # Taken run by run: the machine is slower in some of them.
        told["sums"] = median(run["count"] / run["sum"] for run in runs)
    return told


def show(method: str, runs: dict[str, dict[str, float]]) -> None:
    """Print a table of what every program took."""
    base = runs["commonweal"]
    print(
        f"{method:12}{'load':>9}{'count':>9}{'whole':>9}{'MB':>7}{'whole, ratio':>14}"
    )
    for name, figures in runs.items():
        times = "".join(f"{figures[what]:9.3f}" for what in ("load", "count", "whole"))
        ratio = figures["whole"] / base["whole"]
        print(f"{name:12}{times}{figures['memory']:7.0f}{ratio:14.1f}")


if __name__ == "__main__":
    raise SystemExit(main())
