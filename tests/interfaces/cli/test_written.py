"""A count, a draw and seats shared out can be kept as a table and as a picture."""

import csv
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

import pytest
from tests.interfaces.cli.panels import asked, written
from tests.interfaces.cli.test_count import PARTY

from commonweal.interfaces.cli.main import main

BODIES = "body,members\nPort,100\n=Mill,80\nRail,30\n"
RESULTS = "body,yes,no,votes\nPort,10,5,3\ntogether,8,9,2\n"
BUDGET = """\
META
key;value
description;Two projects
country;Nowhere
unit;Port
instance;1
num_projects;2
num_votes;3
budget;100
vote_type;approval
rule;greedy
PROJECTS
project_id;cost;name
1;60;=Ramp
2;50;Trees
VOTES
voter_id;vote
1;1
2;1,2
3;1
"""


@pytest.fixture
def party(tmp_path: Path) -> Path:
    path = tmp_path / "party.blt"
    path.write_text(PARTY, encoding="utf-8")
    return path


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def exact(row: dict[str, str]) -> Fraction:
    return Fraction(int(row["numerator"]), int(row["denominator"]))


def words_in(path: Path) -> list[str]:
    text = "{http://www.w3.org/2000/svg}text"
    return [one.text or "" for one in ElementTree.parse(path).iter(text)]


def test_every_number_of_a_count_stands_in_the_table(capsys, party, tmp_path):
    out = tmp_path / "party.csv"

    assert main(["count", str(party), "--csv", str(out)]) == 0

    table = rows(out)
    assert "1. Chocolate" in capsys.readouterr().out
    quota = [row for row in table if row["step"] == "0" and row["column"] == "quota"]
    assert [exact(row) for row in quota] == [6]
    first = {r["option"]: exact(r) for r in table if r["step"] == "1"}
    assert first["Chocolate"] == 12
    moved = [row for row in table if row["column"].startswith("passed to")]
    assert [(r["option"], r["column"], exact(r)) for r in moved][:2] == [
        ("Chocolate", "passed to Strawberries", 4),
        ("Chocolate", "passed to Sweets", 2),
    ]
    assert [r["option"] for r in table if r["state"] == "out"] == ["Pears", "Sweets"]
    winners = [r["option"] for r in table if r["column"] == "place"]
    assert winners == ["Chocolate", "Oranges", "Strawberries"]


def test_a_picture_of_a_count_shows_how_votes_moved(party, tmp_path):
    out = tmp_path / "party.svg"

    assert main(["count", str(party), "--picture", str(out), "--json"]) == 0

    assert "1 Oranges" in words_in(out)
    assert "flow-moved" in out.read_text(encoding="utf-8")


def test_where_no_vote_moved_the_last_step_is_drawn(party, tmp_path):
    out = tmp_path / "party.svg"
    words = ["count", str(party), "--method", "borda", "--seats", "1"]

    assert main([*words, "--picture", str(out)]) == 0

    assert any(said.startswith("Chocolate: ") for said in words_in(out))


def test_a_budget_is_kept_with_what_it_pays_for(tmp_path):
    ballots = tmp_path / "two.pb"
    ballots.write_text(BUDGET, encoding="utf-8")
    table, picture = tmp_path / "two.csv", tmp_path / "two.svg"

    words = ["count", str(ballots), "--csv", str(table), "--picture", str(picture)]
    assert main(words) == 0

    costs = [row for row in rows(table) if row["column"] == "cost"]
    assert [(r["option"], r["name"], exact(r)) for r in costs] == [("1", "'=Ramp", 60)]
    assert words_in(picture) == ["1 =Ramp: 60", "40 left"]


def test_a_draw_is_kept_with_every_chance(capsys, tmp_path):
    files = written(tmp_path)
    table, picture = tmp_path / "draw.csv", tmp_path / "draw.svg"

    assert main([*asked(files, csv=str(table), picture=str(picture))]) == 0

    people = rows(table)
    chances = [
        Fraction(int(one["chance numerator"]), int(one["chance denominator"]))
        for one in people
    ]
    drawn = [one["person"] for one in people if one["state"] == "drawn"]
    assert sum(chances) == 2
    assert capsys.readouterr().out.split()[-2:] == drawn
    assert words_in(picture)[0] == "gender: w: 1 of 2; 1 to 1 asked for"


