"""Sentences come out in plain English, with every number exact."""

from datetime import UTC, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.sentence import Plural, Sentence, local_text
from commonweal.rules.wording import exact_text, number_text, render

TABLE = {
    "greeting": "{who} had {what}.",
    "places": Plural("{number} place", "{number} places", "number"),
}


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        (1204, "1,204"),
        (Fraction(684848, 100_000), "6.84848"),
        (Fraction(1, 3), "1/3"),
        (Fraction(-1, 2), "-0.5"),
        (-1200, "-1,200"),
        (True, "yes"),
        (False, "no"),
        (None, ""),
        (("A", "B", "C"), "A, B and C"),
        (("A",), "A"),
        ((), ""),
        (local_text(en="bread", es="pan"), "bread"),
        (Sentence("places", {"number": 1}), "1 place"),
        (Sentence("places", {"number": 2}), "2 places"),
        (datetime(2026, 3, 3, 18, tzinfo=UTC), "Tuesday 3 March 2026, 18:00 UTC"),
    ],
)
def test_a_fact_is_said_as_its_type_asks(fact, said):
    sentence = Sentence("greeting", {"who": "Asha", "what": fact})

    assert render(sentence, TABLE) == f"Asha had {said}."


def test_marks_in_a_name_are_left_alone():
    sentence = Sentence("greeting", {"who": "{what}", "what": "a {name}"})

    assert render(sentence, TABLE) == "{what} had a {name}."


@given(st.fractions())
def test_a_number_for_machines_reads_back_as_itself(number):
    assert Fraction(exact_text(number)) == number


@given(st.fractions())
def test_a_number_for_people_is_the_same_but_for_its_commas(number):
    assert number_text(number).replace(",", "") == exact_text(number)
