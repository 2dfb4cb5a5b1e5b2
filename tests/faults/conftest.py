"""A real database of its own for each test, that other processes can open too."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from tests import machine
from tests.throwaway_postgresql import DURABLE, throwaway_postgresql

PATIENCE_S = 120

type Play = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def _durable_postgresql() -> Iterator[str]:
    programs = machine.postgresql()
    if programs is None:
        pytest.skip("PostgreSQL is not installed")
    with throwaway_postgresql(programs, DURABLE) as url:
        yield url


@pytest.fixture
def another(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], str]:
    """Make one more empty database on the engine asked for, and give its URL."""

    def made(engine: str) -> str:
        name = f"fault_{uuid4().hex}"
        if engine == "sqlite":
            return f"sqlite:///{tmp_path / name}.sqlite3"
        server: str = request.getfixturevalue("_durable_postgresql")
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        return server.replace("/postgres?", f"/{name}?")

    return made


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, another: Callable[[str], str]) -> str:
    """Give the URL of an empty database, on SQLite and on PostgreSQL in turn."""
    return another(request.param)


@pytest.fixture
def play(engine: str, tmp_path: Path) -> Play:
    """Play one of the stories in a process of its own and give what it reports."""

    def played(story: str, *, of: str = "stories") -> dict[str, Any]:
        done = subprocess.run(
            [sys.executable, "-m", f"tests.faults.{of}", story],
            cwd=machine.ROOT,
            env=os.environ
            | {
                "COMMONWEAL_DATABASE_URL": engine,
                "COMMONWEAL_DATA": str(tmp_path / "data"),
                "DJANGO_SETTINGS_MODULE": "commonweal.project.settings",
                "PYTHONPATH": str(machine.ROOT / "src"),
            },
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        report: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return report

    return played
