"""Tables of bodies and of what they answered: what is read, and what is refused."""

from fractions import Fraction

import pytest

from commonweal.rules.apportionment.results import read_results
from commonweal.rules.apportionment.table import read_bodies
from commonweal.rules.voting.formats.errors import FormatError

BEGUN = "body,members\nPort,100\n"


def weights(text):
    return dict(read_bodies(text).weights)


def refused(read, text):
    """Give the line that is complained of, what is wrong there, and the facts of it."""
    with pytest.raises(FormatError) as fault:
        read(text)
    return fault.value.line, fault.value.problem.id, dict(fault.value.problem.facts)


@pytest.mark.parametrize(
    "text",
    [
        "body,members\nPort,100\nMill,2.5\n",
        "body;members\nPort;100\nMill;2.5\n",
        "body\tmembers\nPort\t100\nMill\t2.5\n",
        "\ufeff\n\nBody , MEMBERS\n\nPort, 100\n,\nMill,2.5",
        "seats held,members,founded,party\n3,100,1901,Port\n2,2.5,1902,Mill\n",
        "votes,members,state\n7,100,Port\n8,2.5,Mill\n",
        "size,name\n100,Port\n2.5,Mill\n",
        "where,how many\nPort,100\nMill,2.5\n",
        "how many,body\n100,Port\n2.5,Mill\n",
        "members,where\n100,Port\n2.5,Mill\n",
        "body,2024\nPort,100\nMill,2.5\n",
        ",members\nPort,100\nMill,2.5\n",
    ],
)
def test_bodies_are_read_however_spreadsheets_save_them(text):
    assert weights(text) == {"Port": 100, "Mill": Fraction(5, 2)}


def test_a_cell_may_hold_the_separator_and_a_second_line():
    table = 'body;members\n"Port; ""old""";1\n"Mill\nand Rail";2\n'

    assert weights(table) == {'Port; "old"': 1, "Mill\nand Rail": 2}


def test_columns_without_a_name_do_not_come_twice():
    assert weights("body,members,,\nPort,100,x,y\n") == {"Port": 100}


@pytest.mark.parametrize(
    ("text", "line", "problem", "facts"),
    [
        ("", None, "bodies_none", {}),
        ("body,members\n", None, "bodies_none", {}),
        ("where\nPort\n", 1, "bodies_no_weights", {}),
        ("where,north,south\nPort,1,2\n", 1, "bodies_no_weights", {}),
        ("body,id,share\nPort,7,100\n", 1, "bodies_no_weights", {}),
        ("members\n5\n", 1, "bodies_no_weights", {}),
        ("Port,100\nMill,80\n", 1, "bodies_no_header", {}),
        ("\n\nPort;1.000\nMill;80\n", 3, "bodies_no_header", {}),
        ("100,Port\n80,Mill\n", 1, "bodies_no_header", {}),
        ("Port,-1\nMill,80\n", 1, "bodies_no_header", {}),
        ("Port,\nMill,80\n", 1, "bodies_no_header", {}),
        ("body,x,X\nPort,1,2\n", 1, "bodies_column_twice", {"column": "x"}),
        (f"{BEGUN},5\n", 3, "bodies_no_name", {}),
        (f"{BEGUN}Mill,1\nPort,2\n", 4, "bodies_twice", {"body": "Port", "first": 2}),
        (f"{BEGUN}Mill,-1\n", 3, "bodies_bad_weight", {"body": "Mill", "found": "-1"}),
        (f'{BEGUN}"Mill,1\nWeir,2\n', 3, "csv_unclosed", {}),
        (f'{BEGUN}Mill,"1', 3, "csv_unclosed", {}),
        (f"{BEGUN}Mill\n", 3, "csv_bad_width", {"found": 1, "columns": 2}),
        (f"{BEGUN}Mill,1,2\n", 3, "csv_bad_width", {"found": 3, "columns": 2}),
    ],
)
def test_what_makes_no_sense_in_a_table_of_bodies_is_named(text, line, problem, facts):
    assert refused(read_bodies, text) == (line, problem, facts)


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("body,yes,no\nPort,30,10\nMill,5,4\n", {"Port": 1, "Mill": 1}),
        ("yes,name,no\n30,Port,10\n5,Mill,4\n", {"Port": 1, "Mill": 1}),
        ("where,yes,no\nPort,30,10\nMill,5,4\n", {"Port": 1, "Mill": 1}),
        ("yes,votes,no,body\n30,3,10,Port\n5,2,4,Mill\n", {"Port": 3, "Mill": 2}),
    ],
)
def test_answers_are_read_by_body_and_each_has_one_vote_unless_told(text, votes):
    found = read_results(text)

    assert found.votes == votes
    assert found.answers == {
        "Port": {"yes": 30, "no": 10},
        "Mill": {"yes": 5, "no": 4},
    }


@pytest.mark.parametrize(
    ("text", "line", "problem", "facts"),
    [
        ("", 1, "results_no_answers", {}),
        ("body,votes\nPort,3\n", 1, "results_no_answers", {}),
        ("body,yes\n", None, "bodies_none", {}),
        (
            "body,yes\nPort,many\n",
            2,
            "results_bad_number",
            {"body": "Port", "found": "many"},
        ),
        ("body,yes\nPort,1\nPort,2\n", 3, "bodies_twice", {"body": "Port", "first": 2}),
    ],
)
def test_what_makes_no_sense_in_a_table_of_answers_is_named(text, line, problem, facts):
    assert refused(read_results, text) == (line, problem, facts)
