"""Names that may be misspelt are told: those like another, and those hardly written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.voting.formats.csv_ballots import read_csv
from commonweal.rules.voting.formats.errors import FormatError
from commonweal.rules.voting.formats.spelling import Named, doubtful, slips_between
from commonweal.rules.voting.sentences import SENTENCES
from commonweal.rules.wording import render


def told(cast=10, **names):
    """Give what is told of names that are on so many ballots, first in line 7."""
    named = {name.replace("_", " "): Named(n, 7) for name, n in names.items()}
    return [
        (one.facts["name"], one.facts["other"])
        if one.id == "odd_spelt_alike"
        else one.facts["names"]
        for one in doubtful(named, cast)
    ]


@pytest.mark.parametrize(
    ("names", "alike"),
    [
        ({"Chocolate": 9, "Choclate": 1}, [("Choclate", "Chocolate")]),
        ({"Chocolate": 9, "Chokolat": 3}, [("Chokolat", "Chocolate")]),
        ({"Chocolate": 9, "Colate": 1}, []),
        ({"Chocolate": 9, "Choclate": 4}, []),
        ({"Rose": 9, "Roses": 3}, [("Roses", "Rose")]),
        ({"Rose": 9, "Rosess": 1}, []),
        ({"Ben": 9, "Bea": 1}, []),
        ({"Bead": 9, "Bea": 1}, []),
        ({"ada_b": 5, "Ada_B": 5}, [("ada b", "Ada B")]),
        ({"Ada_B": 5, "AdaB": 6}, [("Ada B", "AdaB")]),
        ({"Project_1": 9, "Project_2": 1, "Project_12": 1}, []),
    ],
)
def test_a_name_like_another_that_is_written_far_more_often_is_told(names, alike):
    assert told(**names) == alike


def test_of_many_ballots_the_names_on_one_or_two_are_told_with_their_lines():
    names = {"Ada": 17, "Bertha": 2, "Col": 1, "Dot": 3}

    assert told(cast=19, **names) == []
    assert told(cast=20, **names) == [("Bertha (7)", "Col (7)")]


def test_what_was_told_as_like_another_is_not_told_again():
    assert told(cast=90, Chocolate=60, Choclate=1) == [("Choclate", "Chocolate")]


@pytest.mark.parametrize(("others", "told"), [(298, 1), (299, 0)])
def test_more_than_three_hundred_names_are_not_compared_in_pairs(others, told):
    names = {chr(0x4E00 + n): Named(5, n) for n in range(others)}
    alike = {"Rose": Named(9, 1), "Roses": Named(1, 2)}

    assert len(doubtful(names | alike, 10)) == told


@given(st.text("ABab", max_size=5), st.text("ABab", max_size=5), st.integers(0, 5))
def test_slips_are_counted_as_the_shortest_way_from_one_to_the_other(one, other, most):
    found = slips_between(one, other, most=most)

    slow = _distance(one.lower(), other.lower())
    assert found == slow if slow <= most else found > most


def _distance(one, other):
    if not one or not other:
        return len(one) + len(other)
    if one[0] == other[0]:
        return _distance(one[1:], other[1:])
    return 1 + min(
        _distance(one[1:], other),
        _distance(one, other[1:]),
        _distance(one[1:], other[1:]),
    )


TABLE = "choice 1,choice 2,times\nBread,Roses,9\nRoses,Bred,1\n,Roses,3\n"


def test_a_misspelt_choice_is_an_option_and_told_with_its_line():
    contest, _ = read_csv(TABLE, "ranking")

    assert contest.options == ("Bread", "Bred", "Roses")
    assert [render(one, SENTENCES) for one in contest.notes] == [
        "“Bred” on 1 ballot, first in line 3, is spelt almost like “Bread”. They were "
        "counted as two options. Name those there are with --options to have all other "
        "names refused."
    ]


def test_with_the_options_named_a_misspelt_choice_is_refused_with_its_line():
    with pytest.raises(FormatError) as error:
        read_csv(TABLE, "ranking", ("Roses", "Bread"))

    assert error.value.line == 3
    assert render(error.value.problem, SENTENCES) == "“Bred” is none of the options."


def test_options_named_stand_in_their_order_even_if_nobody_marks_them():
    tidy = TABLE.replace("Bred", "Bread")

    contest, _ = read_csv(tidy, "approvals", ("Roses", "Bread", "Coal"))

    assert contest.options == ("Roses", "Bread", "Coal")
    assert contest.notes == ()


@pytest.mark.parametrize("stand", [("Ada",), ("Ada", "Ben", "Col"), ("Ada", "Bea")])
def test_columns_have_to_be_the_options_named(stand):
    with pytest.raises(FormatError) as error:
        read_csv("Ada,Ben\n1,2\n", "ranking", stand)

    assert (error.value.line, error.value.problem.id) == (1, "csv_other_columns")


def test_columns_may_be_named_in_another_order():
    contest, _ = read_csv("Ada,Ben\n1,2\n", "scores", ("Ben", "Ada"))

    assert contest.options == ("Ben", "Ada")


def test_answers_are_fixed_and_no_options_can_be_named():
    with pytest.raises(FormatError) as error:
        read_csv("answer\nyes\n", "answer", ("yes", "maybe"))

    assert (error.value.line, error.value.problem.id) == (1, "csv_options_not_asked")
