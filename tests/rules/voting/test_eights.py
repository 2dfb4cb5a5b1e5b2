"""Marks read eight at a time say where the next one of a few options is."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.voting.eights import eights_from, move_by_eights

MARKS = st.lists(st.integers(0, 255), max_size=40)
PLACES = st.lists(st.integers(1, 255), max_size=5, unique=True)


@given(MARKS, PLACES, st.data())
def test_a_finger_rests_where_walking_mark_by_mark_would_rest(marks, sought, data):
    marks, places = [*marks, 0], [0, *sought]
    begins = data.draw(st.lists(st.integers(0, len(marks) - 1), max_size=12))
    fingers = np.array(begins, dtype=np.int64)

    move_by_eights(np.array(marks, dtype=np.uint8), fingers, places)

    walked = [
        next(at for at in range(begin, len(marks)) if marks[at] in places)
        for begin in begins
    ]
    assert fingers.tolist() == walked


def test_a_name_next_door_to_a_name_found_is_no_find():
    marks = np.array([1, 2, 3, 0], dtype=np.uint8)
    fingers = np.array([0])

    move_by_eights(marks, fingers, [0, 3])

    assert fingers.tolist() == [2]


@given(st.lists(st.integers(0, 255), min_size=1, max_size=20), st.data())
def test_eight_marks_are_read_from_any_place_with_noughts_beyond_the_end(marks, data):
    begins = data.draw(st.lists(st.integers(0, len(marks) - 1), max_size=12))

    words = eights_from(np.array(marks, dtype=np.uint8), np.array(begins, dtype=int))

    for begin, word in zip(begins, words.tolist(), strict=True):
        there = [*marks[begin : begin + 8], *[0] * 8][:8]
        assert int.from_bytes(bytes(there), "little") == word


def test_marks_are_read_in_any_order_of_memory_and_are_not_changed():
    marks = np.arange(1, 60, dtype=np.uint8)
    everywhere = np.arange(len(marks))

    words = eights_from(marks, everywhere)
    backwards = eights_from(marks[::-1], everywhere)

    assert words[:40].tolist() == [
        int.from_bytes(bytes(range(n, n + 8)), "little") for n in range(1, 41)
    ]
    assert backwards[0] == int.from_bytes(bytes(range(59, 51, -1)), "little")
    assert marks.tolist() == list(range(1, 60))
