"""Tables are made once for all tests, and never taken from what was made before."""

import shutil
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tests import made_once

NEEDED = ("requirements-dev.lock", "tests/made_once.py")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Give a small tree like ours, with one migration and one page."""
    for name in NEEDED:
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        shutil.copy(made_once.ROOT / name, file)
    for part in ("foundation/people/migrations", "interfaces/web"):
        folder = tmp_path / "src" / "commonweal" / part
        folder.mkdir(parents=True)
        (folder / "first.py").write_text("one = 1\n")
    return tmp_path


def digest(tree: Path) -> str:
    made_once.digest.cache_clear()
    return made_once.digest(tree)


@pytest.mark.parametrize(
    "name", ["src/commonweal/foundation/people/migrations/first.py", *NEEDED]
)
def test_whoever_changes_what_tables_follow_from_gets_other_tables(tree, name):
    before = digest(tree)

    (tree / name).write_text("one = 2\n")

    assert digest(tree) != before


def test_a_new_migration_makes_other_tables_and_a_page_does_not(tree):
    package = tree / "src" / "commonweal"
    before = digest(tree)

    (package / "interfaces" / "web" / "first.py").write_text("one = 2\n")
    after_a_page = digest(tree)
    (package / "foundation" / "people" / "migrations" / "second.py").touch()

    assert after_a_page == before
    assert digest(tree) != before


@pytest.mark.django_db
def test_every_table_is_there_and_has_no_row():
    ours = [one for one in apps.get_models() if one.__module__.startswith("commonweal")]

    assert {one._meta.db_table for one in apps.get_models()} <= set(
        connection.introspection.table_names()
    )
    assert not [one for one in ours if one._default_manager.exists()]


@pytest.mark.django_db
def test_every_migration_was_made_and_none_is_missing():
    executor = MigrationExecutor(connection)

    assert not executor.migration_plan(executor.loader.graph.leaf_nodes())
    # Exits where the models say what no migration does.
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
