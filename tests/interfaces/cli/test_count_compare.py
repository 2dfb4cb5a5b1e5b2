"""`commonweal count --compare` tells what each method yields; `--set` sets details."""

import json

import pytest
from tests.interfaces.cli.test_count import PARTY, counted, refused, written

from commonweal.interfaces.cli.main import main

TENNESSEE = """\
4 1
42 1 2 3 4 0
26 2 3 4 1 0
15 3 4 2 1 0
17 4 3 2 1 0
0
"Memphis"
"Nashville"
"Chattanooga"
"Knoxville"
"The capital"
"""


@pytest.fixture
def capital(tmp_path) -> str:
    return written(tmp_path / "capital.blt", TENNESSEE)


def test_what_each_method_yields_stands_side_by_side(capsys, capital):
    compared = counted(capsys, capital, "--compare")

    winners = {one["method"]: one["winners"] for one in compared["methods"]}
    assert winners["plurality"] == ["Memphis"]
    assert winners["irv"] == ["Knoxville"]
    assert winners["schulze"] == winners["borda"] == ["Nashville"]
    assert compared["condorcet_winner"] == "Nashville"
    assert compared["agreed"] == []
    assert compared["differ"]["Memphis"] == ["plurality"]
    assert set(winners).isdisjoint({"approval", "score", "motion", "consensus"})


def test_people_read_where_the_methods_differ_and_who_beats_all(capsys, capital):
    assert main(["count", capital, "--compare"]) == 0

    told = capsys.readouterr().out
    assert "Nobody wins by every method." in told
    assert "Memphis wins by plurality, not by the others." in told
    assert "Nashville beats every other in pairs." in told
    assert max(map(len, told.splitlines())) < 80


def test_a_method_that_cannot_fill_the_places_says_so_in_its_row(capsys, tmp_path):
    path = written(tmp_path / "party.blt", PARTY)

    rows = {r["method"]: r for r in counted(capsys, path, "--compare")["methods"]}

    assert "fills one place" in rows["irv"]["refused"]
    assert rows["stv-scottish"]["refused"] is None
    assert len(rows["stv-meek"]["winners"]) == 3


def test_marks_for_an_option_are_not_compared_with_marks_against(capsys, tmp_path):
    path = written(tmp_path / "marks.csv", "ada,ben\nx,x\nx,\n")

    rows = counted(capsys, path, "--method", "approval", "--compare")["methods"]

    names = {row["method"] for row in rows}
    assert {"approval", "plurality", "pav"} <= names
    assert "disapproval" not in names


def test_every_ranking_tells_who_beats_all_in_pairs(capsys, capital, tmp_path):
    circle = '3 1\n1 1 2 3 0\n1 2 3 1 0\n1 3 1 2 0\n0\n"A"\n"B"\n"C"\n"x"\n'
    round_ = written(tmp_path / "round.blt", circle)

    by_irv = counted(capsys, capital, "--method", "irv")

    assert by_irv["condorcet_winner"] == "Nashville"
    assert counted(capsys, round_)["condorcet_winner"] is None
    assert main(["count", round_, "--explain"]) == 0
    assert "Nobody beats every other in pairs." in capsys.readouterr().out


def test_details_of_counting_can_be_set(capsys, capital):
    reserved = ["--seats", "2", "--set", "reserved=1 of Knoxville, Chattanooga"]

    outcome = counted(capsys, capital, *reserved)

    assert {"Knoxville", "Chattanooga"} & set(outcome["winners"])


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--set", "reserved"], "“reserved” sets nothing"),
        (["--set", "overvote=ends"], "stv-scottish has no detail “overvote”"),
        (["--set", "reserved=5 of Memphis"], "class of 1"),
        (["--method", "irv", "--set", "overvote=x"], "Expected one of"),
    ],
)
def test_details_that_cannot_be_set_are_refused(capsys, capital, words, complaint):
    assert complaint in refused(capsys, capital, *words)


def test_a_comparison_reads_for_programs_without_loss(capsys, capital):
    told = json.dumps(counted(capsys, capital, "--compare"))

    assert "Nashville" in told
