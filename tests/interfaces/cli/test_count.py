"""`commonweal count` says who won and why, or refuses and says what is wrong."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from commonweal.interfaces.cli.main import main
from commonweal.rules.voting.ties import lot_number

PARTY = """\
5 3
4 1 0
2 2 1 0
8 3 4 0
4 3 5 0
1 4 0
1 5 0
0
"Oranges"
"Pears"
"Chocolate"
"Strawberries"
"Sweets"
"Food for a party"
"""
CIRCLE = '3 1\n5 1 0\n4 2 1 0\n4 3 2 0\n0\n"Ada"\n"Ben"\n"Col"\n"A circle"\n'


@pytest.fixture
def party(tmp_path: Path) -> str:
    return written(tmp_path / "party.blt", PARTY)


@pytest.fixture
def circle(tmp_path: Path) -> str:
    return written(tmp_path / "circle.blt", CIRCLE)


def written(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)


def counted(capsys, *words: str) -> dict:
    """Count with --json; give what a program would read."""
    assert main(["count", *words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def refused(capsys, *words: str) -> str:
    """Count what cannot be counted; give the complaint."""
    assert main(["count", *words]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    return said.err


def test_a_blt_file_is_counted_by_the_scottish_rule_with_its_own_seats(capsys, party):
    outcome = counted(capsys, party)

    assert outcome["method"] == "stv-scottish"
    assert outcome["seats"] == 3
    assert outcome["winners"] == ["Chocolate", "Oranges", "Strawberries"]
    assert outcome["tied"] == []
    assert outcome["tie_break"] is None


def test_every_step_is_told_with_exact_numbers_as_text(capsys, party):
    steps = counted(capsys, party)["steps"]

    assert [step["title"] for step in steps] == [
        "First preferences",
        "What Chocolate has beyond the quota",
        "Pears drops out",
        "Sweets drops out",
        "Last places",
    ]
    assert steps[0]["counts"]["Chocolate"] == "12"
    assert steps[0]["elected"] == ["Chocolate"]
    assert steps[1]["transfers"] == [
        {"from": "Chocolate", "to": "Strawberries", "amount": "4"},
        {"from": "Chocolate", "to": "Sweets", "amount": "2"},
    ]
    assert steps[3]["transfers"] == [{"from": "Sweets", "to": None, "amount": "3"}]
    assert steps[2]["excluded"] == ["Pears"]
    assert steps[4]["elected"] == ["Strawberries"]
    assert all(
        set(step)
        == {"title", "explanation", "counts", "elected", "excluded", "transfers"}
        for step in steps
    )


def test_people_get_a_table_and_on_request_every_step_in_words(capsys, party):
    assert main(["count", party]) == 0
    table = capsys.readouterr().out
    assert main(["count", party, "--explain"]) == 0
    story = capsys.readouterr().out

    assert "Food for a party" in table
    assert "  1. Chocolate\n  2. Oranges\n  3. Strawberries\n" in table
    assert "20 valid ballots for 3 places make a quota of 6" in story
    assert max(map(len, story.splitlines())) < 80


def test_seats_and_method_can_be_chosen(capsys, party):
    assert counted(capsys, party, "--seats", "1")["seats"] == 1
    assert counted(capsys, party, "--seats", "1", "--method", "schulze")["winners"] == [
        "Chocolate"
    ]
    assert counted(capsys, party, "--method", "plurality")["method"] == "plurality"


def test_a_tie_is_told_and_the_seed_decides_it(capsys, circle):
    for seed in ("one", "two", "three"):
        outcome = counted(capsys, circle, "--tie-seed", seed)

        ben_stays = lot_number(seed, "2") < lot_number(seed, "3")
        assert outcome["winners"] == (["Ben"] if ben_stays else ["Ada"])
        assert outcome["tied"] == [["Ben", "Col"]]
        assert f"“{seed}”" in outcome["tie_break"]


def test_without_a_seed_the_count_goes_on_and_says_on_what(capsys, circle):
    outcome = counted(capsys, circle)

    assert outcome["tied"] == [["Ben", "Col"]]
    assert "because none was agreed" in outcome["tie_break"]
    assert outcome == counted(capsys, circle, "--tie-seed", "")


def test_a_tie_can_be_left_to_stand_and_a_file_can_bring_its_own_order(
    capsys, tmp_path
):
    text = CIRCLE.replace("3 1\n", "3 1\n[tie 3 2 1]\n")
    path = written(tmp_path / "declared.blt", text)

    declared = counted(capsys, path)
    standing = counted(capsys, path, "--tie-break", "status_quo")
    drawn = counted(capsys, path, "--tie-seed", "one")

    assert declared["winners"] == ["Ben"]
    assert "order for ties in the file" in declared["tie_break"]
    assert standing["winners"] == []
    assert "one" in drawn["tie_break"]


def test_a_table_needs_a_method_and_is_read_as_that_method_needs(capsys, tmp_path):
    marks = written(tmp_path / "marks.csv", "ada,ben\nx,x\nx,\n")
    answers = written(tmp_path / "answers.csv", "answer\nyes\nno\nyes\n")
    points = written(tmp_path / "points.CSV", "ada,ben\n3,5\n1,2\n")

    assert "--method" in refused(capsys, marks)
    assert counted(capsys, marks, "--method", "approval")["winners"] == ["ada"]
    assert counted(capsys, answers, "--method", "motion")["winners"] == ["yes"]
    assert counted(capsys, points, "--method", "score")["winners"] == ["ben"]


def test_candidates_of_one_name_are_told_apart(capsys, tmp_path):
    text = PARTY.replace("Pears", "Oranges")

    outcome = counted(capsys, written(tmp_path / "twins.blt", text))

    assert set(outcome["steps"][0]["counts"]) >= {"Oranges (1)", "Oranges (2)"}
    assert outcome["winners"][1] == "Oranges (1)"


def test_a_malformed_file_is_refused_with_line_fault_and_expectation(capsys, tmp_path):
    path = written(tmp_path / "bad.blt", PARTY.replace("2 2 1 0", "2 2 9 0"))

    said = refused(capsys, path)

    assert "bad.blt: Line 3: There is no candidate “9”. Expected a candidate's" in said


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--seats", "6"], "6 seats cannot be filled from 5 candidates"),
        (["--seats", "0"], "0 seats cannot be filled from 5 candidates"),
        (["--method", "dice"], "“dice” is no method for this file"),
        (["--method", "irv"], "fills one place, and 3 are to be filled"),
        (["--method", "approval"], "counts marked options"),
    ],
)
def test_what_cannot_be_asked_of_a_file_is_refused(capsys, party, words, complaint):
    assert complaint in refused(capsys, party, *words)


def test_what_is_no_ballot_file_is_refused(capsys, tmp_path):
    other = written(tmp_path / "letter.txt", "Dear all")

    assert "is no kind of file" in refused(capsys, other)
    assert "cannot be opened" in refused(capsys, str(tmp_path / "none.blt"))
    assert "is no kind of file" in refused(capsys, str(tmp_path))
    assert "Name a file" in refused(capsys)


def test_counting_loads_neither_django_nor_a_database(party):
    program = (
        "import sys; from commonweal.interfaces.cli.main import main;"
        "main(sys.argv[1:]);"
        "sys.exit(any(name.split('.')[0] in {'django', 'sqlite3', 'psycopg'}"
        " for name in sys.modules))"
    )

    done = subprocess.run(
        [sys.executable, "-c", program, "count", party, "--json"],
        capture_output=True,
        check=False,
        env={"PYTHONPATH": str(Path(__file__).parents[3] / "src"), "LC_ALL": "C"},
    )

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["winners"]


@pytest.mark.parametrize(
    ("method", "detail", "said"),
    [
        ("score", "lowest=abc", "“abc” is no whole number for “lowest”"),
        ("star", "highest=1e9", "“1e9” is no whole number for “highest”"),
        ("majority-judgment", "lowest=", "“” is no whole number for “lowest”"),
        ("approval", "marks=", "“” is no whole number for “marks”"),
        ("plurality", "marks=-1", "“marks” is -1"),
    ],
)
def test_a_detail_that_is_no_number_is_refused(capsys, tmp_path, method, detail, said):
    table = written(tmp_path / "points.csv", "Ada,Ben\n1,1\n")

    assert said in refused(capsys, table, "--method", method, "--set", detail)
