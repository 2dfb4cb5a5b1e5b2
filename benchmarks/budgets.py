"""Measure every way of sharing a city's budget against pabutools.

`python -m benchmarks.budgets` counts Łódź 2022 and Warszawa 2020 Praga-Południe by
greedy, Phragmén and equal shares, both programs in one run: seconds of CPU for the
count alone, ours the median of nine and the peer's of one; by equal shares for the
whole process too. Equal shares with one unit more at a time takes the peer six minutes
and 5.8 GB in Praga-Południe; with `--long` it is run too, else its recorded time of 22
November 2026 stands beside ours. In Łódź it
takes the peer a minute and is run each time; no more is asked of ours there than not
to fall behind what it was. A budget in forints, whose units defeat the peer, is
counted by ours alone, and so is a budget raised to where something changes. It ends
with status 1 if the winners differ or a bar is missed.
"""

import sys
from collections.abc import Iterator
from statistics import median
from typing import Any

from benchmarks.environment import NotHere, peers_python
from benchmarks.equal_shares import SHARED
from benchmarks.measuring import measured
from benchmarks.rows import Row, at_least, at_most, skipped, told

PLACES = SHARED / "data" / "elections" / "pabulib"
FILES = ("Poland_Lodz_2022", "Poland_Warszawa_2020_Praga-Poludnie")
FORINTS = "Hungary_Budapest_2025_XI_Ujbuda"
RULES = ("greedy", "phragmen", "equal-shares")
SHARES, SLOW = "equal-shares", "equal-shares-add-one"
JUMP = "equal-shares-jump"
# Seconds of CPU of the whole process, measured once with other work beside it.
RECORDED = {FILES[1]: 363.0}
TIMES, SLOW_TIMES, WHOLE = 9, 3, 5
BAR, WHOLE_BAR, MEMORY, SECONDS = 300, 20, 300, 60
BARS = {(FILES[0], SLOW): 150}

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
    return told(rows())


def rows() -> Iterator[Row]:
    """Measure every rule on every file."""
    if not PLACES.exists():
        text = "not here; COMMONWEAL_SHARED names the folder"
        yield skipped("budgets: the published elections", text)
        return
    here = True
    try:
        peers_python()
    except NotHere as why:
        here = False
        yield skipped("budgets against pabutools", str(why))
    for name in FILES:
        for rule in RULES if here else ():
            yield from raced(name, rule)
        if name in RECORDED and not (here and "--long" in sys.argv):
            yield from raced(name, SLOW, recorded=True)
        elif here:
            yield from raced(name, SLOW)
    yield alone(FORINTS, SLOW, f"{FORINTS[8:21]} in forints")
    yield alone(FILES[1], JUMP, FILES[1][7:])


def alone(name: str, rule: str, work: str) -> Row:
    """Count once what no peer can."""
    mine = ours(name, rule, times=1)
    more = f", {mine['memory']:.0f} MB"
    return at_most(f"{work}, {rule}", mine["times"][0], SECONDS, "s", more)


def raced(name: str, rule: str, *, recorded: bool = False) -> Iterator[Row]:
    """Count one file by one rule by both."""
    mine = ours(name, rule, times=SLOW_TIMES if rule == SLOW else TIMES)
    theirs: dict[str, Any] = {"count": RECORDED.get(name), "winners": mine["winners"]}
    if not recorded:
        peer = [str(peers_python()), "-W", "ignore", "benchmarks/peer_pabutools.py"]
        theirs = measured([*peer, rule, path_of(name)])
    took, work = median(mine["times"]), f"{name[7:]}, {rule}"
    more = f" ({theirs['count']:.3g} / {took:.3g} s)"
    row = at_least(
        work + (", recorded" if recorded else ""),
        theirs["count"] / took,
        BARS.get((name, rule), BAR),
        more,
    )
    same = theirs["winners"] == mine["winners"]
    yield row if same else row._replace(measured="THE WINNERS DIFFER", holds=False)
    if rule == SLOW:
        yield at_most(f"{work}, memory", mine["memory"], MEMORY, "MB")
    if rule == SHARES:
        command = [sys.executable, "-m", "commonweal.interfaces.cli.main", "count"]
        words = [*command, path_of(name), "--method", rule, "--json"]
        whole = median(measured(words)["whole"] for _ in range(WHOLE))
        yield at_least(f"{work}, whole process", theirs["whole"] / whole, WHOLE_BAR)


def ours(name: str, rule: str, *, times: int) -> dict[str, Any]:
    """Count one file so many times by ours, in a process of its own."""
    words = [sys.executable, "-c", COUNT_ONLY, rule, path_of(name), str(times)]
    return measured(words)


def path_of(name: str) -> str:
    """Say where a file is."""
    return str(PLACES / f"{name}.pb")


if __name__ == "__main__":
    raise SystemExit(main())
