"""A bit that turns over on a disk is found, and spoils no backup from then on."""

import pytest

from commonweal.foundation.backups import archives, lists
from commonweal.foundation.backups.stores import Folder
from tests.builders import day

ROWS = [(b"%d" % n, b'["row %d"]' % n) for n in range(300)]


@pytest.fixture
def kept(tmp_path, paper):
    """Give a folder with the backups of two nights."""
    store = Folder(tmp_path / "backups")
    for number in (1, 2):
        written_at(store, paper, day(number))
    return store


def newest(store, paper):
    listed = lists.read(store, lists.names_in(store)[-1])
    return archives.Opened(store, listed, paper)


def newest_piece(store):
    [*_, last] = lists.read(store, lists.names_in(store)[-1]).pieces
    return store.folder / last.place


def flip_a_bit(path):
    """Turn one bit over, so that the file is as long as before."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def written_at(store, paper, at, **more):
    writing = archives.begin(store, paper.for_writing, at=at, **more)
    writing.table("people.person", ["name"], [*ROWS, (b"new", b'["new"]')])
    writing.finish(at, {})
    return writing


def test_within_a_month_a_bit_that_turned_over_spoils_no_more_backups(kept, paper):
    path = newest_piece(kept)
    flip_a_bit(path)

    nights = [written_at(kept, paper, day(number)) for number in range(3, 31)]

    assert [found for one in nights for found in one.damaged] == [path.name]
    assert sum(one.new for one in nights) == 1
    assert list(newest(kept, paper).damage()) == []


def test_what_was_found_damaged_is_not_leaned_on(kept, paper):
    path = newest_piece(kept)
    flip_a_bit(path)

    writing = written_at(kept, paper, day(3), distrusted={path.name})

    assert writing.new == 1
    assert list(newest(kept, paper).damage()) == []
