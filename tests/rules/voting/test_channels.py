"""Who votes where: tables of three to twelve, and numbers that tell of nobody."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from commonweal.rules.voting.channels import (
    LEAST_AT_TABLE,
    MOST_AT_TABLE,
    PAPER,
    SMALLEST_CHANNEL,
    TABLE,
    CheckedOut,
    may_ask_back,
    may_be_counted,
    may_come_back,
    may_second,
    may_sit,
    seated,
)

OUT = st.builds(CheckedOut, paper=st.integers(0, 99), table=st.integers(0, 12))


@given(OUT)
def test_a_table_of_too_few_is_not_held_and_nobody_loses_their_ballot(noted):
    there = seated(noted)

    assert there.total == noted.total
    assert there.table in {0, noted.table}
    assert (there.table > 0) == (noted.table >= LEAST_AT_TABLE)


@given(OUT, st.integers(3, 9))
def test_what_is_told_of_a_channel_by_itself_is_of_as_many_as_the_floor(there, floor):
    told = there.told_apart(floor=floor)

    assert told == (not {there.paper, there.table} & {*range(1, floor)})
    assert there.told_together(floor=floor) == (there.paper + there.table >= floor)


def test_no_charter_lets_the_numbers_of_two_be_told():
    two = CheckedOut(paper=2, table=0)

    assert not two.told_apart(floor=0)
    assert not two.told_together(floor=0)


def test_a_table_takes_twelve():
    assert may_sit(at_table=MOST_AT_TABLE - 1)
    assert may_sit(at_table=MOST_AT_TABLE).id == "table_is_full"


def test_paper_and_a_table_need_two_tellers():
    assert may_be_counted(tellers=2)
    assert may_be_counted(tellers=1).id == "paper_needs_tellers"


def test_paper_is_given_up_only_where_nobody_could_count_it():
    assert may_come_back("paper", tellers=1, counted=False)
    assert may_come_back("table", tellers=0, counted=False)
    refused = (
        may_come_back(None, tellers=0, counted=False),
        may_come_back("paper", tellers=0, counted=True),
        may_come_back("paper", tellers=2, counted=False),
    )
    assert [one.id for one in refused] == [
        "votes_here_already",
        "paper_is_counted",
        "tellers_are_there",
    ]


@given(OUT, st.sampled_from([PAPER, TABLE, "paper_instead"]))
def test_whoever_comes_back_leaves_nobody_or_enough(noted, elsewhere):
    out = seated(noted)
    at_table = elsewhere == TABLE
    assume(out.total and (out.table or not at_table))

    may = may_ask_back(elsewhere, out=out, entered=False)

    left = {out.total - 1, out.table - 1 if at_table else 0}
    assert bool(may) == (not left & {*range(1, SMALLEST_CHANNEL)})


def test_nobody_comes_back_who_is_here_or_once_the_box_is_counted():
    many = CheckedOut(paper=9, table=0)

    here = may_ask_back(None, out=many, entered=False)
    counted = may_ask_back(PAPER, out=many, entered=True)
    few = may_ask_back(PAPER, out=CheckedOut(paper=2, table=0), entered=False)

    assert here.id == "votes_here_already"
    assert counted.id == "paper_was_entered"
    assert (few.id, few.facts) == ("too_few_would_stay", {"least": SMALLEST_CHANNEL})


@pytest.mark.parametrize(("noted", "said"), [(PAPER, TABLE), (TABLE, PAPER)])
def test_voters_change_their_place_and_tellers_only_say_the_same(noted, said):
    assert may_second(noted, said, own=True)
    assert may_second(noted, noted, own=False)
    assert may_second(noted, said, own=False).id == f"noted_for_{noted}"
