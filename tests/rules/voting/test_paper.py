"""Paper ballots count if two people found the same and the numbers can be true."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.voting.paper import PaperCount, adds_up, agreed

YES, NO = {"answer": "yes"}, {"answer": "no"}
BOX = PaperCount(issued=5, returned=4, spoiled=1, said=((YES, 2), (NO, 1)))
NUMBERS = st.integers(0, 9)
COUNTS = st.builds(
    PaperCount,
    NUMBERS,
    NUMBERS,
    NUMBERS,
    st.tuples(st.tuples(st.just(YES), NUMBERS), st.tuples(st.just(NO), NUMBERS)),
)


def test_numbers_that_fit_together_stand():
    assert adds_up(BOX, checked_out=5)


@pytest.mark.parametrize(
    ("count", "reason"),
    [
        (replace(BOX, issued=6), "paper_too_many_issued"),
        (replace(BOX, issued=3), "paper_too_many_returned"),
        (replace(BOX, spoiled=0), "paper_does_not_add_up"),
        (replace(BOX, said=((YES, 3), (NO, 1))), "paper_does_not_add_up"),
    ],
)
def test_numbers_that_cannot_be_true_are_refused(count, reason):
    assert adds_up(count, checked_out=5).id == reason


@given(COUNTS, NUMBERS)
def test_what_stands_never_makes_more_ballots_than_voters(count, voters):
    if adds_up(count, checked_out=voters):
        assert 0 <= count.counted <= count.returned <= count.issued <= voters


def test_it_takes_two_who_found_the_same():
    turned = replace(BOX, said=((NO, 1), (YES, 1), (YES, 1)))
    other = replace(BOX, said=((YES, 1), (NO, 2)))

    assert agreed([]) is None
    assert agreed([BOX]) is None
    assert agreed([BOX, other]) is None
    assert agreed([BOX, turned]) in (BOX, turned)
    assert agreed([BOX, other, BOX]) == BOX
    assert agreed([BOX, BOX, other, other]) is None
