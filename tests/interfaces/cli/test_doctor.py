"""The doctor finds each thing that can be wrong, and says what to do about it."""

import json
import os
import shutil
from collections import namedtuple
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError, connection
from tests.builders import an_institution, day

from commonweal.foundation.backups import engines, keys, tables
from commonweal.foundation.journal.models import Line
from commonweal.foundation.keys import store
from commonweal.foundation.people import actions as people
from commonweal.interfaces.cli import doctor, doctor_machine
from commonweal.interfaces.cli.main import main

pytestmark = pytest.mark.django_db


@pytest.fixture
def well(settings, tmp_path, monkeypatch, capsys):
    """Give a node with which nothing is wrong, backed up and tried today."""
    settings.DATA = tmp_path / "data"
    settings.DATA.mkdir(mode=0o700)
    settings.KEYS = str(settings.DATA / "keys")
    settings.KEYS_OF_VOTES = str(settings.DATA / "keys-of-votes")
    settings.BACKUPS = str(tmp_path / "backups")
    settings.ADDRESS = "https://example.org"
    settings.MAILERS = {"default": {"BACKEND": "some.mail.Backend"}}
    main(["backup", "keys", "--out", str(tmp_path / "paper")])
    main(["backup"])
    main(["backup", "verify", "--paper-key", str(tmp_path / "paper")])
    monkeypatch.setattr(doctor_machine, "_folder_of_backups", lambda: None)
    capsys.readouterr()
    return settings


def found(capsys):
    status = main(["doctor", "--json"])
    told = json.loads(capsys.readouterr().out)
    assert all(one["says"] for one in told)
    assert status == (1 if told else 0)
    return {one["id"] for one in told}


def test_nothing_is_found_where_nothing_is_wrong(well, capsys):
    an_institution(at=day(0))

    assert found(capsys) == set()
    assert main(["doctor"]) == 0
    assert capsys.readouterr().out == "Nothing is wrong.\n"


Room = namedtuple("Room", "total used free")


def grow_old(path):
    long_ago = (datetime.now(UTC) - timedelta(days=400)).timestamp()
    os.utime(path, (long_ago, long_ago))


def take_away(name):
    return lambda settings, patch: (settings.DATA / name).unlink()


def no_more_backups(settings, patch):
    shutil.rmtree(settings.BACKUPS)


def an_old_upgrade(settings, patch):
    folder = settings.DATA / "before-upgrade"
    folder.mkdir(mode=0o700)
    grow_old(folder)


def backups_beside(settings, patch):
    folder = Path(settings.BACKUPS)
    patch.setattr(doctor_machine, "_folder_of_backups", lambda: folder)


def full_disk(settings, patch):
    patch.setattr(shutil, "disk_usage", lambda _: Room(10**10, 10**10, 10**6))


def set_to(**values):
    return lambda settings, patch: [
        setattr(settings, name, value) for name, value in values.items()
    ]


def opened(name, mode):
    return lambda settings, patch: (settings.DATA / name).chmod(mode)


def clock_back(settings, patch):
    union = an_institution(at=day(0))
    ahead = datetime.now(UTC) + timedelta(hours=1)
    Line.objects.filter(institution=union).update(at=ahead)


def a_changed_line(settings, patch):
    Line.objects.filter(institution=an_institution(), number=1).update(deed="left")


def a_stuck_letter(settings, patch):
    people.write_letter(
        address="ben@example.org", subject="Tonight", body="At seven.", at=day(0)
    )


def keys_taken_away(settings, patch):
    an_institution(at=day(0))
    for name in store.names("people"):
        store.destroy(name)


WRONGS = {
    "keys_missing_people": keys_taken_away,
    "doctor_debug": set_to(DEBUG=True),
    "doctor_address_in_clear": set_to(ADDRESS="http://example.org"),
    "doctor_secret_key_short": set_to(SECRET_KEY="short"),
    "doctor_no_mail": set_to(MAILERS={"default": {"BACKEND": doctor_machine.NOWHERE}}),
    "doctor_file_open": opened(".", 0o755),
    "backup_keys_open": opened(keys.KEY_FILE, 0o644),
    "backup_keys_missing": take_away(keys.KEY_FILE),
    "doctor_disk_full": full_disk,
    "backup_place_unknown": set_to(BACKUPS=None),
    "doctor_no_backup": no_more_backups,
    "doctor_backup_untried": take_away("backups-tried"),
    "doctor_backup_beside": backups_beside,
    "doctor_before_upgrade": an_old_upgrade,
    "doctor_clock_behind": clock_back,
    "doctor_journal": a_changed_line,
    "doctor_letters_stuck": a_stuck_letter,
    "database_moved_away": lambda settings, patch: tables.mark(tables.MOVED_AWAY),
    "doctor_tables_behind": lambda settings, patch: patch.setattr(
        tables, "steps_to_take", lambda: [("people", "0099")]
    ),
    "database_not_unicode": lambda settings, patch: patch.setattr(
        engines, "letters_kept_as", lambda _: "SQL_ASCII"
    ),
    "doctor_database_damaged": lambda settings, patch: patch.setattr(
        engines, "is_sound", lambda: False
    ),
}


@pytest.mark.parametrize("name", WRONGS)
def test_each_wrong_is_found(name, well, monkeypatch, capsys):
    WRONGS[name](well, monkeypatch)

    assert name in found(capsys)


def test_a_backup_of_last_week_is_too_old(well, monkeypatch, capsys):
    later = datetime.now(UTC) + timedelta(days=7)
    monkeypatch.setattr(doctor, "machine_now", lambda: later)

    assert found(capsys) == {"doctor_backup_old"}


def test_a_database_that_is_away_is_said_and_is_status_two(well, monkeypatch, capsys):
    def away(*_: object) -> None:
        raise DatabaseError("password=secret")

    monkeypatch.setattr(engines, "is_sound", away)

    assert main(["doctor"]) == 2
    said = capsys.readouterr().out
    assert "does not answer" in said
    assert "secret" not in said


def test_a_sound_database_says_so(db):
    assert engines.is_sound()
    assert connection.vendor in {"sqlite", "postgresql"}
