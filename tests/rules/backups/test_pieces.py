"""Pieces hold every row once, in order, and a change touches few of them."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.backups.pieces import MOST_BYTES, Sum, pieces

LINES = st.lists(st.binary(max_size=20), max_size=400)


def keyed(lines):
    return [(b"%d" % number, line) for number, line in enumerate(lines)]


@given(LINES)
def test_no_row_is_lost_doubled_or_moved(lines):
    cut = list(pieces(keyed(lines)))

    assert [line for piece in cut for line in piece] == lines
    assert all(cut)


@given(st.integers(0, 1999), st.binary(min_size=1, max_size=20))
def test_one_changed_row_changes_one_piece(place, new):
    before = [(UUID(int=n * 7919).bytes, b"row %d" % n) for n in range(2000)]
    after = [*before]
    after[place] = (before[place][0], b"row " + new)

    there = set(pieces(before))
    changed = [piece for piece in pieces(after) if piece not in there]

    assert len(changed) <= 1


@given(st.integers(0, 2000))
def test_one_more_row_changes_two_pieces_at_most(place):
    before = [(UUID(int=n * 7919).bytes, b"row %d" % n) for n in range(2000)]
    after = [*before[:place], (b"the new one", b"new"), *before[place:]]

    there = set(pieces(before))
    changed = [piece for piece in pieces(after) if piece not in there]

    assert 1 <= len(changed) <= 2


def test_a_piece_of_long_rows_ends_early():
    long = b"x" * (MOST_BYTES // 2)

    cut = list(pieces([(b"a", long), (b"b", long), (b"c", long)]))

    assert max(sum(map(len, piece)) for piece in cut) <= MOST_BYTES


@given(st.permutations([b"a", b"b", b"c", b"c"]))
def test_a_sum_does_not_depend_on_the_order(lines):
    total, sorted_ = Sum(), Sum()
    for line in lines:
        total.add(line)
    for line in sorted(lines):
        sorted_.add(line)

    assert (total.rows, total.text) == (sorted_.rows, sorted_.text)


@given(LINES, LINES)
def test_other_rows_have_another_sum(some, others):
    one, two = Sum(), Sum()
    for line in some:
        one.add(line)
    for line in others:
        two.add(line)

    assert (one.text == two.text) == (sorted(some) == sorted(others))
