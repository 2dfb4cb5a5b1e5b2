"""A real database of its own for each test, that other processes can open too."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from tests import machine, made_once
from tests.throwaway_postgresql import DURABLE, throwaway_postgresql

PATIENCE_S = 120
FILLED = "filled_tables"

# Long stories in which both engines are asked only to keep all or nothing: that
# one is killed while casting, and that many write at once, is tried on both always.
ON_BOTH_IN_TIME = pytest.mark.parametrize(
    "engine",
    ["sqlite", pytest.param("postgresql", marks=pytest.mark.long)],
    indirect=True,
)

type Play = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def _durable_postgresql() -> Iterator[str]:
    programs = machine.postgresql()
    if programs is None:
        pytest.skip("PostgreSQL is not installed")
    with throwaway_postgresql(programs, DURABLE) as url:
        yield url


@pytest.fixture
def another(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[..., str]:
    """Make one more empty database on the engine asked for, and give its URL."""

    def made(engine: str, how: str = "") -> str:
        name = f"fault_{uuid4().hex}"
        if engine == "sqlite":
            return f"sqlite:///{tmp_path / name}.sqlite3"
        server: str = request.getfixturevalue("_durable_postgresql")
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" {how}')
        return server.replace("/postgres?", f"/{name}?")

    return made


@pytest.fixture(scope="session")
def _filled_postgresql(
    _durable_postgresql: str, tmp_path_factory: pytest.TempPathFactory
) -> str:
    """Make the tables once in a database, which each story gets a copy of."""
    with psycopg.connect(_durable_postgresql, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {FILLED}")
    url = _durable_postgresql.replace("/postgres?", f"/{FILLED}?")
    _make_tables(url, tmp_path_factory.mktemp("tables"))
    return _durable_postgresql


@pytest.fixture
def with_tables(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], str]:
    """Make one more database, with empty tables, on the engine asked for."""

    def made(engine: str) -> str:
        name = f"fault_{uuid4().hex}"
        if engine == "sqlite":
            file = tmp_path / f"{name}.sqlite3"
            shutil.copy(made_once.tables(), file)
            return f"sqlite:///{file}"
        server: str = request.getfixturevalue("_filled_postgresql")
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE {FILLED}')
        return server.replace("/postgres?", f"/{name}?")

    return made


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, with_tables: Callable[[str], str]) -> str:
    """Give the URL of a database with empty tables, on either engine in turn."""
    return with_tables(request.param)


def _make_tables(url: str, folder: Path) -> None:
    subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "django", "migrate", "--verbosity=0"],
        cwd=machine.ROOT,
        env=_environment(url, folder),
        check=True,
    )


def _environment(url: str, folder: Path) -> dict[str, str]:
    return os.environ | {
        "COMMONWEAL_DATABASE_URL": url,
        "COMMONWEAL_DATA": str(folder / "data"),
        "DJANGO_SETTINGS_MODULE": "commonweal.project.settings",
        "PYTHONPATH": str(machine.ROOT / "src"),
    }


@pytest.fixture
def play(engine: str, tmp_path: Path) -> Play:
    """Play one of the stories in a process of its own and give what it reports."""

    def played(story: str, *, of: str = "stories") -> dict[str, Any]:
        done = subprocess.run(
            [sys.executable, "-m", f"tests.faults.{of}", story],
            cwd=machine.ROOT,
            env=_environment(engine, tmp_path),
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        report: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return report

    return played
