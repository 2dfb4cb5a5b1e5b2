"""Rankings held compactly read as the ballots they were made of."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.voting.elections import OPTIONS, ranked, strict_rankings

from commonweal.rules.voting.grouped import grouped, strict_order


@given(st.lists(strict_rankings(), max_size=12))
def test_ballots_held_compactly_are_the_same_ballots(ballots):
    compact = grouped(OPTIONS, ballots)

    assert list(compact) == ballots
    assert len(compact) == len(ballots)
    assert compact[1:3] == ballots[1:3]
    assert compact[::-1] == ballots[::-1]
    assert [compact[-1]] == ballots[-1:] if ballots else not compact


def test_more_options_than_fit_a_byte_are_held_too():
    options = tuple(f"option {number}" for number in range(300))
    ballot = ranked("x")._replace(marks=type(ranked("x").marks)(((options[299],),)))

    assert list(grouped(options, [ballot])) == [ballot]


def test_a_rank_left_empty_is_passed_over_and_one_that_two_share_ends_a_ballot():
    assert strict_order(ranked("ada - ben")) == ("ada", "ben")
    assert strict_order(ranked("ada ben=col dot")) == ("ada",)
    assert strict_order(ranked("ada ben=ben dot")) == ("ada", "ben", "dot")


def test_a_ballot_that_is_not_there_is_not_made_up():
    compact = grouped(OPTIONS, [ranked("ada")])

    with pytest.raises(IndexError):
        compact[1]


@pytest.mark.parametrize(
    ("number", "kind"), [(255, np.uint8), (256, np.uint16), (300, np.uint16)]
)
def test_marks_take_a_byte_each_as_long_as_that_is_enough(number, kind):
    options = tuple(f"option-{n}" for n in range(number))
    ballots = [ranked(f"{options[-1]} {options[0]}", 2), ranked(options[-1])]

    compact = grouped(options, ballots)

    assert compact.marks.dtype == kind
    assert list(compact) == ballots
    assert compact.starts.tolist() == [0, 3]


def test_a_rank_that_names_one_option_twice_names_it_once():
    assert strict_order(ranked("ada=ada ben")) == ("ada", "ben")
