"""A database is left only when nobody else has it open, and filled only when empty."""

import subprocess
import sys
from types import SimpleNamespace

import pytest
from django.db import connection

from commonweal.foundation.backups import tables
from commonweal.rules.verdict import Refused
from tests.builders import an_institution

HOLD_OPEN = "import sys; file = open(sys.argv[1]); print('open', flush=True); input()"


def test_a_process_that_has_the_file_open_is_seen(tmp_path, monkeypatch):
    path = tmp_path / "node.sqlite3"
    path.touch()
    file = SimpleNamespace(vendor="sqlite", settings_dict={"NAME": path})
    monkeypatch.setattr(tables, "connections", {"default": file})
    with path.open() as _ours:
        before = tables.others_at_it()
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD_OPEN, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "open\n"

    meanwhile = tables.others_at_it()
    other.communicate("go\n")

    assert (before, meanwhile, tables.others_at_it()) == (False, True, False)


def test_an_empty_database_is_empty_and_one_in_use_is_not(db):
    assert not tables.has_rows()
    tables.require_empty()

    an_institution()

    assert tables.has_rows()
    with pytest.raises(Refused) as refusal:
        tables.require_empty()
    assert refusal.value.verdict.id == "place_not_empty"


def test_a_half_restored_database_is_no_empty_place(db):
    tables.mark(tables.BEING_RESTORED)

    with pytest.raises(Refused) as refusal:
        tables.require_empty()

    assert refusal.value.verdict.id == "restore_unfinished"


def test_a_step_of_a_newer_program_is_named(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) "
            "VALUES ('people', '0999_from_the_future', '2030-01-01 00:00:00+00:00')"
        )

    with pytest.raises(Refused) as refusal:
        tables.Tables()

    assert refusal.value.verdict.id == "database_newer"
    assert refusal.value.verdict.facts["step"] == "people.0999_from_the_future"
