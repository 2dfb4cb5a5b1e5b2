"""A database is left only when nobody else has it open, and filled only when empty."""

import subprocess
import sys
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from commonweal.foundation.backups import engines, tables
from commonweal.rules.backups.rows import row_of
from commonweal.rules.verdict import Refused
from tests.builders import an_institution, day

HOLD_OPEN = "import sys; file = open(sys.argv[1]); print('open', flush=True); input()"


def test_a_process_that_has_the_file_open_is_seen(tmp_path, monkeypatch):
    path = tmp_path / "node.sqlite3"
    path.touch()
    file = SimpleNamespace(vendor="sqlite", settings_dict={"NAME": path})
    monkeypatch.setattr(engines, "connections", {"default": file})
    with path.open() as _ours:
        before = engines.others_at_it()
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD_OPEN, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "open\n"

    meanwhile = engines.others_at_it()
    other.communicate("go\n")

    assert (before, meanwhile, engines.others_at_it()) == (False, True, False)


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


# ---- as they are


def put_in_again(label):
    """Read a table, empty it, put it back; give what stood there before and after."""
    model = tables.Tables().model(label)
    names = [field.attname for field in tables.columns_of(model)]
    before = [line for _, line in tables.rows_in(model, "default")]
    model._base_manager.all().delete()
    tables.put_back(model, names, (row_of(line) for line in before), "default")
    return before, [line for _, line in tables.rows_in(model, "default")]


def test_no_field_puts_anything_in_by_itself_when_a_row_is_put_back(db):
    queued = apps.get_model("django_tasks_database", "DBTaskResult")
    for number in range(1200):
        queued.objects.create(args_kwargs={"args": [number], "kwargs": {}})
    queued.objects.update(enqueued_at=day(3))

    before, after = put_in_again("django_tasks_database.dbtaskresult")

    assert len(before) == 1200
    assert after == before


def test_there_are_fields_that_would(db):
    """What the test above holds is not held by there being nothing to hold."""
    fields = [
        field
        for model in tables.Tables().models()
        for field in model._meta.concrete_fields
        if getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False)
    ]

    assert fields
    instance = fields[0].model(**{fields[0].attname: day(3)})
    assert fields[0].pre_save(instance, add=True) > day(3)
    assert timezone.now() > day(3)


def test_a_database_that_has_not_all_letters_is_named(db, monkeypatch):
    monkeypatch.setattr(engines, "letters_kept_as", lambda _: "SQL_ASCII")

    with pytest.raises(Refused, match="database_not_unicode") as refusal:
        engines.require_unicode()

    assert refusal.value.verdict.facts["encoding"] == "SQL_ASCII"


def test_the_database_at_hand_has_all_letters(db):
    assert engines.letters_kept_as() == "UTF8"
    engines.require_unicode()
