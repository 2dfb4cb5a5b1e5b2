"""Paper ballots count if two people found the same and the numbers can be true."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.voting.channels import CheckedOut
from commonweal.rules.voting.paper import (
    HandedOut,
    PaperCount,
    adds_up,
    agreed,
    read_count,
    written,
)

YES, NO = {"answer": "yes"}, {"answer": "no"}
OUT = CheckedOut(paper=5, table=0)
BOX = PaperCount(issued=5, returned=4, spoiled=1, said=((YES, 2), (NO, 1)))
NUMBERS = st.integers(0, 9)
SAID = st.tuples(st.tuples(st.just(YES), NUMBERS), st.tuples(st.just(NO), NUMBERS))


@st.composite
def counts(draw):
    """Give a count of a box in which some ballots may be from a table."""
    paper, table = (HandedOut(draw(NUMBERS), draw(NUMBERS)) for _ in range(2))
    issued = paper.issued + table.issued
    returned = paper.returned + table.returned
    return PaperCount(issued, returned, draw(NUMBERS), draw(SAID), table)


def test_numbers_that_fit_together_stand():
    assert adds_up(BOX, checked_out=OUT)
    assert adds_up(
        replace(BOX, table=HandedOut(3, 2)), checked_out=CheckedOut(paper=2, table=3)
    )


@pytest.mark.parametrize(
    ("count", "reason"),
    [
        (replace(BOX, issued=6), "paper_too_many_issued"),
        (replace(BOX, issued=3), "paper_too_many_returned"),
        (replace(BOX, table=HandedOut(1, 1)), "table_too_many_issued"),
        (replace(BOX, table=HandedOut(0, 1)), "table_too_many_returned"),
        (replace(BOX, spoiled=0), "paper_does_not_add_up"),
        (replace(BOX, said=((YES, 3), (NO, 1))), "paper_does_not_add_up"),
    ],
)
def test_numbers_that_cannot_be_true_are_refused(count, reason):
    assert adds_up(count, checked_out=OUT).id == reason


@given(counts(), NUMBERS, NUMBERS)
def test_what_stands_never_makes_more_ballots_than_voters(count, paper, table):
    if adds_up(count, checked_out=CheckedOut(paper=paper, table=table)):
        assert 0 <= count.counted <= count.returned <= count.issued <= paper + table
        assert 0 <= count.table.returned <= count.table.issued <= table
        assert 0 <= count.paper.returned <= count.paper.issued <= paper


@given(counts())
def test_what_is_written_to_length_is_read_as_it_was(count):
    assert read_count(written(count)) == count
    assert len(written(count)) == len(written(BOX))


def test_it_takes_two_who_found_the_same():
    turned = replace(BOX, said=((NO, 1), (YES, 1), (YES, 1)))
    other = replace(BOX, said=((YES, 1), (NO, 2)))
    elsewhere = replace(BOX, table=HandedOut(3, 3))

    assert agreed([]) is None
    assert agreed([BOX]) is None
    assert agreed([BOX, other]) is None
    assert agreed([BOX, elsewhere]) is None
    assert agreed([BOX, turned]) in (BOX, turned)
    assert agreed([BOX, other, BOX]) == BOX
    assert agreed([BOX, BOX, other, other]) is None
