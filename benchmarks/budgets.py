"""Measure every way of sharing a city's budget against pabutools.

`python -m benchmarks.budgets` counts Łódź 2022 and Warszawa 2020 Praga-Południe by
greedy, Phragmén and equal shares, both programs in one run: seconds of CPU for the
count alone, ours the median of nine and the peer's of one. Equal shares with one unit
more at a time takes the peer six minutes and 5.8 GB in Praga-Południe; with `--long` it
is run too, else its recorded time of 22 November 2026 stands beside ours. It ends with
status 1 if the winners differ or a bar is missed.
"""

import sys
from statistics import median
from typing import Any

from benchmarks.environment import peers_python
from benchmarks.equal_shares import SHARED
from benchmarks.measuring import measured

PLACES = SHARED / "data" / "elections" / "pabulib"
FILES = ("Poland_Lodz_2022", "Poland_Warszawa_2020_Praga-Poludnie")
RULES = ("greedy", "phragmen", "equal-shares")
SLOW = "equal-shares-add-one"
# Seconds of CPU of the whole process, measured once with other work beside it.
RECORDED = {"Poland_Lodz_2022": 59.6, "Poland_Warszawa_2020_Praga-Poludnie": 363.0}
TIMES, BAR, MEMORY = 9, 300, 300

COUNT_ONLY = """
import json, resource, sys, time
from pathlib import Path
from commonweal.rules.budgeting.methods import METHODS
from commonweal.rules.budgeting.pabulib import read_pb
from commonweal.rules.voting.ties import TieBreaker

contest, ballots = read_pb(Path(sys.argv[2]).read_text(encoding="utf-8"))
times = []
for _ in range(int(sys.argv[3])):
    began = time.process_time()
    outcome = METHODS[sys.argv[1]].count(contest, ballots, TieBreaker())
    times.append(time.process_time() - began)
print(json.dumps({
    "times": times,
    "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "winners": sorted(outcome.winners),
}))
"""


def main() -> int:
    """Race both, if the files are here."""
    if not PLACES.exists():
        print("The published elections are not here (COMMONWEAL_SHARED names them).")
        return 2
    print(f"{'':68}{'pabutools':>11}{'commonweal':>12}{'ratio':>8}{'MB':>6}")
    good = [race(name, rule) for name in FILES for rule in RULES]
    good += [race(name, SLOW, recorded="--long" not in sys.argv) for name in FILES]
    print("Every bar is met." if all(good) else "A BAR IS MISSED, OR WINNERS DIFFER.")
    return int(not all(good))


def race(name: str, rule: str, *, recorded: bool = False) -> bool:
    """Count one file by one rule by both; say whether the bar is met."""
    path = str(PLACES / f"{name}.pb")
    times = "3" if rule == SLOW else str(TIMES)
    ours = measured([sys.executable, "-c", COUNT_ONLY, rule, path, times])
    theirs: dict[str, Any] = {"count": RECORDED.get(name), "winners": ours["winners"]}
    if not recorded:
        peer = [str(peers_python()), "-W", "ignore", "benchmarks/peer_pabutools.py"]
        theirs = measured([*peer, rule, path])
    took = median(ours["times"])
    ratio = theirs["count"] / took
    label = f"{name} {rule}{' (recorded)' if recorded else ''}"
    numbers = f"{theirs['count']:11.3f}{took:12.4f}{ratio:8.0f}{ours['memory']:6.0f}"
    print(f"{label:68}{numbers}", flush=True)
    return (
        ratio >= BAR
        and ours["memory"] <= MEMORY
        and theirs["winners"] == ours["winners"]
    )


if __name__ == "__main__":
    raise SystemExit(main())
