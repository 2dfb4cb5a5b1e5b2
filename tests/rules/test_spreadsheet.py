"""A table for spreadsheets is exact, and no cell of it is carried out."""

import csv
import io
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.spreadsheet import as_table, decimal_of, number_cells


def read(table: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table.removeprefix("\ufeff"))))


@pytest.mark.parametrize(
    "words",
    [
        "=1+1",
        "+SUM(A1)",
        "-2",
        "@now",
        "＝1",
        " =1",
        "\u200b=1",
        "\t1",
        "\r=1",
        "\n1",
    ],
)
def test_words_that_begin_as_formulas_do_are_guarded(words):
    [_, [cell, _]] = read(as_table(("name", "n"), [(words, 1)]))

    assert cell.startswith("'")


def test_plain_words_and_numbers_stand_as_they_are():
    table = as_table(("name", "n"), [("Ada, “the first”", -3), ("", Decimal("-0.5"))])

    assert read(table) == [["name", "n"], ["Ada, “the first”", "-3"], ["", "-0.5"]]
    assert table.startswith("\ufeffname,n\r\n")


@given(st.fractions())
def test_a_number_is_exact_beside_its_decimal(value):
    numerator, denominator, decimal = number_cells(value)

    assert Fraction(numerator, denominator) == value
    assert abs(Fraction(decimal) - value) <= Fraction(1, 2 * 10**12)


def test_a_number_that_is_not_there_leaves_its_cells_empty():
    assert number_cells(None) == ("", "", "")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Fraction(10**30), "1" + "0" * 30),
        (Fraction(1, 3), "0.333333333333"),
        (Fraction(-1, 2), "-0.5"),
        (Fraction(100), "100"),
        (Fraction(10**30 * 3 + 1, 3), "1" + "0" * 30 + ".333333333333"),
    ],
)
def test_a_decimal_is_written_out_without_noughts_behind(value, written):
    assert f"{decimal_of(value):f}" == written
