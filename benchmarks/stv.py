"""Measure a count of a million ballots by transferable vote against other programs.

`python -m benchmarks.stv` makes a city's election (the same every time), counts it by
`commonweal count`, from the file to the winners, and by pyrankvote, votelib and
votekit, each by its quickest way, in one run. It prints seconds of CPU and peak memory,
and how many times as long each peer took. Meek's rule and Schulze's count the same
ballots. It ends with status 1 if a bar is missed: five times as quick as the quickest
peer, 400 MB, and Meek's count twenty times the Scottish one.

The programs count by rules of their own, which may elect others; votelib's fractions
and votekit's floats are not Scotland's five places.
"""

import sys
from multiprocessing import Process
from typing import Any

from benchmarks.environment import ROOT, peers_python
from benchmarks.made_election import CANDIDATES, make
from benchmarks.measuring import measured, middle

VOTERS = 1_000_000
FOLDER = ROOT / "var" / "benchmarks"
RUNS = {"commonweal": 7, "pyrankvote": 3, "votelib": 1, "votekit": 1}
QUICKER, MEGABYTES, MEEK = 5, 400, 20

# Loading and counting apart, each as the command does it; the peak is of both.
PARTS = f"""
import json, resource, sys, time
from pathlib import Path
import numpy
from commonweal.interfaces.cli.count_files import read_countable
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.ties import TieBreaker

began = time.process_time()
asked = read_countable(Path(sys.argv[1]), None, None)
loaded = time.process_time()
asked.method.count(asked.contest, asked.ballots, TieBreaker())
counted = time.process_time()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
others = {{}}
for name in ("stv-meek", "schulze"):
    beginning = time.process_time()
    METHODS[name].count(asked.contest, asked.ballots, TieBreaker())
    others[name] = time.process_time() - beginning
matrix = numpy.ones(({VOTERS}, {CANDIDATES}), dtype=numpy.uint8)
summing = time.process_time()
matrix.sum()
summed = time.process_time()
print(json.dumps({{
    "load": loaded - began,
    "count": counted - loaded,
    "memory": peak,
    "sum": summed - summing,
    **others,
}}))
"""


def main() -> int:
    """Make the election if need be, and race."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    paths = {True: FOLDER / "grouped.blt", False: FOLDER / "one-a-line.blt"}
    for together, path in paths.items():
        if not path.exists():
            # Elsewhere, because a process hands its peak of memory down to those it
            # starts.
            making = Process(target=make, args=(path, VOTERS, together))
            making.start()
            making.join()
    peer = [str(peers_python()), "-W", "ignore", "benchmarks/peer_stv.py"]
    grouped = str(paths[True])
    told = {"commonweal": ours(grouped), "one a line": ours(str(paths[False]))}
    for name in ("pyrankvote", "votelib", "votekit"):
        told[name] = middles(
            [measured([*peer, name, grouped]) for _ in range(RUNS[name])]
        )
    return show(told)


def ours(path: str) -> dict[str, float]:
    """Measure our command as it is called, and its parts in a process of their own."""
    command = [sys.executable, "-m", "commonweal.interfaces.cli.main", "count"]
    runs = []
    for _ in range(RUNS["commonweal"]):
        parts = measured([sys.executable, "-c", PARTS, path])
        runs.append(parts | {"whole": measured([*command, path, "--json"])["whole"]})
    return middles(runs)


def middles(runs: list[dict[str, Any]]) -> dict[str, float]:
    """Give the median of each figure."""
    return {what: middle(runs, what) for what in runs[0] if what != "winners"}


def show(told: dict[str, dict[str, float]]) -> int:
    """Print a table, and say whether the bars are met."""
    base = told["commonweal"]
    print(f"{'':12}{'load':>9}{'count':>9}{'whole':>9}{'MB':>7}{'whole, ratio':>14}")
    for name, figures in told.items():
        times = "".join(f"{figures[what]:9.3f}" for what in ("load", "count", "whole"))
        ratio = figures["whole"] / base["whole"]
        print(f"{name:12}{times}{figures['memory']:7.0f}{ratio:14.1f}")
    peers = [told[name]["whole"] for name in RUNS if name != "commonweal"]
    quicker = min(peers) / base["whole"]
    print(f"{quicker:.1f} times as quick as the quickest peer (bar: {QUICKER}).")
    sums = base["count"] / base["sum"]
    print(
        f"The count alone takes {sums:.0f} times as long as summing the ballots once."
    )
    for name in ("stv-meek", "schulze"):
        ratio = base[name] / base["count"]
        print(f"{name} takes {base[name]:.3f} s, {ratio:.1f} times the Scottish rule.")
    slow = base["stv-meek"] > MEEK * base["count"]
    return int(quicker < QUICKER or base["memory"] > MEGABYTES or slow)


if __name__ == "__main__":
    raise SystemExit(main())
