"""A number is told in its unit, and out of how many it is."""

from fractions import Fraction

import pytest

from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.units import UNITS, base_of, in_words, on_ballots

FACTS = {"cast": 9, "valid": Fraction(8), "voters": 7}


@pytest.mark.parametrize(
    ("unit", "base"),
    [("above", 4), ("unbeaten", 4), ("load", 0), ("grade", 0), ("votes", 8)],
)
def test_a_count_is_out_of_the_other_options_the_ballots_or_of_nothing(unit, base):
    assert base_of(unit, FACTS, 5) == base


def test_where_nobody_says_how_many_ballots_there_were_a_count_has_no_base():
    assert base_of("ticks", {"cast": 9}, 5) == 9
    assert base_of("ticks", {"quota": 9}, 5) == 0


@pytest.mark.parametrize("unit", UNITS)
def test_only_backers_become_points_where_ballots_say_more_than_yes(unit):
    weighed = on_ballots(unit, "cumulative")

    assert on_ballots(unit, "approvals") == on_ballots(unit, "knapsack") == unit
    assert weighed == on_ballots(unit, "ranking")
    assert weighed == ("points" if unit in ("backers", "full") else unit)


def test_a_unit_is_named_by_itself_and_by_what_it_stands_beside():
    assert in_words("load", "each", number=2) == Sentence(
        "unit_load_each", {"number": 2}
    )
