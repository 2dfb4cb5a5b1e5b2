"""Keys: outside the database, for this server alone, told when wrong, destroyed."""

import sqlite3
import stat
from pathlib import Path

import pytest
from django.db import transaction

from commonweal.foundation.keys import actions, duties, queries, store
from commonweal.foundation.keys.models import DoomedKey, StandingKey
from commonweal.foundation.keys.standing import forget_standing_keys, standing_key
from commonweal.rules.verdict import Refused
from tests.builders import day

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def keys(settings, tmp_path) -> Path:
    """Give this test a place of its own for keys."""
    settings.KEYS = tmp_path / "keys"
    settings.KEYS_OF_VOTES = tmp_path / "keys-of-votes"
    forget_standing_keys()
    yield settings.KEYS
    forget_standing_keys()


def a_sealed() -> bytes:
    return actions.seal("Asha", key="things/1", about="a name")


def in_use():
    """Say what is in use, in these tests."""
    return [queries.InUse("things/1")]


def the_file(keys: Path) -> Path:
    return keys / "things" / "1.key"


def test_what_is_sealed_opens_with_its_key_and_nothing_else():
    value = a_sealed()

    assert queries.opened(value, about="a name") == "Asha"
    with pytest.raises(Refused, match="key_wrong"):
        queries.opened(value, about="another name")


def test_a_key_is_readable_by_this_server_alone(keys):
    a_sealed()

    assert stat.S_IMODE(the_file(keys).stat().st_mode) == 0o600
    folders = {keys, *(one for one in keys.rglob("*") if one.is_dir())}
    assert the_file(keys).parent in folders
    assert {stat.S_IMODE(one.stat().st_mode) for one in folders} == {0o700}


def test_no_key_is_in_the_database(keys):
    a_sealed()
    queries.looked_up("mail", "asha@example.org")

    kept = [path.read_text() for path in keys.rglob("*.key")]
    rows = str(list(StandingKey.objects.values()) + list(DoomedKey.objects.values()))

    assert len(kept) == 2
    assert not any(key in rows for key in kept)


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660])
def test_a_key_that_others_can_read_is_not_used(keys, settings, mode):
    settings.KEYS_IN_USE = [f"{__name__}.in_use"]
    value = a_sealed()
    the_file(keys).chmod(mode)

    with pytest.raises(Refused, match="key_open_to_others"):
        queries.opened(value, about="a name")
    [found] = queries.troubles()
    assert found.id == "keys_amiss"
    assert (found.facts["problem"].id, found.facts["count"]) == (
        "key_open_to_others", 1,
    )  # fmt: skip


def test_a_missing_key_is_named():
    value = a_sealed()
    store.destroy("things/1")

    with pytest.raises(Refused, match="key_missing") as refusal:
        queries.opened(value, about="a name")
    assert refusal.value.verdict.facts == {"name": "things/1"}


@pytest.mark.parametrize("written", ["", "00" * 31, "no key", "é" * 32, "11" * 32])
def test_another_key_in_its_place_is_found(keys, written):
    value = a_sealed()
    the_file(keys).write_text(written)

    with pytest.raises(Refused, match="key_wrong"):
        queries.opened(value, about="a name")


# ---- keys that stay


def test_equal_texts_are_found_and_an_empty_one_is_nobodys():
    found = queries.looked_up("mail", "asha@example.org")

    assert found == queries.looked_up("mail", "asha@example.org")
    assert found != queries.looked_up("phone", "asha@example.org")
    assert queries.looked_up("mail", "") == ""


def test_a_key_that_stays_is_never_made_anew_in_silence(keys):
    standing_key("mail")
    (keys / "standing" / "mail.key").unlink()

    with pytest.raises(Refused, match="key_missing"):
        standing_key("mail")
    assert [one.id for one in queries.troubles()] == ["key_missing"]


def test_a_wrong_key_that_stays_finds_nobody_and_says_so(keys):
    standing_key("mail")
    (keys / "standing" / "mail.key").write_text("11" * 32)

    with pytest.raises(Refused, match="key_wrong"):
        standing_key("mail")
    assert [one.id for one in queries.troubles()] == ["key_wrong"]


def test_a_key_whose_mark_was_undone_is_taken_up_again():
    with transaction.atomic():
        made = standing_key("mail")
        transaction.set_rollback(True)

    assert standing_key("mail") == made
    assert standing_key("mail") == made
    assert queries.troubles() == ()


# ---- the end of a key


def test_destroying_a_key_waits_for_the_deed(django_capture_on_commit_callbacks):
    value = a_sealed()

    with django_capture_on_commit_callbacks(execute=True):
        actions.destroy(["things/1", ""])
        assert queries.opened(value, about="a name") == "Asha"

    assert not store.is_kept("things/1")
    assert not DoomedKey.objects.exists()


def test_a_key_that_outlived_its_end_is_found_by_the_duty():
    a_sealed()
    # The machine stopped before the file was gone, and once after.
    DoomedKey.objects.create(name="things/1")
    DoomedKey.objects.create(name="things/2")

    assert duties.destroy_doomed_keys(day(1))
    assert not duties.destroy_doomed_keys(day(1))

    assert store.names("things") == []


def test_a_destroyed_key_is_written_over(keys):
    a_sealed()
    second_name = keys / "witness"
    second_name.hardlink_to(the_file(keys))

    store.destroy("things/1")

    assert set(second_name.read_bytes()) == {0}


def test_a_copy_of_the_database_is_unreadable_once_the_key_is_gone(tmp_path):
    """A backup made before holds the sealed value, and nothing opens it any more."""
    value = a_sealed()
    copy = tmp_path / "backup.sqlite3"
    with sqlite3.connect(copy) as backup:
        backup.execute("CREATE TABLE kept (value BLOB)")
        backup.execute("INSERT INTO kept VALUES (?)", [value])

    store.destroy("things/1")

    with sqlite3.connect(copy) as backup:
        [(kept,)] = backup.execute("SELECT value FROM kept").fetchall()
    assert b"Asha" not in copy.read_bytes()
    with pytest.raises(Refused, match="key_missing"):
        queries.opened(kept, about="a name")


# ---- keys that end with a vote


@pytest.mark.parametrize("name", ["ballots/1", "paper/1/2", "rooms/1"])
def test_a_key_that_ends_with_a_vote_lies_where_nobody_copies(settings, name):
    store.made(name)

    assert not list(Path(settings.KEYS).rglob("*.key"))
    assert (Path(settings.KEYS_OF_VOTES) / f"{name}.key").exists()
    assert store.names("") == [name]
    store.destroy(name)
    assert not store.is_kept(name)


def test_the_key_of_a_vote_that_began_before_stays_until_it_ends(settings):
    former = Path(settings.KEYS) / "ballots" / "1.key"
    store.made("ballots/1").hex()
    former.parent.mkdir(parents=True)
    (Path(settings.KEYS_OF_VOTES) / "ballots" / "1.key").rename(former)

    assert store.names("ballots") == ["ballots/1"]
    assert store.made("ballots/1") == bytes.fromhex(former.read_text())
    store.destroy("ballots/1")
    assert store.names("") == []
