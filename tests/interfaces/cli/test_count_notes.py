"""`commonweal count` says what of a file was guessed, passed over, or may be a slip."""

import json

import pytest
from tests.interfaces.cli.test_count import PARTY, counted, party, refused, written

from commonweal.interfaces.cli.main import main

assert party


def test_old_files_in_the_alphabet_of_windows_are_read(capsys, tmp_path):
    path = tmp_path / "old.blt"
    path.write_bytes(PARTY.replace("Pears", "Péras").encode("cp1252"))

    outcome = counted(capsys, str(path))
    assert "Péras" in outcome["steps"][0]["counts"]
    assert "line 10 cannot be read as such" in outcome["notes"][0]
    assert main(["count", str(path)]) == 0
    assert "read in an older alphabet, WINDOWS-1252" in capsys.readouterr().err


def test_what_is_no_text_is_refused_with_its_line(capsys, tmp_path):
    path = tmp_path / "torn.blt"
    path.write_bytes(PARTY.replace("Pears", "Péras").encode("cp1252") + "é".encode())

    assert "Line 10: A letter cannot be read" in refused(capsys, str(path))


WITHDRAWN = '4 3\n-2\n-3\n9 1 2 0\n4 4 3 0\n0\n"Ada"\n"Ben"\n"Col"\n"Dot"\n"Us"\n'


@pytest.mark.parametrize("words", [(), ("--explain",), ("--compare",)])
def test_who_withdrew_and_which_places_stay_empty_is_told(capsys, tmp_path, words):
    file = written(tmp_path / "few.blt", WITHDRAWN)

    assert main(["count", file, *words]) == 0
    people = " ".join(capsys.readouterr().out.split())
    assert main(["count", file, *words, "--json"]) == 0
    programs = json.loads(capsys.readouterr().out)

    gone = "Withdrawn, so that ballots pass over these names: Ben and Col."
    empty = (
        "Places: 3. Candidates who stand: 2. So 1 of the places stay empty, whatever "
        "the ballots say."
    )
    assert gone in people
    assert empty in people
    assert programs["withdrawn"] == ["Ben", "Col"]
    assert programs["notes"] == [gone, empty]


CHOICES = "choice 1,choice 2,times\nBread,Roses,9\nRoses,Bred,1\n,Roses,3\n"


def test_a_misspelt_choice_is_told_and_with_the_options_named_refused(capsys, tmp_path):
    file = written(tmp_path / "by_hand.csv", CHOICES)

    assert main(["count", file, "--method", "irv"]) == 0
    assert "“Bred” on 1 ballot, first in line 3, is spelt" in capsys.readouterr().err
    notes = counted(capsys, file, "--method", "irv")["notes"]
    assert len(notes) == 1
    named = ("--method", "irv", "--options", 'Bread, "Roses", Coal')
    assert "Line 3: “Bred” is none of the options." in refused(capsys, file, *named)


def test_options_are_named_for_tables_alone(capsys, party):
    assert "is for tables" in refused(capsys, party, "--options", "Ada,Ben")


def test_what_looks_like_a_slip_is_told_beside_the_count_and_to_programs_in_it(
    tmp_path, capsys
):
    slip = '3 1\n2 1=2 3 0\n1 3 1 1 0\n0\n"Ada"\n"Ben"\n"Our block"\n'
    file = written(tmp_path / "slip.blt", slip)

    assert main(["count", file]) == 0
    people = capsys.readouterr()
    assert main(["count", file, "--json"]) == 0
    programs = capsys.readouterr()

    assert "“Our block” is the title" in people.err
    assert "2 ballots rank two or more the same." in people.err
    assert "1 ballot names somebody twice." in people.err
    assert "Our block" in people.out
    assert programs.err == ""
    notes = json.loads(programs.out)["notes"]
    assert [f"{file}: {note}" for note in notes] == people.err.splitlines()
