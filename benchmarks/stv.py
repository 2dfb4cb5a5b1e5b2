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
from collections.abc import Sequence
from multiprocessing import Process
from typing import Any

from benchmarks.environment import ROOT, peers_python
from benchmarks.made_election import CANDIDATES, make
from benchmarks.measuring import measured, middle

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
    for name in PEERS:
        told[name] = middles(
            [measured([*peer, name, grouped]) for _ in range(RUNS[name])]
        )
    missed = show("stv-scottish", told)
    for method, (words, peers) in OTHERS.items():
        told = {"commonweal": ours(grouped, method, words)}
        for name in peers:
            told[name] = measured([*peer, name, grouped, method])
        missed |= show(method, told)
    meek = ours(grouped, "stv-meek", ["--method", "stv-meek"])
    return int(missed | show_meek(meek, ours(grouped)))


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
    """Give the median of each figure."""
    return {what: middle(runs, what) for what in runs[0] if what != "winners"}


def show(method: str, told: dict[str, dict[str, float]]) -> bool:
    """Print a table; say whether a bar is missed."""
    base = told["commonweal"]
    print(
        f"{method:12}{'load':>9}{'count':>9}{'whole':>9}{'MB':>7}{'whole, ratio':>14}"
    )
    for name, figures in told.items():
        times = "".join(f"{figures[what]:9.3f}" for what in ("load", "count", "whole"))
        ratio = figures["whole"] / base["whole"]
        print(f"{name:12}{times}{figures['memory']:7.0f}{ratio:14.1f}")
    peers = [told[name]["whole"] for name in PEERS if name in told]
    quicker, sums = min(peers) / base["whole"], base["count"] / base["sum"]
    print(f"{quicker:.1f} times as quick as the quickest peer (bar: {QUICKER}).")
    print(f"The count takes {sums:.1f} times as long as one sum (bar: {SUMS}).\n")
    return quicker < QUICKER or sums > SUMS or base["memory"] > MEGABYTES


def show_meek(meek: dict[str, float], scottish: dict[str, float]) -> bool:
    """Print how Meek's count does; say whether its bar is missed."""
    ratio = meek["count"] / scottish["count"]
    print(f"stv-meek takes {meek['count']:.3f} s, {ratio:.1f} times the Scottish rule.")
    return ratio > MEEK


if __name__ == "__main__":
    raise SystemExit(main())
