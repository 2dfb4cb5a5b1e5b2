"""A folder and a store that speaks S3 keep the same promises."""

import pytest

from commonweal.foundation.backups.stores import Bucket, Folder, store_at
from commonweal.rules.verdict import Refused


def test_what_was_put_is_there_until_it_is_removed(store):
    store.put("pieces/ab/abc", b"one")
    store.put("pieces/ab/abc", b"other")
    store.put("backups/today", b"")

    assert store.get("pieces/ab/abc") == b"other"
    assert store.get("backups/today") == b""
    assert store.sizes("pieces/") == {"pieces/ab/abc": 5}

    store.remove("pieces/ab/abc")
    store.remove("pieces/ab/abc")

    assert store.get("pieces/ab/abc") is None
    assert store.sizes("pieces/") == {}


def test_an_empty_place_has_nothing(store):
    assert store.sizes("backups/") == {}
    assert store.get("backups/today") is None


def test_a_folder_of_backups_is_this_users_alone(tmp_path):
    Folder(tmp_path / "deep" / "backups").put("pieces/ab/abc", b"one")

    made = list((tmp_path / "deep").rglob("*"))

    modes = {path.name: path.stat().st_mode & 0o777 for path in made}
    assert modes == {"backups": 0o700, "pieces": 0o700, "ab": 0o700, "abc": 0o600}
    assert (tmp_path / "deep").stat().st_mode & 0o777 == 0o700


def test_a_file_that_was_not_finished_is_no_file(tmp_path):
    store = Folder(tmp_path)
    store.put("pieces/ab/abc", b"one")
    (tmp_path / "pieces" / "ab" / ".abd.part").write_bytes(b"half")

    store.put("pieces/ab/abd", b"whole")
    (tmp_path / "pieces" / "ab" / ".abe.part").write_bytes(b"half")

    assert sorted(store.sizes("pieces/")) == ["pieces/ab/abc", "pieces/ab/abd"]


@pytest.mark.parametrize(
    "place", ["s3://nobody/has/this", "s3://b/"], ids=["deep", "shallow"]
)
def test_a_store_that_is_not_there_is_named(s3_on_this_machine, place):
    access = {"endpoint": s3_on_this_machine, "key_id": "a", "secret": "b"}
    store = store_at(place, access)

    with pytest.raises(Refused) as refusal:
        store.put("pieces/ab/abc", b"one")

    assert refusal.value.verdict.id == "store_away"


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(Refused) as refusal:
        Folder(tmp_path / "file").put("pieces/ab/abc", b"one")

    assert refusal.value.verdict.id == "store_away"


def test_nothing_is_sent_in_the_clear_to_another_machine():
    with pytest.raises(Refused) as refusal:
        Bucket("ours", "", {"endpoint": "http://store.example.org"})

    assert refusal.value.verdict.id == "store_in_the_clear"


def test_a_place_is_a_folder_or_a_bucket(tmp_path):
    assert isinstance(store_at(str(tmp_path), {}), Folder)
    assert isinstance(store_at("s3://ours/node", {}), Bucket)
