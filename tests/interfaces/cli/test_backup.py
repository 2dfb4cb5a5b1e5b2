"""The nightly command forgets what is ours alone, and says what lies beside it."""

import json
from pathlib import Path

import pytest
from nacl.signing import SigningKey
from tests.builders import an_institution, day

from commonweal.foundation.backups import archives, lists
from commonweal.foundation.backups.stores import Folder
from commonweal.interfaces.cli.main import main
from commonweal.rules.canonical import canonical

pytestmark = pytest.mark.django_db


@pytest.fixture
def node(settings, tmp_path, capsys):
    """Give a node that was backed up once, and its folder of backups."""
    settings.DATA = tmp_path / "data"
    settings.DATA.mkdir(mode=0o700)
    settings.KEYS = str(settings.DATA / "keys")
    settings.BACKUPS = str(tmp_path / "backups")
    an_institution(at=day(0))
    main(["backup", "keys", "--out", str(tmp_path / "paper")])
    assert main(["backup", "--keep", "7d"]) == 0
    capsys.readouterr()
    return Folder(Path(settings.BACKUPS))


def put_there(store, year):
    """Put a list there as somebody would who can only add to the store."""
    key = SigningKey.generate()
    at = day(0).replace(year=year)
    told = {
        "format": lists.FORMAT,
        "taken_at": at.isoformat(),
        "pieces": [],
        "sealed": "",
        "known_by": bytes(key.verify_key).hex(),
    }
    signature = key.sign(canonical(told)).signature.hex()
    store.put(lists.name_at(at), canonical({**told, "signature": signature}))


def test_the_backup_of_this_night_outlives_lists_of_the_future(node, capsys):
    for year in range(2030, 2042):
        put_there(node, year)

    status = main(["backup", "--keep", "1d"])

    said = capsys.readouterr()
    assert status == 0
    assert "forgot 1 backups" in said.out
    assert "are not signed with this node’s keys" in said.err
    assert len(lists.names_in(node)) == 13
    main(["doctor", "--json"])
    found = {one["id"] for one in json.loads(capsys.readouterr().out)}
    assert "backups_of_others" in found
    assert "doctor_no_backup" not in found


def test_a_list_and_its_files_are_told_to_be_anothers_without_the_paper(node, capsys):
    put_there(node, 2030)

    assert main(["backup", "list"]) == 0
    assert "pieces" in capsys.readouterr().out
    assert main(["backup", "verify"]) == 1
    assert "not signed with the keys of this node" in capsys.readouterr().out


def test_pruning_alone_asks_for_the_keys_of_this_machine(node, settings, capsys):
    (settings.DATA / "backup-keys").unlink()

    assert main(["backup", "prune"]) == 2
    assert "backup keys" in capsys.readouterr().err
    assert len(lists.names_in(node)) == 1


def test_restoring_with_the_paper_of_another_node_finds_no_backup(
    node, settings, tmp_path, capsys
):
    (settings.DATA / "backup-keys").unlink()
    main(["backup", "keys", "--out", str(tmp_path / "other")])
    capsys.readouterr()

    assert main(["restore", "--paper-key", str(tmp_path / "other")]) == 2

    said = capsys.readouterr()
    assert "Passed over: backups/" in said.out
    assert "signed with the keys of this paper" in said.err


def flip_a_bit_in_the_largest(store):
    sizes = store.sizes("pieces/")
    path = store.folder / max(sizes, key=sizes.__getitem__)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    return path.name


def found_by_doctor(capsys):
    capsys.readouterr()
    main(["doctor", "--json"])
    return {one["id"] for one in json.loads(capsys.readouterr().out)}


def test_what_verify_found_damaged_the_next_backup_writes_anew(node, tmp_path, capsys):
    paper = str(tmp_path / "paper")
    flip_a_bit_in_the_largest(node)
    assert main(["backup", "verify"]) == 1
    assert "leans on it no more" in capsys.readouterr().out
    assert "doctor_backup_damaged" in found_by_doctor(capsys)

    assert main(["backup", "--keep", "1d"]) == 0

    assert main(["backup", "verify", "--paper-key", paper]) == 0
    assert "doctor_backup_damaged" not in found_by_doctor(capsys)


def test_what_the_night_finds_damaged_is_told_and_mended(node, monkeypatch, capsys):
    monkeypatch.setattr(archives, "is_read_on", lambda piece, at: True)
    flip_a_bit_in_the_largest(node)

    assert main(["backup"]) == 1

    assert "is whole" in capsys.readouterr().err
    assert "doctor_backup_damaged" in found_by_doctor(capsys)
    assert main(["backup"]) == 0
