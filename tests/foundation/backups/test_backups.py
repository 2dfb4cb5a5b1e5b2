"""A backup holds every row, says what is damaged in it, and is forgotten."""

import os
import signal
from datetime import UTC, datetime
from itertools import count

import pytest
from django.apps import apps
from django.db import connection

from commonweal.foundation.backups import archives, keys, lists, queries, tables
from commonweal.foundation.backups.actions import taking
from commonweal.foundation.backups.stores import Folder
from commonweal.foundation.journal.models import Line
from commonweal.foundation.people.models import Person
from commonweal.rules.backups.keeping import KeepRule
from commonweal.rules.backups.rows import row_of
from commonweal.rules.verdict import Refused
from tests.builders import a_member, an_institution, day

ROWS = [(b"%d" % n, b'["row %d"]' % n) for n in range(2000)]


@pytest.fixture
def union(db):
    institution = an_institution()
    a_member(institution, "Ben")
    return institution


def opened(store, paper, name=None):
    return archives.Opened(store, newest(store, name), paper)


def newest(store, name=None):
    """Give the newest backup, whoever signed it."""
    names = [one for one in lists.names_in(store) if (name or "") in one]
    return lists.read(store, names[-1])


def rows_of(backup, label):
    [table] = [one for one in backup.tables if one.label == label]
    return [dict(zip(table.columns, row_of(line), strict=True))
            for line in backup.lines(table)]  # fmt: skip


def test_every_row_comes_back_with_the_paper_key(union, store, paper):
    taken = taking.take(store, paper.for_writing, at=day(3))

    backup = opened(store, paper)

    lines = rows_of(backup, "journal.line")
    assert sorted(row["hash"] for row in lines) == sorted(
        Line.objects.values_list("hash", flat=True)
    )
    assert {row["id"] for row in rows_of(backup, "people.person")} == set(
        Person.objects.values_list("id", flat=True)
    )
    assert taken.rows == sum(table.rows for table in backup.tables)
    assert backup.listed.taken_at == day(3)


def test_every_table_is_in_it_but_those_that_open_doors(union, store, paper):
    taking.take(store, paper.for_writing, at=day(3))

    there = {table.label for table in opened(store, paper).tables}

    ours = {model._meta.label_lower for model in apps.get_models()}
    assert {"people.person", "decisions.ballot", "institutions.member"} <= there
    assert there >= ours - tables.left_out()
    assert not there & tables.left_out()


def test_a_table_nobody_knows_is_named_and_not_lost_in_silence(union, store, paper):
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE left_over (id integer)")

    with pytest.raises(Refused) as refusal:
        taking.take(store, paper.for_writing, at=day(3))

    assert refusal.value.verdict.facts["table"] == "left_over"
    assert lists.names_in(store) == []


def test_what_did_not_change_is_not_written_again(union, store, paper):
    own = paper.for_writing
    taking.take(store, own, at=day(3))

    again = taking.take(store, own, at=day(4))
    a_member(union, "Chidi", at=day(5))
    changed = taking.take(store, own, at=day(6))

    assert again.new == 0
    assert 0 < changed.new < changed.pieces
    assert len(rows_of(opened(store, paper), "institutions.member")) == 3


def test_a_name_is_not_readable_in_what_is_stored(union, tmp_path, paper):
    taking.take(Folder(tmp_path), paper.for_writing, at=day(3))

    stored = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())

    for word in (b"Asha", union.address.encode(), b"member", b"found"):
        assert word not in stored


def test_another_paper_key_opens_nothing(union, store, paper):
    taking.take(store, paper.for_writing, at=day(3))

    with pytest.raises(Refused) as refusal:
        opened(store, keys.new_paper_key())

    assert refusal.value.verdict.id == "paper_key_wrong"


# ---- damage


@pytest.fixture
def kept(tmp_path, paper):
    """Give a folder with two backups of two thousand rows."""
    store = Folder(tmp_path / "backups")
    own = paper.for_writing
    for moment, rows in ((day(1), ROWS), (day(2), [*ROWS, (b"new", b'["new"]')])):
        writing = archives.begin(store, own, at=day(1))
        writing.table("people.person", ["name"], rows)
        writing.finish(moment, {})
    return store


def newest_piece(store):
    first, last = (lists.read(store, name) for name in lists.names_in(store))
    [only] = set(last.pieces) - set(first.pieces)
    return store.folder / "pieces" / only.object[:2] / only.object


def test_whole_backups_verify_from_their_files_alone(kept, paper):
    assert list(queries.damage_in(kept, None)) == []
    assert list(queries.damage_in(kept, paper)) == []


