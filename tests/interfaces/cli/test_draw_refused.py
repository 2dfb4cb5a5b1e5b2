"""`commonweal draw` refuses what makes no sense, and says what is wrong and where."""

from pathlib import Path

import pytest
from tests.interfaces.cli.panels import QUOTAS, asked, written

from commonweal.interfaces.cli.main import main


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    return written(tmp_path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Line 1: This table is empty"),
        ("id,gender\n1,w\n", "Line 1: There is no column for age"),
        (
            "id,gender,age\n1,x,old\n",
            "Line 2: No quota names the value “x” of “gender”",
        ),
        ("id,gender,age\n1,w,old\n1,m,old\n", "Line 3: “1” stands on line 2 already"),
        ("id,gender,age\n,w,old\n", "Line 2: This person has no id"),
        ("id,gender,age\n1,w\n", "Line 2: This row has 2 cells for 3 columns"),
        ("id,gender,age\n1,w,old\n", "The pool has 1 people, too few"),
    ],
)
def test_a_pool_that_makes_no_sense_is_refused_with_the_place(capfd, files, text, said):
    files[0].write_text(text, encoding="utf-8")

    assert main(asked(files)) == 2
    told = capfd.readouterr()
    assert said in told.err
    assert "pool.csv" in told.err
    assert told.out == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Line 1: This table is empty"),
        ("feature,value,min,max\n", "no quotas in this table"),
        ("who,min,max\nw,1,1\n", "does not name the columns"),
        ("feature,value,min,max\ngender,w,1,one\n", "Line 2: “one” is no number"),
        ("feature,value,min,max\ngender,w,-1,1\n", "Line 2: “-1” is no number"),
        ("feature,value,min,max\ngender,w,2,1\n", "at least 2 and at most 1"),
        ("feature,value,min,max\ngender,,1,1\n", "Line 2: A feature or its value"),
        ("feature,value,min,max\ng,w,1,1\nG,W,1,1\n", "Line 3: “W” of “G” stands on"),
        (QUOTAS.replace("w,1,1", "w,3,3"), "add up to 4, more than the panel of 2"),
        (QUOTAS.replace("young,0,2", "young,2,2").replace("w,1,1", "w,2,2")
         .replace("m,1,1", "m,0,1"), "instead of"),
    ],
)  # fmt: skip
def test_quotas_that_make_no_sense_are_refused(capfd, files, text, said):
    files[1].write_text(text, encoding="utf-8")

    assert main(asked(files)) == 2
    told = capfd.readouterr()
    assert said in told.err
    assert told.out == ""


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"method": "guess"}, "“guess” is no way to draw"),
        ({"size": "0"}, "expected 1 or more"),
        ({"size": "9"}, "too few for a panel of 9"),
        ({"seed": ""}, "Name a seed"),
        ({"quotas": "away.csv"}, "cannot be opened"),
    ],
)
def test_what_cannot_be_drawn_is_refused(capfd, files, options, said):
    assert main(asked(files, **options)) == 2
    assert said in capfd.readouterr().err


def test_quotas_and_size_have_to_be_named(capfd, files):
    assert main(["draw", str(files[0]), "--size", "2", "--seed", "s"]) == 2
    assert "Name the file of quotas" in capfd.readouterr().err
    assert main(["draw", str(files[0])]) == 2
    assert "Say how many are to be drawn" in capfd.readouterr().err


def test_a_pool_without_names_of_columns_loses_nobody(capsys, tmp_path):
    pool = tmp_path / "pool.csv"
    pool.write_text("Asha\nBen\nCol\n", encoding="utf-8")

    status = main(
        ["draw", str(pool), "--size", "1", "--method", "uniform", "--seed", "May Day"]
    )

    assert status == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Line 1: No column says what people are called" in said.err
