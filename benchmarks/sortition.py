"""Measure leximin on pools against sortition-algorithms, where that is at hand.

`python -m benchmarks.sortition [PYTHON]`: PYTHON is one that has sortition-algorithms
and gurobipy (no free solver does leximin there), usually that of
`requirements-peers.lock`; without any, ours alone is measured. It prints seconds of CPU
and the smallest chance, and ends with status 1 if ours is worse in the leximin order or
a bar is missed.
"""

import csv
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.environment import ROOT, NotHere, peers_python
from benchmarks.measuring import measured
from benchmarks.rows import Row, at_least, at_most, skipped, told

SHARED = Path(os.environ.get("COMMONWEAL_SHARED", ROOT.parent / "shared"))
POOLS = SHARED / "data" / "elections" / "sortition"
SIZES = {"pool_150_24": 24, "fixture_150_22": 22, "pool_825_75": 75}
# The peer's free licence ends below 825 people.
COMPARED = ("pool_150_24", "fixture_150_22")
# The same people, and any number of each kind: the whole pool may be drawn alike.
LOOSE, LOOSE_RATIO = "pool_150_24", 100.0
# Theirs comes near the chances it found: people alike have some that differ so far.
CLOSE = 1e-4
LIMIT, RATIO = 60.0, 2.0

OURS = """
import json, sys, time
from pathlib import Path
from commonweal.rules.sortition.draw import draw
from commonweal.rules.sortition.table import read_pool, read_quotas

quotas = read_quotas(Path(sys.argv[2]).read_text(encoding="utf-8"))
pool = read_pool(Path(sys.argv[1]).read_text(encoding="utf-8"), quotas)
began = time.process_time()
done = draw(pool, int(sys.argv[3]), method="leximin", seed="a seed")
took = time.process_time() - began
chances = sorted(map(float, done.chances.values()))
print(json.dumps({"draw": took, "chances": chances}))
"""


def main() -> int:
    """Measure every pool; say where a bar is missed."""
    return told(rows(sys.argv[1] if len(sys.argv) > 1 else ""))


def rows(peer: str) -> Iterator[Row]:
    """Measure every pool, beside the peer if there is one."""
    if not POOLS.exists():
        text = "not here; COMMONWEAL_SHARED names the folder"
        yield skipped("leximin: the pools", text)
        return
    try:
        peer = peer or str(peers_python())
    except NotHere as why:
        yield skipped("leximin against sortition-algorithms", str(why))
    for name, size in SIZES.items():
        yield from held(name, size, peer)
    yield from loosely_held(LOOSE, SIZES[LOOSE], peer)


def held(name: str, size: int, peer: str) -> Iterator[Row]:
    """Measure one pool."""
    quotas = POOLS / name / "features.csv"
    there = peer if name in COMPARED else ""
    yield from compared(f"leximin, {name}", name, quotas, size, there, RATIO)


def loosely_held(name: str, size: int, peer: str) -> Iterator[Row]:
    """Measure one pool with quotas that bind nobody."""
    text = (POOLS / name / "features.csv").read_text(encoding="utf-8")
    head, *lines = list(csv.reader(text.splitlines()))
    bounds = {"min": "0", "max": str(size)}
    loose = [
        [bounds.get(column, cell) for column, cell in zip(head, line, strict=True)]
        for line in lines
    ]
    with tempfile.TemporaryDirectory() as folder:
        quotas = Path(folder) / "features.csv"
        rows = [",".join(line) for line in (head, *loose)]
        quotas.write_text("\n".join(rows) + "\n", encoding="utf-8")
        work = f"leximin, {name}, loose quotas"
        yield from compared(work, name, quotas, size, peer, LOOSE_RATIO)


def compared(
    work: str, name: str, quotas: Path, size: int, peer: str, ratio: float
) -> Iterator[Row]:
    """Measure one pool with these quotas, beside the peer where there is one."""
    files = [str(POOLS / name / "candidates.csv"), str(quotas), str(size)]
    ours = measured([sys.executable, "-c", OURS, *files])
    least = f", smallest {ours['chances'][0]:.5f}"
    if not peer:
        yield at_most(work, ours["draw"], LIMIT, "s", least)
        return
    theirs = measured([peer, "-W", "ignore", "benchmarks/peer_sortition.py", *files])
    more = f" ({theirs['draw']:.3g} / {ours['draw']:.3g} s)"
    yield at_least(work, theirs["draw"] / ours["draw"], ratio, more)
    worse = behind(ours["chances"], theirs["chances"])
    yield Row(
        f"{work}, order", "worse" if worse else "never worse", "never worse", not worse
    )


def behind(ours: list[float], theirs: list[float]) -> bool:
    """Say whether ours is worse at the first chance that differs."""
    for one, other in zip(ours, theirs, strict=True):
        if abs(one - other) > CLOSE:
            return one < other
    return False


if __name__ == "__main__":
    raise SystemExit(main())
