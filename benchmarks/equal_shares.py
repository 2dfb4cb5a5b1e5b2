"""Measure the exact count of Łódź's budget of 2022 by equal shares against pabutools.

`python -m benchmarks.equal_shares` prints both in one run: seconds of CPU for loading,
for counting and for the whole process, and their ratios. Ours is the median of seven
runs, the peer's of three, in turns; every run is a process of its own. It ends with
status 1 if the winners differ or a bar is missed.

With `--all` it compares the winners of every smaller file with approvals instead.
"""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.environment import ROOT, peers_python, run
from benchmarks.measuring import measured, middle

from commonweal.rules.budgeting.methods import METHODS
from commonweal.rules.budgeting.pabulib import read_pb
from commonweal.rules.voting.ties import TieBreaker

SHARED = Path(os.environ.get("COMMONWEAL_SHARED", ROOT.parent / "shared"))
FILE = SHARED / "data" / "elections" / "pabulib" / "Poland_Lodz_2022.pb"
OURS, THEIRS = 7, 3
BARS = {"count": 100, "whole process": 10}

COUNT_ONLY = """
import json, resource, sys, time
from pathlib import Path
from commonweal.rules.budgeting.methods import METHODS
from commonweal.rules.budgeting.pabulib import read_pb
from commonweal.rules.voting.ties import TieBreaker

began = time.process_time()
contest, ballots = read_pb(Path(sys.argv[1]).read_text(encoding="utf-8"))
loaded = time.process_time()
outcome = METHODS["equal-shares"].count(contest, ballots, TieBreaker())
counted = time.process_time()
print(json.dumps({
    "load": loaded - began,
    "count": counted - loaded,
    "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "winners": sorted(outcome.winners),
}))
"""


def main() -> int:
    """Do what was asked, if the files are here."""
    if not FILE.exists():
        print("The published elections are not here (COMMONWEAL_SHARED names them).")
        return 2
    program = "benchmarks/peer_pabutools.py"
    peer = [str(peers_python()), "-W", "ignore", program, "equal-shares"]
    return agreement(peer) if "--all" in sys.argv[1:] else race(peer)


def race(peer: list[str]) -> int:
    """Measure both on the same file."""
    counting = [sys.executable, "-c", COUNT_ONLY]
    command = [sys.executable, "-m", "commonweal.interfaces.cli.main", "count"]
    theirs, ours, commands = [], [], []
    for turn in range(OURS):
        if turn < THEIRS:
            theirs.append(measured([*peer, str(FILE)]))
        ours.append(measured([*counting, str(FILE)]))
        commands.append(
            measured([*command, str(FILE), "--method", "equal-shares", "--json"])
        )
    told = told_by(theirs), told_by(ours) | {"whole": middle(commands, "whole")}
    show(*told)
    same = theirs[0]["winners"] == ours[0]["winners"]
    print("The winners are the same." if same else "THE WINNERS DIFFER.")
    ratios = {
        "count": told[0]["count"] / told[1]["count"],
        "whole process": told[0]["whole"] / told[1]["whole"],
    }
    missed = [name for name, bar in BARS.items() if ratios[name] < bar]
    return int(bool(missed) or not same)


def agreement(peer: list[str]) -> int:
    """Count every smaller file with approvals by both; say where winners differ."""
    small = [path for path in sorted(FILE.parent.glob("*.pb")) if _is_small(path)]
    said = run(*peer, *map(str, small)).splitlines()
    differing = []
    for path, line in zip(small, said, strict=True):
        contest, ballots = read_pb(path.read_text(encoding="utf-8"))
        outcome = METHODS["equal-shares"].count(contest, ballots, TieBreaker())
        if sorted(outcome.winners) != json.loads(line)["winners"]:
            differing.append(f"{path.stem}{' (a tie)' if outcome.tied else ''}")
    print(f"{len(small) - len(differing)} of {len(small)} files: the same winners.")
    print("\n".join(differing))
    return int(bool(differing))


def _is_small(path: Path) -> bool:
    head = path.read_text(encoding="utf-8")[:5000]
    # The peer knows no budgets of categories.
    if "budget_per_" in head:
        return False
    marks = "vote_type;approval" in head or "vote_type;choose-1" in head
    return marks and path.stat().st_size <= 250_000


def told_by(runs: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Give the median of each figure."""
    return {what: middle(runs, what) for what in ("load", "count", "whole", "memory")}


def show(peer: dict[str, float], ours: dict[str, float]) -> None:
    """Print a table of both and how many times less ours takes."""
    rows = {
        "load, CPU s": "load",
        "count, CPU s": "count",
        "whole process, CPU s": "whole",
        "peak memory, MB": "memory",
    }
    print(f"{'':22}{'pabutools':>12}{'commonweal':>12}{'ratio':>8}")
    for name, what in rows.items():
        ratio = peer[what] / ours[what]
        print(f"{name:22}{peer[what]:12.4f}{ours[what]:12.4f}{ratio:8.1f}")


if __name__ == "__main__":
    raise SystemExit(main())
