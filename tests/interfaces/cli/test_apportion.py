"""`commonweal apportion` shares out seats, or refuses and says what is wrong."""

import json
from pathlib import Path

import pytest

from commonweal.interfaces.cli.main import main

TABLE = "body,members\nPort,100\nMill,80\nRail,30\nDock,20\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "bodies.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def shared(capsys, path: Path, *words: str) -> dict:
    """Share out with --json; give what a program would read."""
    assert main(["apportion", str(path), *words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def refused(capsys, path: Path, *words: str) -> str:
    """Ask for what cannot be shared out; give the complaint."""
    assert main(["apportion", str(path), *words]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    return said.err


def test_seats_are_given_by_body(capsys, table):
    told = shared(capsys, table, "--method", "d-hondt", "--seats", "8")

    assert told["seats"] == {"Port": 4, "Mill": 3, "Rail": 1, "Dock": 0}
    assert told["method"] == "d-hondt"
    assert told["tied"] == []
    assert told["tie_break"] is None


def test_a_tie_is_parted_by_the_seed_and_said(capsys, table):
    table.write_text("body,members\nPort,5\nMill,5\n", encoding="utf-8")

    told = shared(
        capsys, table, "--method", "hare", "--seats", "3", "--tie-seed", "May Day"
    )

    assert told["tied"] == [["Mill", "Port"]]
    assert told["open_seats"] == [1]
    assert sorted(told["seats"].values()) == [1, 2]
    assert "May Day" in told["tie_break"]


def test_people_read_a_table_and_how_it_came_about(capsys, table):
    assert main(["apportion", str(table), "--method", "webster", "--seats", "8"]) == 0

    said = capsys.readouterr().out
    assert "Sainte-Laguë" in said
    assert "The next seat would go to" in said


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_tables_are_read_as_spreadsheets_save_them(capsys, table, encoding, delimiter):
    text = TABLE.replace("Port", "Málaga").replace(",", delimiter)
    table.write_bytes(text.replace("\n", "\r\n").encode(encoding))

    told = shared(capsys, table, "--method", "d-hondt", "--seats", "8")

    assert told["seats"]["Málaga"] == 4


def test_details_are_set(capsys, table):
    told = shared(
        capsys, table, "--method", "adams", "--seats", "8", "--set", "cap=1/4"
    )

    assert max(told["seats"].values()) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "There are no bodies"),
        ("body,members\n", "There are no bodies"),
        ("body,members\nPort,ten\n", "Line 2: “Port” cannot weigh “ten”"),
        ("body,members\nPort,-3\n", "Line 2"),
        ("body,members\nPort,3\nPort,4\n", "Line 3: “Port” stands on line 2 already"),
        ("body,members\n,3\n", "Line 2: This body has no name"),
        ("body,members\nPort,3,9\n", "Line 2: This row has 3 cells for 2 columns"),
        ("body,members\nPort\n", "Line 2: This row has 1 cell for 2 columns"),
        ("Port,100\nMill,80\n", "Line 1: The first row is to name the columns"),
        ("body,colour,shape\nPort,1,2\n", "Line 1: No column says what a body weighs"),
        ("body,members\nPort,0\n", "All bodies weigh 0"),
    ],
)
def test_a_table_that_makes_no_sense_is_refused_with_the_place(
    capsys, table, text, said
):
    table.write_text(text, encoding="utf-8")

    assert said in refused(capsys, table, "--method", "hare", "--seats", "3")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--method", "guess", "--seats", "3"), "“guess” is no way of sharing out"),
        (("--method", "hare", "--seats", "0"), "0 seats cannot be shared out"),
        (("--method", "hare"), "Say how many seats"),
        (("--method", "bands", "--seats", "99"), "the bodies make 6 seats"),
        (("--method", "hare", "--seats", "3", "--set", "cap"), "sets nothing"),
        (("--method", "hare", "--seats", "3", "--set", "x=1"), "has no detail “x”"),
    ],
)
def test_what_cannot_be_done_is_refused(capsys, table, words, said):
    assert said in refused(capsys, table, *words)


def test_a_file_that_is_not_there_is_refused(capsys, tmp_path):
    path = tmp_path / "away.csv"

    said = refused(capsys, path, "--method", "hare", "--seats", "3")

    assert "cannot be opened" in said


