"""Run every test: on SQLite with the pages in Chromium, and again on PostgreSQL.

`bin/test` calls this in the environment it made. Called with `--has chromium` or
`--has postgresql`, it answers by its exit status whether the machine has it.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests import machine  # noqa: E402 -- the tests are not an installed package
from tests.throwaway_postgresql import throwaway_postgresql  # noqa: E402

COMMAND = [sys.executable, "-m", "commonweal.interfaces.cli.main"]
NO_TEST_CHOSEN = 5


def main(arguments: Sequence[str]) -> int:
    """Run what `arguments` choose; give pytest's exit status."""
    if arguments[:1] == ["--has"]:
        return 0 if getattr(machine, arguments[1])() else 1
    subprocess.run([*COMMAND, "translations", "compile"], cwd=ROOT, check=True)
    tables = run_on_postgresql(arguments)
    everything = run(arguments, "SQLite, and all that needs no tables", {})
    if tables:
        print("commonweal: the tests on PostgreSQL failed: see above", flush=True)
    return everything or tables


def run_on_postgresql(arguments: Sequence[str]) -> int:
    """Run the tests that touch tables on a PostgreSQL made for them."""
    programs = machine.postgresql()
    if programs is None:
        return 0
    with throwaway_postgresql(programs) as url:
        status = run(
            [*arguments, "--tables-only"],
            "PostgreSQL, what touches tables",
            {"COMMONWEAL_DATABASE_URL": url},
        )
    return 0 if status == NO_TEST_CHOSEN else status


def run(arguments: Sequence[str], title: str, environment: dict[str, str]) -> int:
    """Run pytest once, in two processes unless told otherwise."""
    print(f"-- tests: {title}", flush=True)
    own = {"COMMONWEAL_DATA": str(ROOT / "build" / "test")}
    split = [] if "-n" in arguments else ["-n", "2", "--dist", "worksteal"]
    return subprocess.run(
        [sys.executable, "-m", "pytest", *split, *arguments],
        cwd=ROOT,
        env=os.environ | own | environment,
        check=False,
    ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
