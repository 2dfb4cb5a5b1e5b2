"""Words leave a number open or list ways; a congress fills it, or chooses one."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.confederation.gaps import (
    chosen,
    filled,
    has_gap,
    number_in,
    number_text,
    ways_in,
)

MARKET = "The market moves.\n\n- to the mill\n- to the station\n\nFrom spring on."


@pytest.mark.parametrize(
    ("words", "is_open"),
    [("pays ___ cents", True), ("pays __ cents", False), ("___ and ____", False)],
)
def test_a_gap_is_one_and_as_long_as_on_paper(words, is_open):
    assert has_gap(words) is is_open


def test_a_number_stands_in_the_gap():
    assert filled("Each pays ____ cents.", Fraction(50)) == "Each pays 50 cents."


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("3", Fraction(3)),
        (" 3.50 ", Fraction(7, 2)),
        ("3,5", Fraction(7, 2)),
        ("1e9", None),
        ("-1", None),
        ("three", None),
        ("1.000,5", None),
        ("", None),
        ("9" * 13, None),
    ],
)
def test_a_number_is_read_as_people_write_it(typed, number):
    assert number_in(typed) == number


@given(st.fractions(min_value=0, max_value=10**9, max_denominator=1000))
def test_a_number_is_written_so_that_it_is_the_same_number(number):
    assert Fraction(number_text(number)) == number


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("12", "12"),
        ("7/2", "3.5"),
        ("1/2", "0.5"),
        ("1/1000000", "0.000001"),
        ("1/10000000", "1/10000000"),
        ("1/3", "1/3"),
    ],
)
def test_a_number_is_written_as_people_write_it(number, text):
    assert number_text(Fraction(number)) == text


def test_ways_are_points_of_a_list_each_once():
    assert ways_in(MARKET) == ("to the mill", "to the station")
    assert ways_in("- to the mill\n* to us\n- to the mill") == ("to the mill", "to us")
    assert ways_in("- only this") == ()
    assert ways_in("No list - at all.") == ()


def test_the_chosen_way_stays_and_the_others_go():
    assert chosen(MARKET, "to the station") == (
        "The market moves.\n\n- to the station\n\nFrom spring on."
    )
    assert chosen("- a\n- b\n- a", "a") == "- a"


@given(st.lists(st.text("abc ", min_size=1).filter(str.strip), min_size=2))
def test_whichever_way_is_chosen_is_the_only_one_left(points):
    words = "We do it.\n" + "\n".join(f"- {one}" for one in points)

    for way in ways_in(words):
        kept = chosen(words, way).splitlines()
        assert [line for line in kept if line.startswith("- ")] == [
            next(f"- {one}" for one in points if one.strip() == way)
        ]