@pytest.mark.parametrize(
    ("harm", "reason"),
    [
        (lambda path: path.unlink(), "piece_gone"),
        (lambda path: path.write_bytes(path.read_bytes()[:-1]), "piece_changed"),
        (lambda path: path.write_bytes(b""), "piece_changed"),
    ],
    ids=["gone", "short", "empty"],
)
def test_a_damaged_piece_is_named_and_only_its_backups_suffer(
    kept, paper, harm, reason
):
    path = newest_piece(kept)
    harm(path)

    found = list(queries.damage_in(kept, None))

    assert [one.id for one in found] == [reason]
    assert found[0].facts["backup"] == lists.names_in(kept)[-1]
    assert str(found[0].facts["piece"]).endswith(path.name)
    assert list(opened(kept, paper, f"{day(1):%Y%m%d}").damage()) == []


def test_the_next_backup_writes_anew_what_is_gone(kept, paper):
    newest_piece(kept).unlink()

    writing = archives.begin(kept, paper.for_writing, at=day(1))
    writing.table("people.person", ["name"], [*ROWS, (b"new", b'["new"]')])
    writing.finish(day(3), {})

    assert writing.new == 1
    assert list(opened(kept, paper).damage()) == []


@pytest.mark.parametrize(
    "harm",
    [
        lambda text: text[:-1],
        lambda text: text.replace(b'"pieces":[[', b'"pieces":[['[:-1]),
        lambda text: text.replace(b"2026-01-07", b"2026-01-09"),
        lambda text: b"[]",
        lambda text: b"{}",
        lambda text: b"[" * 5000,
    ],
)
def test_a_changed_list_is_named_and_the_other_backup_stands(kept, paper, harm):
    path = kept.folder / lists.names_in(kept)[-1]
    path.write_bytes(harm(path.read_bytes()))

    found = [one.id for one in queries.damage_in(kept, None)]

    assert found == ["backup_list_damaged"]
    found = lists.found_in(kept, paper.for_writing.known_by, at=day(9))
    assert [one.taken_at for one in found.ours] == [day(1)]
    assert found.unreadable == (lists.names_in(kept)[-1],)


def test_an_old_list_under_a_new_name_is_found(kept):
    old = kept.folder / lists.names_in(kept)[0]
    (kept.folder / lists.name_at(day(9))).write_bytes(old.read_bytes())

    found = [one.id for one in queries.damage_in(kept, None)]

    assert found == ["backup_list_damaged"]


def test_a_backup_that_somebody_else_wrote_is_found(kept, paper):
    stranger = keys.new_paper_key().for_writing
    writing = archives.begin(kept, stranger, at=day(1))
    writing.table("people.person", ["name"], ROWS)
    writing.finish(day(9), {})

    found = [one.id for one in queries.damage_in(kept, paper)]

    assert found == ["backup_of_another"]


# ---- forgetting


def test_pruning_leaves_whole_backups_and_no_spare_piece(kept, paper):
    gone = pruned(kept, paper)

    assert (gone.backups, gone.pieces) == (1, 1)
    assert list(queries.damage_in(kept, paper)) == []
    assert len(kept.sizes("pieces/")) == len(newest(kept).pieces)


def pruned(store, paper):
    rule = KeepRule(days=1, weeks=0, months=0)
    return taking.prune(store, rule, paper.for_writing, at=day(10))


# ---- killed on the way


def test_killed_at_any_point_the_backup_before_is_whole(kept, paper, monkeypatch):
    deaths = 0
    for step in count(1):
        if not died_at(step, lambda: write_more(kept, paper)):
            break
        deaths += 1
        found = lists.found_in(kept, paper.for_writing.known_by, at=day(9))
        assert [one.taken_at for one in found.ours][:2] == [day(1), day(2)]
        assert list(queries.damage_in(kept, paper)) == []

    assert deaths > 5
    assert len(lists.names_in(kept)) == 3
    assert list(opened(kept, paper).damage()) == []


def test_killed_while_forgetting_what_stays_is_whole(kept, paper):
    write_more(kept, paper)
    for step in count(1):
        if not died_at(step, lambda: pruned(kept, paper)):
            break
        assert list(opened(kept, paper).damage()) == []

    assert step > 3
    assert len(lists.names_in(kept)) == 1
    assert list(queries.damage_in(kept, paper)) == []


def write_more(store, paper):
    writing = archives.begin(store, paper.for_writing, at=day(1))
    more = [(b"more %d" % n, b'["more %d"]' % n) for n in range(300)]
    writing.table("people.person", ["name"], [*ROWS, *more])
    writing.finish(datetime(2026, 1, 9, tzinfo=UTC), {})


def died_at(step, deed):
    """Do it in a process killed at its n-th step to the disk; say whether it died."""
    child = os.fork()
    if child == 0:
        steps = count(1)

        def counted(name, real=os.fsync):
            if next(steps) == step:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(name)

        unlink = os.unlink
        os.fsync = counted
        os.unlink = lambda name, **at: counted(name, lambda one: unlink(one, **at))
        deed()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)
