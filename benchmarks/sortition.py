"""Measure leximin on pools against sortition-algorithms, where that is at hand.

`python -m benchmarks.sortition [PYTHON]`: PYTHON is one that has sortition-algorithms
and gurobipy (no free solver does leximin there); without it ours alone is measured. It
prints seconds of CPU and the smallest chance, and ends with status 1 if ours is worse
in the leximin order or a bar is missed.
"""

import os
import sys
from pathlib import Path

from benchmarks.environment import ROOT
from benchmarks.measuring import measured

SHARED = Path(os.environ.get("COMMONWEAL_SHARED", ROOT.parent / "shared"))
POOLS = SHARED / "data" / "elections" / "sortition"
SIZES = {"pool_150_24": 24, "fixture_150_22": 22, "pool_825_75": 75}
# The peer's free licence ends below 825 people.
COMPARED = ("pool_150_24", "fixture_150_22")
CLOSE = 1e-5
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
    if not POOLS.exists():
        print("The published pools are not here (COMMONWEAL_SHARED names them).")
        return 2
    peer = sys.argv[1] if len(sys.argv) > 1 else ""
    return max([held(name, size, peer) for name, size in SIZES.items()])


def held(name: str, size: int, peer: str) -> int:
    """Measure one pool; give 1 if a bar is missed."""
    pool, quotas = POOLS / name / "candidates.csv", POOLS / name / "features.csv"
    files = [str(pool), str(quotas), str(size)]
    ours = measured([sys.executable, "-c", OURS, *files])
    print(f"{name:16}{ours['draw']:8.2f} s  smallest {ours['chances'][0]:.6f}")
    if not peer or name not in COMPARED:
        return int(ours["draw"] > LIMIT)
    theirs = measured([peer, "-W", "ignore", "benchmarks/peer_sortition.py", *files])
    ratio = theirs["draw"] / ours["draw"]
    worse = behind(ours["chances"], theirs["chances"])
    told = "WORSE than" if worse else "never worse than"
    print(
        f"{'':16}{theirs['draw']:8.2f} s  smallest {theirs['chances'][0]:.6f}, theirs;"
        f" ratio {ratio:.1f}; ours is {told} theirs"
    )
    return int(worse or ratio < RATIO)


def behind(ours: list[float], theirs: list[float]) -> bool:
    """Say whether ours is worse at the first chance that differs."""
    for one, other in zip(ours, theirs, strict=True):
        if abs(one - other) > CLOSE:
            return one < other
    return False


if __name__ == "__main__":
    raise SystemExit(main())
