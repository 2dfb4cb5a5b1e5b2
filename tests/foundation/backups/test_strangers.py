"""Whoever reaches the store has no say in what is put back, nor in what leaves it."""

import json
from base64 import b64encode

import pytest
from nacl.signing import SigningKey

from commonweal.foundation.backups import archives, keys, lists, queries
from commonweal.foundation.backups.actions import taking
from commonweal.foundation.backups.stores import Folder
from commonweal.rules.backups.keeping import KeepRule
from commonweal.rules.canonical import canonical
from commonweal.rules.verdict import Refused
from tests.builders import day

ROWS = [(b"%d" % n, b'["row %d"]' % n) for n in range(300)]
TONIGHT, THEN = KeepRule(days=1, weeks=0, months=0), day(4)


@pytest.fixture
def kept(tmp_path, paper):
    """Give a folder with backups of three nights."""
    store = Folder(tmp_path / "backups")
    for number in (1, 2, 3):
        write(
            store, paper.for_writing, day(number), (b"%d" % number, b'["%d"]' % number)
        )
    return store


def write(store, own, at, *more):
    writing = archives.begin(store, own, at=day(1))
    writing.table("people.person", ["name"], [*ROWS, *more])
    return writing.finish(at, {})


def sign(store, told, key, at):
    """Put a list there as somebody would who has a key of their own."""
    told = {
        **told,
        "format": lists.FORMAT,
        "taken_at": at.isoformat(),
        "known_by": bytes(key.verify_key).hex(),
    }
    signature = key.sign(canonical(told)).signature.hex()
    store.put(lists.name_at(at), canonical({**told, "signature": signature}))


def pruned(store, paper, at=THEN, rule=TONIGHT, **more):
    return taking.prune(store, rule, paper.for_writing, at=at, **more)


def moments(store, paper):
    found = lists.found_in(store, paper.for_writing.known_by, at=day(400))
    return [one.taken_at for one in found.ours]


# ---- what is put back


def redated(store, at, key):
    """Sign the oldest list anew, as of another day."""
    told = json.loads(store.get(lists.names_in(store)[0]))
    del told["signature"]
    sign(store, told, key, at)


def test_an_old_backup_is_not_passed_off_as_one_of_today(kept, paper):
    redated(kept, day(9), SigningKey.generate())
    known_by = paper.for_writing.known_by

    listed, passed = queries.backup_of(kept, None, known_by=known_by)

    assert listed.taken_at == day(3)
    assert [one.id for one in passed] == ["backup_of_another"]
    with pytest.raises(Refused, match="backup_of_another"):
        archives.Opened(kept, lists.read(kept, lists.name_at(day(9))), paper)


def test_not_even_with_what_the_server_signs_with(kept, paper):
    redated(kept, day(9), SigningKey(paper.for_writing.signing))

    with pytest.raises(Refused, match="backup_redated") as refusal:
        archives.Opened(kept, lists.read(kept, lists.name_at(day(9))), paper)

    assert refusal.value.verdict.facts["taken"] == day(1)
    found = [one.id for one in queries.damage_in(kept, paper)]
    assert found == ["backup_redated"]


def test_a_backup_of_before_moments_were_sealed_stands_by_its_signature(kept, paper):
    own = paper.for_writing
    told = json.loads(kept.get(lists.names_in(kept)[0]))
    del told["signature"]
    opened = archives.Opened(kept, lists.read(kept, lists.names_in(kept)[0]), paper)
    inner = {name: one for name, one in opened.facts.items() if name != "taken_at"}
    sealed = own.sealed(archives.zlib.compress(canonical(inner)))
    told["sealed"] = b64encode(sealed).decode()
    sign(kept, told, SigningKey(own.signing), day(1))

    again = archives.Opened(kept, lists.read(kept, lists.name_at(day(1))), paper)

    assert list(again.damage()) == []


def test_a_list_cut_short_is_passed_over_and_named(kept, paper):
    name = lists.names_in(kept)[-1]
    kept.put(name, kept.get(name)[:100])
    known_by = paper.for_writing.known_by

    listed, passed = queries.backup_of(kept, None, known_by=known_by)

    assert listed.taken_at == day(2)
    assert [(one.id, one.facts["backup"]) for one in passed] == [
        ("backup_list_damaged", name)
    ]


