"""Two who come in the same moment."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection

from tests import made_once

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def own_database(db, tmp_path):
    """Give the URL of a database of their own of the engine these tests run on."""
    if connection.vendor == "sqlite":
        file = tmp_path / "race.sqlite3"
        shutil.copy(made_once.tables(), file)
        yield f"sqlite:///{file}"
        return
    name = f"race_{uuid4().hex}"
    url = os.environ["COMMONWEAL_DATABASE_URL"]
    base, _, query = url.partition("?")
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    yield f"{base.rpartition('/')[0]}/{name}?{query}"
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


def raced(program: str, own_database: str) -> subprocess.CompletedProcess[str]:
    """Run a race as a program on a database of its own."""
    environment = os.environ | {
        "COMMONWEAL_DATABASE_URL": own_database,
        "COMMONWEAL_SECRET_KEY": settings.SECRET_KEY,
        "DJANGO_SETTINGS_MODULE": "commonweal.project.settings",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
    }
    return subprocess.run(
        [sys.executable, "-m", program],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize("subject", ["institutions", "people", "notices"])
def test_of_those_who_come_in_the_same_moment_each_gets_what_is_theirs(
    own_database, subject
):
    done = raced(f"tests.foundation.{subject}.racing", own_database)

    assert done.stdout == "fair\n", done.stderr
