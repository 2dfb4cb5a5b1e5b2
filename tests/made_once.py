"""Tables made once and copied: no process of the tests makes tables that are there.

A file with every table and no row lies in `build/made`. Its name is a digest of all
that tables follow from, so that whoever changes any of it finds no such file, and it is
made anew. It is made beside and moved into place: nobody ever copies half of one.
"""

import fcntl
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path

import django

from tests.machine import ROOT

FOLDER = ROOT / "build" / "made"
# The import contracts hold that tables lean on nothing outside these.
FOLLOWED = ("project", "capabilities", "foundation", "rules")


def tables() -> Path:
    """Give an SQLite file with every table and no row: to be copied, not opened."""
    made = FOLDER / f"tables-{digest()}.sqlite3"
    if not made.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        with (FOLDER / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            # Another process may have made it meanwhile.
            if not made.exists():
                _forget_older()
                _make(made)
    return made


@contextmanager
def in_memory(name: str) -> Iterator[None]:
    """Fill a database in memory, which is there for as long as this lasts."""
    # Nobody writes to it any more, so nobody need be waited for.
    made = f"{tables().as_uri()}?immutable=1"
    with (
        closing(sqlite3.connect(made, uri=True)) as filled,
        closing(sqlite3.connect(name, uri=True)) as memory,
    ):
        filled.backup(memory)
        yield


@cache
def digest(root: Path = ROOT) -> str:
    """Give what changes when anything changes that tables follow from."""
    programs = f"{sys.version} {sqlite3.sqlite_version} {django.get_version()}"
    seen = sha256(programs.encode())
    package = root / "src" / "commonweal"
    files = [one for part in FOLLOWED for one in (package / part).rglob("*.py")]
    # What the packages that are used say of their tables, and how these are made.
    also = (root / "requirements-dev.lock", root / "tests" / "made_once.py")
    for file in (*sorted(files), *also):
        content = sha256(file.read_bytes()).hexdigest()
        seen.update(f"{file.relative_to(root)} {content}\n".encode())
    return seen.hexdigest()[:24]


def _forget_older() -> None:
    """Leave nothing behind that a later change has made useless."""
    for file in FOLDER.glob("tables-*"):
        file.unlink()


def _make(made: Path) -> None:
    part = FOLDER / f"tables-{os.getpid()}.part"
    environment = {
        "COMMONWEAL_DATABASE_URL": f"sqlite:///{part}",
        "COMMONWEAL_DATA": str(FOLDER / "data"),
        "DJANGO_SETTINGS_MODULE": "commonweal.project.settings",
        "PYTHONPATH": str(ROOT / "src"),
    }
    subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "django", "migrate", "--verbosity=0"],
        cwd=ROOT,
        env=os.environ | environment,
        check=True,
    )
    # One file that is whole by itself, with no journal beside it.
    with closing(sqlite3.connect(part)) as whole:
        whole.execute("PRAGMA journal_mode=DELETE")
    part.rename(made)
