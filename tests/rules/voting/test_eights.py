"""Marks read eight at a time say where the next one of a few options is."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.voting.eights import eights_of, move_by_eights

MARKS = st.lists(st.integers(0, 255), max_size=40)
PLACES = st.lists(st.integers(1, 255), max_size=5, unique=True)


@given(MARKS, PLACES, st.data())
def test_a_finger_rests_where_walking_mark_by_mark_would_rest(marks, sought, data):
    marks, places = [*marks, 0], [0, *sought]
    begins = data.draw(st.lists(st.integers(0, len(marks) - 1), max_size=12))
    fingers = np.array(begins, dtype=np.int64)

    move_by_eights(eights_of(np.array(marks, dtype=np.uint8)), fingers, places)

    walked = [
        next(at for at in range(begin, len(marks)) if marks[at] in places)
        for begin in begins
    ]
    assert fingers.tolist() == walked


def test_a_name_next_door_to_a_name_found_is_no_find():
    marks = np.array([1, 2, 3, 0], dtype=np.uint8)
    fingers = np.array([0])

    move_by_eights(eights_of(marks), fingers, [0, 3])

    assert fingers.tolist() == [2]
