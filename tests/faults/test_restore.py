"""A restore, rehearsed: only what was done since is lost, and everybody is told."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import machine

LEFT_OUT = {
    "people.signin",
    "people.signinlink",
    "people.outgoingmail",
    "django_tasks_database.dbtaskresult",
}
WRITTEN_BY_RESTORING = {"journal.line", "backups.restoration"}

type Half = Callable[..., dict[str, Any]]


@pytest.fixture
def half(tmp_path: Path) -> Half:
    """Play half of the story in a process, with a database and a folder of its own."""

    def played(name: str, database: str, **more: str) -> dict[str, Any]:
        folder = tmp_path / name
        done = subprocess.run(
            [sys.executable, "-m", "tests.faults.rehearsal", name],
            cwd=machine.ROOT,
            env=os.environ
            | {
                "COMMONWEAL_DATABASE_URL": database,
                "COMMONWEAL_DATA": str(folder),
                "COMMONWEAL_KEYS": str(folder / "keys"),
                "COMMONWEAL_BACKUPS": str(tmp_path / "backups"),
                "PAPER_KEY": str(tmp_path / "paper"),
                "DJANGO_SETTINGS_MODULE": "commonweal.project.settings",
                "PYTHONPATH": str(machine.ROOT / "src"),
            }
            | more,
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        report: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return report

    return played


@pytest.mark.parametrize(
    ("source", "onto"),
    [
        ("sqlite", "postgresql"),
        ("postgresql", "sqlite"),
        pytest.param("sqlite", "sqlite", marks=pytest.mark.long),
        pytest.param("postgresql", "postgresql", marks=pytest.mark.long),
    ],
)
def test_what_was_done_since_is_lost_and_said_to_be_and_nothing_else_is(
    source: str,
    onto: str,
    half: Half,
    tmp_path: Path,
    with_tables: Callable[[str], str],
    another: Callable[[str], str],
) -> None:
    lived = half("live", with_tables(source))
    # The operator puts the keys and the secret key in their places first.
    shutil.copytree(tmp_path / "live" / "keys", tmp_path / "restore" / "keys")
    shutil.copy(tmp_path / "live" / "secret-key", tmp_path / "restore")
    known = json.dumps({name: lived[name] for name in ("head", "lost")})
    back = half("restore", another(onto), KNOWN=known)

    changed = {
        table for table, sum_ in lived["sums"].items() if back["sums"][table] != sum_
    }
    assert back["status"] == 0
    assert changed - LEFT_OUT == WRITTEN_BY_RESTORING
    assert all(back["sums"][table][0] == 0 for table in LEFT_OUT)
    # Whoever wrote down a line of before finds it, and one of since finds it gone.
    assert back["checked"] == {"head": [], "lost": ["journal_line_gone"]}
    # Two institutions, a line each; a second restore is refused, and is no second mark.
    assert (back["restored_lines"], back["restorations"]) == (2, 1)
    assert back["again"] == 2
    assert len(back["told"]) == 4
    assert back["untold"]
    assert back["next_backup"] == 0
