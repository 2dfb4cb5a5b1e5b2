"""Pages against Django's own lists: `python -m benchmarks.pages`.

A page of 50 rows (decisions, people, journal) and Django admin's list of the same
table, in one run on the same database; and a decision with 10,000 ballots. Gives 1 if
a bar is missed.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from typing import Any

from benchmarks.environment import ROOT

MOST_CPU, MOST_QUERIES, MOST_FOR_A_DECISION = 0.35, 8, 12
ROWS, BALLOTS, ROUNDS = 50, 10_000, 3
OURS = "commonweal.project.settings"
THEIRS = "benchmarks.admin.settings"
PAGES = {
    "/i/rows/decisions/": "/admin/decisions/proposal/",
    "/i/rows/people/": "/admin/institutions/member/",
    "/i/rows/journal/": "/admin/journal/line/",
}
DECISION = "/i/ballots/decisions/1/"


def main() -> int:
    """Measure, print, and say whether it holds."""
    with tempfile.TemporaryDirectory(prefix="commonweal-pages-") as folder:
        tokens = ran(folder, OURS, "benchmarks.halls", str(ROWS), str(BALLOTS))
        # In turn, so that what else the machine does falls on both alike.
        rounds = [
            (
                looked(folder, OURS, tokens["rows"], [*PAGES]),
                looked(folder, THEIRS, tokens["rows"], [*PAGES.values()]),
            )
            for _ in range(ROUNDS)
        ]
        ours, theirs = (undisturbed(some) for some in zip(*rounds, strict=True))
        [decision] = looked(folder, OURS, tokens["ballots"], [DECISION])
    held = [compared(mine, other) for mine, other in zip(ours, theirs, strict=True)]
    print(f"{DECISION:20} with {BALLOTS} ballots: {told(decision)}")
    held.append(decision["queries"] <= MOST_FOR_A_DECISION)
    return 0 if all(held) else 1


def undisturbed(rounds: Sequence[list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """Give each page as it was in the round that disturbed it least."""
    return [
        min(page, key=lambda one: float(one["cpu_ms"]))
        for page in zip(*rounds, strict=True)
    ]


def compared(mine: dict[str, Any], other: dict[str, Any]) -> bool:
    """Print one page beside Django's list and say whether it holds."""
    ratio = mine["cpu_ms"] / other["cpu_ms"]
    holds = ratio <= MOST_CPU and mine["queries"] <= MOST_QUERIES
    print(f"{'holds ' if holds else 'MISSED'} {ratio:.2f} x")
    for page in (mine, other):
        print(f"  {page['path']:30} {told(page)}")
    return holds


def told(page: dict[str, Any]) -> str:
    """Say a page in one line."""
    return (
        f"{page['cpu_ms']:6.1f} ms of CPU, {page['queries']} queries, "
        f"{page['bytes'] / 1000:.0f} kB"
    )


def looked(
    folder: str, settings: str, token: str, paths: list[str]
) -> list[dict[str, Any]]:
    """Look at pages in a process of their own."""
    found: list[dict[str, Any]] = ran(
        folder, settings, "benchmarks.looks", token, *paths
    )
    return found


def ran(folder: str, settings: str, module: str, *words: str) -> Any:
    """Run a module on the database in a folder; give what it printed."""
    environment = os.environ | {
        "COMMONWEAL_DATA": folder,
        "DJANGO_SETTINGS_MODULE": settings,
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
    }
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", module, *words],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return json.loads(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    sys.exit(main())
