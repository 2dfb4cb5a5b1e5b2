"""Paper ballots count if two people found the same and the numbers can be true."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.verdict import refused
from commonweal.rules.voting.channels import CheckedOut
from commonweal.rules.voting.paper import (
    HandedOut,
    PaperCount,
    adds_up,
    agreed,
    in_numbers,
    may_be_lost,
    may_note_for_others,
    read_count,
    written,
)

YES, NO = {"answer": "yes"}, {"answer": "no"}
OUT = CheckedOut(paper=5, table=0)
BOX = PaperCount(issued=5, returned=4, spoiled=1, said=((YES, 2), (NO, 1)))
OPENS = datetime(2026, 5, 4, 18, tzinfo=UTC)
A_DAY, AN_INSTANT = timedelta(days=1), timedelta(microseconds=1)
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


def test_whoever_is_noted_by_others_has_a_day_to_take_it_back():
    late = may_note_for_others(opens_at=OPENS, at=OPENS - A_DAY)

    assert may_note_for_others(opens_at=None, at=OPENS)
    assert may_note_for_others(opens_at=OPENS, at=OPENS - A_DAY - AN_INSTANT)
    assert late == refused("paper_noted_too_late", until=OPENS - A_DAY)


def test_counts_whose_keys_are_mislaid_go_only_where_they_are_said_to_be_gone():
    mislaid = may_be_lost(["box"], setting="gone", gone=False)

    assert may_be_lost([], setting="gone", gone=False)
    assert may_be_lost(["box"], setting="gone", gone=True)
    assert mislaid == refused("box_key_mislaid", keys=("box",), setting="gone")


def test_what_two_wrote_down_has_all_that_they_found():
    count = replace(BOX, table=HandedOut(3, 2))

    assert len(written(count)) == 4096
    assert len(written(replace(count, said=((YES, 2),) * 300))) == 2 * 4096
    assert count.paper == HandedOut(2, 2)


def told_of(count, *, paper, table, floor=3):
    """Give what may be told of a box, without what is always told."""
    out = CheckedOut(paper=paper, table=table)
    told = in_numbers(count, checked_out=out, floor=floor)
    assert told.pop("voters") == paper + table
    assert told.pop("agreed") == (count is not None)
    assert (told.pop("paper"), told.pop("table")) == (paper > 0, table > 0)
    return told


ISSUED = {"issued": 9, "returned": 8}
FULL = PaperCount(issued=9, returned=8, spoiled=3, said=((YES, 3), (NO, 2)))


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (FULL, {**ISSUED, "spoiled": 3}),
        (replace(FULL, spoiled=0, said=((YES, 8),)), {**ISSUED, "spoiled": 0}),
        (replace(FULL, spoiled=8, said=()), {**ISSUED, "spoiled": 8}),
        (replace(FULL, spoiled=2, said=((YES, 6),)), ISSUED),
        (replace(FULL, spoiled=6, said=((YES, 2),)), ISSUED),
        (None, {}),
    ],
)
def test_spoiled_ballots_are_told_unless_one_or_two_were_neither(count, told):
    assert told_of(count, paper=9, table=0) == told


def test_of_fewer_than_the_floor_no_number_is_told():
    assert told_of(FULL, paper=9, table=0, floor=10) == {}
    assert told_of(FULL, paper=9, table=0, floor=9) == {**ISSUED, "spoiled": 3}
    assert told_of(replace(BOX, issued=2), paper=2, table=0, floor=0) == {}


def test_of_a_channel_by_itself_it_is_told_where_there_are_enough_in_each():
    count = replace(FULL, table=HandedOut(4, 3))
    together = {**ISSUED, "spoiled": 3}
    apart = {
        "paper_voters": 5,
        "paper_issued": 5,
        "paper_returned": 5,
        "table_voters": 4,
        "table_issued": 4,
        "table_returned": 3,
    }

    assert told_of(count, paper=5, table=4) == together | apart
    assert told_of(count, paper=5, table=4, floor=5) == together
    assert told_of(FULL, paper=9, table=0) == together
    assert told_of(replace(FULL, table=HandedOut(9, 8)), paper=0, table=9) == together


def test_what_nobody_said_is_no_difference_between_two_counts():
    other = replace(BOX, said=((YES, 2), (NO, 1), ({"answer": "abstain"}, 0)))

    assert agreed([BOX, other]) is not None


@pytest.mark.parametrize(("paper", "table"), [(1, 0), (0, 1), (1, 1)])
def test_of_one_alone_it_is_told_that_they_were_there_and_no_number(paper, table):
    assert told_of(BOX, paper=paper, table=table, floor=0) == {}