# ---- a vote held in several bodies

RESULTS = "body,votes,yes,no\nPort,3,20,10\nMill,2,0,5\nRail,2,4,3\n"


@pytest.fixture
def results(tmp_path: Path) -> Path:
    path = tmp_path / "results.csv"
    path.write_text(RESULTS, encoding="utf-8")
    return path


def test_a_double_majority_is_told_with_both_numbers(capsys, results):
    told = shared(capsys, results, "--method", "double-majority")

    assert told == {
        "method": "double-majority",
        "carried": True,
        "bodies_for": 2,
        "bodies": 3,
        "yes": 24,
        "cast": 42,
        "reason": "Carried: 2 of 3 bodies and 24 of 42 members say yes.",
        "notes": [],
    }


def test_more_than_a_majority_can_be_asked_of_either(capsys, results):
    words = ("--method", "double-majority")

    bodies = shared(capsys, results, *words, "--set", "bodies=2/3")
    members = shared(capsys, results, *words, "--set", "members=4/7")

    assert not bodies["carried"]
    assert bodies["reason"].startswith("2 of 3 bodies say yes")
    assert not members["carried"]
    assert members["reason"].startswith("24 of 42 members say yes")


def test_votes_are_divided_by_each_bodys_own_result(capsys, results):
    told = shared(capsys, results, "--method", "votes-by-result")

    assert told["votes"] == {"yes": "22/7", "no": "27/7"}
    assert told["bodies"]["Port"] == {"yes": "2", "no": "1"}


def test_a_body_has_one_vote_where_the_table_names_none(capsys, results):
    results.write_text("name;yes;no;blank\nPort;1;1;2\n", encoding="utf-8")

    told = shared(capsys, results, "--method", "votes-by-result")

    assert told["votes"] == {"yes": "0.25", "no": "0.25", "blank": "0.5"}


def test_people_read_what_a_vote_in_several_bodies_yields(capsys, results):
    assert main(["apportion", str(results), "--method", "double-majority"]) == 0
    assert "Carried: 2 of 3 bodies" in capsys.readouterr().out

    assert main(["apportion", str(results), "--method", "votes-by-result"]) == 0
    said = capsys.readouterr().out
    assert "Port" in said
    assert "yes" in said


@pytest.mark.parametrize(
    ("table", "words", "why"),
    [
        ("body,ja\nPort,1\n", (), "yes against no, and this table has: ja"),
        ("body,yes,no\nPort,1,x\n", (), "Line 2: “Port” has “x”"),
        ("body,yes,no\nPort,1,-1\n", (), "“Port” has “-1”"),
        ("body,yes,no\nPort,1\n", (), "Line 2: This row has 2 cells"),
        ("body,yes,no\nPort,1,2\nPort,1,2\n", (), "stands on line 2 already"),
        ("body,yes,no\n", (), "There are no bodies"),
        ("body,votes\nPort,1\n", (), "No column says how many"),
        ("", (), "No column says how many"),
        (RESULTS, ("--set", "bodies=1"), "“1” is no share"),
        (RESULTS, ("--set", "bodies=1/0"), "“1/0” is no share"),
        (RESULTS, ("--set", "members=3/2"), "“3/2” is no share"),
        (RESULTS, ("--set", "cap=1/2"), "double-majority"),
    ],
)
def test_results_that_make_no_sense_are_refused(capsys, results, table, words, why):
    results.write_text(table, encoding="utf-8")

    assert why in refused(capsys, results, "--method", "double-majority", *words)


@pytest.mark.parametrize("method", ["sainte-lague", "double-majority"])
def test_a_table_in_an_older_alphabet_is_told(capsys, tmp_path, method):
    path = tmp_path / "old.csv"
    path.write_bytes("body,members,yes,no\nMéson,9,6,3\nSur,4,1,3\n".encode("cp1252"))
    words = ["apportion", str(path), "--method", method, "--seats", "3"]

    assert main(words) == 0
    people = capsys.readouterr()
    assert main([*words, "--json"]) == 0
    programs = json.loads(capsys.readouterr().out)

    assert "line 2 cannot be read as such" in people.err
    assert programs["notes"] == [people.err.removesuffix("\n")]