@pytest.mark.parametrize(
    "moment", ["9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "soon", 7]
)
def test_a_list_of_no_day_is_no_list(kept, moment):
    told = {"taken_at": moment, "pieces": [], "sealed": "", "known_by": ""}
    kept.put("backups/2.json", json.dumps({**told, "signature": ""}).encode())

    with pytest.raises(Refused, match="backup_list_damaged"):
        lists.read(kept, "backups/2.json")


# ---- what is forgotten


def test_lists_of_the_future_push_none_of_ours_out(kept, paper):
    stranger = SigningKey.generate()
    for month in range(1, 13):
        sign(kept, {"pieces": [], "sealed": ""}, stranger, day(400 + 30 * month))

    gone = pruned(kept, paper)

    assert moments(kept, paper) == [day(3)]
    assert gone.backups == 2
    assert [one.id for one in gone.doubts] == ["backups_of_others"]
    assert gone.doubts[0].facts["count"] == 12
    assert len(lists.names_in(kept)) == 13


def test_two_nodes_at_one_place_leave_each_other_alone(kept, paper):
    neighbour = keys.new_paper_key()
    write(kept, neighbour.for_writing, day(5))
    write(kept, neighbour.for_writing, day(6), (b"x", b'["x"]'))

    pruned(kept, paper, at=day(7))
    pruned(kept, neighbour, at=day(7))

    assert moments(kept, paper) == [day(3)]
    assert moments(kept, neighbour) == [day(6)]
    for one, whose in ((day(3), paper), (day(6), neighbour)):
        listed = lists.read(kept, lists.name_at(one))
        assert list(archives.damage(kept, listed)) == []
        assert list(archives.Opened(kept, listed, whose).damage()) == []


def test_what_was_just_written_is_never_forgotten_by_the_same_command(kept, paper):
    none = KeepRule(days=0, weeks=0, months=0)
    spared = lists.name_at(day(1))

    pruned(kept, paper, rule=none, sparing=spared)

    assert moments(kept, paper) == [day(1), day(3)]


def test_ours_of_a_moment_to_come_is_kept_and_counts_for_nothing(kept, paper):
    write(kept, paper.for_writing, day(300))

    gone = pruned(kept, paper)

    assert moments(kept, paper) == [day(3), day(300)]
    assert [one.id for one in gone.doubts] == ["backups_ahead"]
    assert list(queries.damage_in(kept, paper)) == []


def test_a_list_that_cannot_be_read_stops_no_forgetting(kept, paper):
    kept.put("backups/20990101T000000.000000Z.json", b"{")
    first = lists.read(kept, lists.names_in(kept)[0])
    only_there = set(first.pieces) - set(lists.read(kept, lists.name_at(day(3))).pieces)

    gone = pruned(kept, paper)

    assert moments(kept, paper) == [day(3)]
    assert [one.id for one in gone.doubts] == ["backups_unreadable"]
    # What was erased since is gone with the backups that held it.
    assert only_there
    assert all(kept.get(piece.place) is None for piece in only_there)
    assert list(archives.Opened(kept, newest(kept, paper), paper).damage()) == []


def newest(store, paper):
    listed, _ = queries.backup_of(store, None, known_by=paper.for_writing.known_by)
    return listed


def test_pieces_that_nobody_names_stay_where_others_write_and_go_where_none_do(
    kept, paper
):
    kept.put("pieces/ab/left", b"by a backup that was interrupted, or is being written")
    kept.put("backups/20990101T000000.000000Z.json", b"{")
    pruned(kept, paper)
    stayed = kept.get("pieces/ab/left")
    kept.remove("backups/20990101T000000.000000Z.json")

    pruned(kept, paper)

    assert stayed is not None
    assert kept.get("pieces/ab/left") is None


def test_a_backup_whose_pieces_are_removed_meanwhile_is_none(kept, paper):
    writing = archives.begin(kept, paper.for_writing, at=day(1))
    writing.table("people.person", ["name"], [(b"y", b'["y"]')])
    [piece] = writing.used.values()
    kept.remove(piece.place)

    with pytest.raises(Refused, match="backup_disturbed"):
        writing.finish(day(5), {})

    assert moments(kept, paper) == [day(1), day(2), day(3)]
