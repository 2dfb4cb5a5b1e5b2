"""What a file holds to steer a terminal is shown, and steers nothing."""

import json
from pathlib import Path

import pytest

from commonweal.interfaces.cli.main import main
from commonweal.interfaces.cli.shown import shown

EVIL = "Ada\x1b[2J\x00\x9b1m"
SEEN = "Ada␛[2J␀\\x9b1m"
BALLOTS = f'2 1\n3 1 2 0\n2 2 1 0\n0\n"{EVIL}"\n"Ben"\n"Vote\x07 of May"\n'


def controls(text: str) -> set[str]:
    return {one for one in text if not one.isprintable()} - {"\n"}


@pytest.fixture
def ballots(tmp_path: Path) -> str:
    path = tmp_path / "evil.blt"
    path.write_text(BALLOTS, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("code", [*range(32), *range(127, 160)])
def test_every_control_character_but_a_line_end_has_a_visible_stand_in(code):
    told = shown(f"a{chr(code)}b")

    assert told == "a\nb" if code == 10 else told.isprintable()
    assert len(told) >= 3


def test_letters_of_every_script_stay_as_they_are():
    assert shown("Ñandú, Ἀθηνᾶ, أمل, 民\nĐỗ") == "Ñandú, Ἀθηνᾶ, أمل, 民\nĐỗ"


@pytest.mark.parametrize("words", [[], ["--explain"], ["--compare"]])
def test_a_name_cannot_steer_the_terminal(capsys, ballots, words):
    assert main(["count", ballots, *words]) == 0

    said = capsys.readouterr()
    assert controls(said.out + said.err) == set()
    assert SEEN in said.out
    assert "Vote␇ of May" in said.out


def test_programs_read_the_name_as_it_stands(capsys, ballots):
    assert main(["count", ballots, "--json"]) == 0

    assert json.loads(capsys.readouterr().out)["winners"] == [EVIL]


def test_a_complaint_cannot_steer_the_terminal(capsys, tmp_path):
    path = tmp_path / "evil.blt"
    path.write_text("2 1\n1 \x1b[2J 0\n0\n", encoding="utf-8")

    assert main(["count", str(path)]) == 2

    said = capsys.readouterr().err
    assert controls(said) == set()
    assert "␛[2J" in said


def test_those_drawn_and_those_given_seats_cannot_steer_the_terminal(capsys, tmp_path):
    pool, bodies = tmp_path / "pool.csv", tmp_path / "bodies.csv"
    pool.write_text(f"id\n{EVIL}\n", encoding="utf-8")
    bodies.write_text(f"body,members\n{EVIL},5\n", encoding="utf-8")
    words = ["--method", "uniform", "--size", "1", "--seed", "s"]
    shares = ["--method", "webster", "--seats", "2"]

    assert main(["draw", str(pool), *words]) == 0
    assert main(["apportion", str(bodies), *shares]) == 0

    said = capsys.readouterr().out
    assert controls(said) == set()
    assert f"  {SEEN}\n" in said
    assert f"go to {SEEN}." in said
