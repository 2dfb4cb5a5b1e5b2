"""`commonweal draw` draws a panel that anybody can check, or says what is wrong."""

import json
from pathlib import Path

import pytest

from commonweal.interfaces.cli.main import main

PEOPLE = "id,gender,age\n1,w,old\n2,w,young\n3,m,old\n4,M,young\n5,m,old\n"
QUOTAS = (
    "feature,value,min,max\ngender,w,1,1\ngender,m,1,1\nage,old,0,2\nage,young,0,2\n"
)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    pool, quotas = tmp_path / "pool.csv", tmp_path / "quotas.csv"
    pool.write_text(PEOPLE, encoding="utf-8")
    quotas.write_text(QUOTAS, encoding="utf-8")
    return pool, quotas


def asked(files: tuple[Path, Path], **options: str) -> list[str]:
    """Give the words that ask for a panel of two."""
    said = {"quotas": str(files[1]), "size": "2", "seed": "May Day", **options}
    words = [word for name, value in said.items() for word in (f"--{name}", value)]
    return ["draw", str(files[0]), *words]


def drawn(capfd, files: tuple[Path, Path], **options: str) -> dict:
    assert main([*asked(files, **options), "--json"]) == 0
    return json.loads(capfd.readouterr().out)


@pytest.mark.parametrize("method", ["leximin", "maximin", "quotas", "uniform"])
def test_a_draw_is_published_whole_and_passes_the_check(capfd, files, tmp_path, method):
    told = drawn(capfd, files, method=method)
    path = tmp_path / "draw.json"
    path.write_text(json.dumps(told), encoding="utf-8")

    status = main(
        ["draw", str(files[0]), "--quotas", str(files[1]), "--check", str(path)]
    )

    assert status == 0
    assert len(told["panel"]) == 2
    assert told["panel"] == told["lottery"][told["picked"]]["panel"]
    assert sum(one["weight"] for one in told["lottery"]) == told["total_weight"]
    assert told["min_probability"] == min(told["probabilities"].values())
    assert set(told["probabilities"]) == set("12345")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"panel": ["1", "2"]}, "is drawn, and not this one"),
        ({"probabilities": {}}, "not those of the lottery"),
    ],
)
def test_a_draw_that_was_tampered_with_fails_the_check(
    capfd, files, tmp_path, change, said
):
    path = tmp_path / "draw.json"
    path.write_text(json.dumps(drawn(capfd, files) | change), encoding="utf-8")

    status = main(
        ["draw", str(files[0]), "--quotas", str(files[1]), "--check", str(path)]
    )

    assert status == 1
    assert said in capfd.readouterr().out


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"lottery": []}', "\x00"])
def test_what_is_no_draw_cannot_be_checked(capfd, files, tmp_path, text):
    path = tmp_path / "draw.json"
    path.write_text(text, encoding="utf-8")

    assert main(["draw", str(files[0]), "--check", str(path)]) == 2
    assert "This is no draw" in capfd.readouterr().err


def test_people_read_who_was_drawn_and_with_what_chances(capfd, files):
    assert main(asked(files)) == 0

    said = capfd.readouterr().out
    assert said.startswith("2 of 5 people, drawn by leximin")
    assert "smallest chance" in said


def test_whom_the_quotas_shut_out_is_said(capfd, files):
    files[1].write_text(QUOTAS.replace("old,0,2", "old,0,0"), encoding="utf-8")

    assert main(asked(files)) == 0
    assert "on no panel: 3, such as 1, 3 and 5" in capfd.readouterr().out


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_spreadsheets_files_are_read(capfd, files, encoding):
    for path in files:
        text = path.read_text().replace(",", ";").replace("\n", "\r\n")
        path.write_bytes(text.encode(encoding))

    assert len(drawn(capfd, files)["panel"]) == 2


def test_people_without_an_id_are_called_by_their_row(capfd, files):
    files[0].write_text("gender,age\nw,old\nm,old\n", encoding="utf-8")

    assert drawn(capfd, files)["panel"] == ["1", "2"]


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
    assert "expected 1 or more" in capfd.readouterr().err
