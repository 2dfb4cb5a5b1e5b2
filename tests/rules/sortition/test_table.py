"""Pools and quotas are read from tables as they are saved, or refused with the line."""

import pytest

from commonweal.rules.sortition.pool import Quota
from commonweal.rules.sortition.sentences import SENTENCES
from commonweal.rules.sortition.table import read_pool, read_quotas
from commonweal.rules.voting.formats.errors import FormatError
from commonweal.rules.voting.sentences import SENTENCES as OF_VOTING
from commonweal.rules.wording import render

QUOTAS = "feature,value,min,max\nsex,woman,1,2\nsex,man,0,12\n"
WOMEN, MEN = Quota("sex", "woman", 1, 2), Quota("sex", "man", 0, 12)
ASKED = (WOMEN, MEN)


@pytest.mark.parametrize(
    "text",
    [
        QUOTAS,
        "\ufeff" + QUOTAS,
        "\n\n" + QUOTAS,
        QUOTAS.replace(",", ";"),
        QUOTAS.replace(",", "\t"),
        QUOTAS.replace("\n", "\r\n"),
        QUOTAS.replace("feature,value", "category,value"),
        QUOTAS.replace("feature,value", "Category,Feature").upper().swapcase(),
        "max,min,value,feature\n2,1,woman,sex\n,,,\n12,0, man ,sex",
    ],
)
def test_quotas_are_read_from_whatever_a_spreadsheet_saves(text):
    assert read_quotas(text) == ASKED


def test_a_cell_in_quotes_may_go_over_two_lines():
    text = 'feature,value,min,max\nsex,"woman,\nor man",1,2\nsex,other,1\n'

    with pytest.raises(FormatError) as refused:
        read_quotas(text)

    assert refused.value.line == 4
    assert read_quotas(text.rpartition("sex")[0]) == (
        Quota("sex", "woman,\nor man", 1, 2),
    )


def test_a_least_number_may_be_the_most_number_too():
    assert read_quotas("feature,value,min,max\nsex,woman,2,2\n") == (
        Quota("sex", "woman", 2, 2),
    )


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("", 1, "table_empty"),
        ("feature,min,max\nsex,1,2\n", 1, "quotas_no_columns"),
        ("feature,value,min\nsex,woman,1\n", 1, "quotas_no_columns"),
        ("\nfeature,value,min,max\n", 2, "quotas_none"),
        (QUOTAS + "sex,Woman,1,3\n", 4, "quotas_twice"),
        (QUOTAS + "sex,1,3\n", 4, "csv_bad_width"),
        ("feature,value,min,max\nsex,woman,1\n", 2, "csv_bad_width"),
        (QUOTAS + ",other,1,3\n", 4, "quotas_no_name"),
        (QUOTAS + "sex,,1,3\n", 4, "quotas_no_name"),
        (QUOTAS + "sex,other,some,3\n", 4, "quotas_no_number"),
        (QUOTAS + "sex,other,1,-3\n", 4, "quotas_no_number"),
        (QUOTAS + "sex,other,3,2\n", 4, "quotas_crossed"),
        (QUOTAS + f'sex,"{"x" * 200_000}",0,2\n', 4, "csv_torn"),
        (QUOTAS + 'sex,other,0,"2', 4, "csv_unclosed"),
    ],
)  # fmt: skip
def test_quotas_that_cannot_be_read_are_refused_with_the_line(text, line, why):
    with pytest.raises(FormatError) as refused:
        read_quotas(text)

    assert (refused.value.line, refused.value.problem.id) == (line, why)
    for said in (refused.value.problem, refused.value.expected):
        assert render(said, OF_VOTING | SENTENCES)


def test_of_a_value_named_twice_the_line_of_the_first_is_said():
    with pytest.raises(FormatError) as refused:
        read_quotas(QUOTAS + "sex,Woman,1,3\n")

    assert refused.value.problem.facts["first"] == 2


@pytest.mark.parametrize(
    ("header", "names"),
    [
        ("id,sex,name", ["7", "8"]),
        ("name,sex,id", ["Asha", "Ben"]),
        ("name,sex,nationbuilder_id", ["Asha", "Ben"]),
        ("person,sex,town", ["7", "8"]),
        ("town,sex,street", ["1", "2"]),
    ],
)
def test_people_are_called_by_their_id_or_name_or_row(header, names):
    rows = [["7", "Woman", "Asha"], ["8", "man", "Ben"]]
    if header.startswith("name"):
        # Whoever has an id is called by that, wherever it stands.
        rows = [row[::-1] for row in rows]
        names = ["7", "8"]
    text = "\n".join([header, *(",".join(row) for row in rows)])

    pool = read_pool(text, ASKED)

    assert dict(pool.values) == {names[0]: ("woman",), names[1]: ("man",)}
    assert (pool.categories, pool.quotas) == (("sex",), ASKED)


def test_a_column_the_quotas_name_is_no_name_of_anybody():
    quotas = (Quota("id", "yes", 0, 1), Quota("id", "no", 0, 1))

    pool = read_pool("id,name\nyes,Asha\nno,Ben\n", quotas)

    assert dict(pool.values) == {"Asha": ("yes",), "Ben": ("no",)}


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("id,town\n1,here\n", 1, "pool_no_columns"),
        ("id,sex\n1,woman\n1,man\n", 3, "pool_twice"),
        ("id,sex\n1,woman\n,man\n", 3, "pool_no_name"),
        ("id,sex\n1,woman\n2,lion\n", 3, "pool_value_unknown"),
    ],
)
def test_a_pool_that_cannot_be_read_is_refused_with_the_line(text, line, why):
    with pytest.raises(FormatError) as refused:
        read_pool(text, ASKED)

    assert (refused.value.line, refused.value.problem.id) == (line, why)
    for said in (refused.value.problem, refused.value.expected):
        assert render(said, OF_VOTING | SENTENCES)


def test_of_somebody_named_twice_the_line_of_the_first_is_said():
    with pytest.raises(FormatError) as refused:
        read_pool("id,sex\n1,woman\n2,man\n1,man\n", ASKED)

    assert refused.value.problem.facts == {"person": "1", "first": 2}


@pytest.mark.parametrize(
    ("text", "line"), [("Asha\nBen\n", 1), ("\nAsha,woman\nBen,man\n", 2)]
)
def test_without_quotas_a_column_has_to_say_what_people_are_called(text, line):
    with pytest.raises(FormatError) as refused:
        read_pool(text, ())

    found = refused.value
    assert (found.line, found.problem.id) == (line, "pool_no_header")
    for said in (refused.value.problem, refused.value.expected):
        assert render(said, OF_VOTING | SENTENCES)


def test_without_quotas_people_are_drawn_from_a_list_of_names():
    assert set(read_pool("name,town\nAsha,here\nBen,there\n", ()).values) == {
        "Asha",
        "Ben",
    }
