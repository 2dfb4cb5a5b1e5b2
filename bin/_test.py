"""Run every test: on SQLite with the pages in Chromium, and besides on PostgreSQL.

`bin/test` calls this in the environment it made. Called with `--has chromium` or
`--has postgresql`, it answers by its exit status whether the machine has it.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

# The tests are not an installed package.
from tests import machine, made_once  # noqa: E402
from tests.throwaway_postgresql import throwaway_postgresql  # noqa: E402

# What `bin/check` has run by itself, and on PostgreSQL what never touches a table.
RUN_ALREADY = ("--ignore=tests/architecture",)
NO_TABLES = (*RUN_ALREADY, "--ignore=tests/rules")
COMMAND = [sys.executable, "-m", "commonweal.interfaces.cli.main"]
NO_TEST_CHOSEN = 5


def main(arguments: Sequence[str]) -> int:
    """Run what `arguments` choose; give pytest's exit status."""
    if arguments[:1] == ["--has"]:
        return 0 if getattr(machine, arguments[1])() else 1
    subprocess.run([*COMMAND, "translations", "compile"], cwd=ROOT, check=True)
    made_once.tables()
    # Tests wait for browsers, programs and the disk: what runs on the one engine
    # has the machine while the other waits.
    with ThreadPoolExecutor(1) as beside, TemporaryFile("w+") as told:
        asked = beside.submit(run_on_postgresql, arguments, told)
        chosen = [*_left_out(arguments, RUN_ALREADY), *arguments]
        everything = run(chosen, "SQLite, and all that needs no tables")
        tables = asked.result()
        told.seek(0)
        print(told.read(), flush=True)
    if tables:
        print("commonweal: the tests on PostgreSQL failed: see above", flush=True)
    return everything or tables


def _left_out(arguments: Sequence[str], folders: Sequence[str]) -> Sequence[str]:
    """Leave folders out, unless somebody says which tests they want."""
    return () if any(not one.startswith("-") for one in arguments) else folders


def run_on_postgresql(arguments: Sequence[str], told: IO[str]) -> int:
    """Run the tests that touch tables on a PostgreSQL made for them."""
    programs = machine.postgresql()
    if programs is None:
        return 0
    with throwaway_postgresql(programs) as url:
        status = run(
            [*_left_out(arguments, NO_TABLES), *arguments, "--tables-only"],
            "PostgreSQL, what touches tables",
            processes=1,
            data="test-on-postgresql",
            url=url,
            told=told,
        )
    return 0 if status == NO_TEST_CHOSEN else status


def run(
    arguments: Sequence[str],
    title: str,
    *,
    processes: int = 2,
    data: str = "test",
    url: str = "",
    told: IO[str] | None = None,
) -> int:
    """Run pytest once, in so many processes unless told otherwise."""
    print(f"-- tests: {title}", file=told, flush=True)
    environment = {"COMMONWEAL_DATA": str(ROOT / "build" / data)}
    if url:
        environment["COMMONWEAL_DATABASE_URL"] = url
    split = [] if "-n" in arguments else ["-n", str(processes), "--dist", "worksteal"]
    return subprocess.run(
        [sys.executable, "-m", "pytest", *split, *arguments],
        cwd=ROOT,
        env=os.environ | environment,
        stdout=told,
        check=False,
    ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
