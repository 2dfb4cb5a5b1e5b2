"""Who votes where: tables of three to twelve, and numbers that tell of nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.voting.channels import (
    LEAST_AT_TABLE,
    MOST_AT_TABLE,
    PAPER,
    TABLE,
    CheckedOut,
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


@given(OUT)
def test_what_is_told_of_a_channel_by_itself_is_of_three_or_more(noted):
    there = seated(noted)

    assert there.told_apart == (there.paper not in {1, 2})


def test_a_table_takes_twelve_and_needs_two_tellers():
    assert may_sit(at_table=MOST_AT_TABLE - 1, tellers=2)
    assert may_sit(at_table=MOST_AT_TABLE, tellers=2).id == "table_is_full"
    assert may_sit(at_table=0, tellers=1).id == "table_needs_tellers"


@pytest.mark.parametrize(("noted", "said"), [(PAPER, TABLE), (TABLE, PAPER)])
def test_voters_change_their_place_and_tellers_only_say_the_same(noted, said):
    assert may_second(noted, said, own=True)
    assert may_second(noted, noted, own=False)
    assert may_second(noted, said, own=False).id == f"noted_for_{noted}"