def test_a_uniform_draw_is_drawn_as_one_bar(tmp_path):
    pool, _ = written(tmp_path)
    out = tmp_path / "draw.svg"
    words = ["draw", str(pool), "--method", "uniform", "--size", "2", "--seed", "x"]

    assert main([*words, "--picture", str(out)]) == 0

    assert words_in(out) == ["2 drawn out of 5"]


def test_seats_are_kept_and_no_name_is_carried_out(tmp_path):
    bodies = tmp_path / "bodies.csv"
    bodies.write_text(BODIES, encoding="utf-8")
    table, picture = tmp_path / "seats.csv", tmp_path / "seats.svg"

    words = ["apportion", str(bodies), "--method", "d-hondt", "--seats", "7"]
    assert main([*words, "--csv", str(table), "--picture", str(picture)]) == 0

    seats = {r["body"]: exact(r) for r in rows(table) if r["column"] == "seats"}
    assert seats == {"Port": 3, "'=Mill": 3, "Rail": 1}
    assert words_in(picture)[0] == "Port: 3 of 7 seats"


def test_a_tie_is_marked_in_the_table(tmp_path):
    bodies, table = tmp_path / "bodies.csv", tmp_path / "seats.csv"
    bodies.write_text("body,members\nPort,5\nMill,5\n", encoding="utf-8")

    words = ["apportion", str(bodies), "--method", "hare", "--seats", "3"]
    assert main([*words, "--tie-seed", "x", "--csv", str(table)]) == 0

    assert [row["state"] for row in rows(table)][-2:] == ["tied", "tied"]


def test_a_vote_held_in_several_bodies_is_kept_with_all_together(tmp_path):
    results, table = tmp_path / "results.csv", tmp_path / "votes.csv"
    results.write_text(RESULTS, encoding="utf-8")

    words = ["apportion", str(results), "--method", "votes-by-result"]
    assert main([*words, "--csv", str(table)]) == 0

    told = {(r["body"], r["answer"]): exact(r) for r in rows(table)}
    assert told["Port", "yes"] == 2
    # A body has that very name.
    assert told["(together)", "yes"] == 2 + Fraction(16, 17)


@pytest.mark.parametrize("word", ["--csv", "--picture"])
def test_nothing_is_written_over(capsys, party, tmp_path, word):
    there = tmp_path / "there"
    there.write_text("mine", encoding="utf-8")

    assert main(["count", str(party), word, str(there)]) == 2

    said = capsys.readouterr()
    assert said.out == ""
    assert "is there already" in said.err
    assert there.read_text(encoding="utf-8") == "mine"


def test_what_cannot_be_written_leaves_nothing_behind(capsys, party, tmp_path):
    table, picture = tmp_path / "party.csv", tmp_path / "nowhere" / "party.svg"
    words = ["count", str(party), "--csv", str(table), "--picture", str(picture)]

    assert main(words) == 2

    said = capsys.readouterr()
    assert said.out == ""
    assert f"{picture} cannot be written" in said.err
    assert sorted(tmp_path.iterdir()) == [party]


def test_one_file_cannot_be_both(capsys, party, tmp_path):
    out = str(tmp_path / "out")

    assert main(["count", str(party), "--csv", out, "--picture", out]) == 2

    assert "Name another file" in capsys.readouterr().err


def test_a_comparison_or_a_check_writes_no_file(capsys, party, tmp_path):
    out = tmp_path / "out.csv"
    pool, _ = written(tmp_path)

    assert main(["count", str(party), "--compare", "--csv", str(out)]) == 2
    assert main(["draw", str(pool), "--check", str(pool), "--csv", str(out)]) == 2

    assert capsys.readouterr().err.count("written of one count") == 2
    assert not out.exists()


def test_what_cannot_be_counted_writes_no_file(party, tmp_path):
    out = tmp_path / "out.csv"

    assert main(["count", str(party), "--seats", "99", "--csv", str(out)]) == 2

    assert not out.exists()
