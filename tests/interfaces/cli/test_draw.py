"""`commonweal draw` draws a panel that anybody can check, or says what is wrong."""

import json
from pathlib import Path

import pytest
from tests.interfaces.cli.panels import QUOTAS, asked, written

from commonweal.interfaces.cli.main import main


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    return written(tmp_path)


def drawn(capfd, files: tuple[Path, Path], **options: str) -> dict:
    assert main([*asked(files, **options), "--json"]) == 0
    return json.loads(capfd.readouterr().out)


def checked(capfd, files: tuple[Path, Path], told: object, *words: str) -> tuple:
    """Check what is told of a draw; give the status, what is said and complained."""
    path = files[0].parent / "draw.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    named = words or ("--quotas", str(files[1]))
    status = main(["draw", str(files[0]), *named, "--check", str(path)])
    said = capfd.readouterr()
    return status, " ".join(said.out.split()), said.err


@pytest.mark.parametrize("method", ["leximin", "maximin", "quotas", "uniform"])
def test_a_draw_is_published_whole_and_passes_the_check(capfd, files, method):
    told = drawn(capfd, files, method=method)

    status, said, _ = checked(capfd, files, told)

    assert status == 0
    assert said.startswith("The draw is right.")
    assert len(told["panel"]) == 2
    assert told["panel"] == told["lottery"][told["picked"]]["panel"]
    assert sum(one["weight"] for one in told["lottery"]) == told["total_weight"]
    assert told["min_probability"] == min(told["probabilities"].values())
    assert set(told["probabilities"]) == set("12345")


def test_what_a_check_does_not_hold_is_said(capfd, files):
    _, said, _ = checked(capfd, files, drawn(capfd, files))
    assert "Not checked is whether these are the panels that leximin finds" in said

    told = drawn(capfd, files, method="uniform")
    _, said, _ = checked(capfd, files, told)
    assert "nothing is held against the quotas" in said


def test_a_uniform_draw_is_checked_with_quotas_and_without(capfd, files):
    assert main([*asked(files, method="uniform"), "--json"]) == 0
    by_quotas = json.loads(capfd.readouterr().out)
    words = ["--method", "uniform", "--size", "2", "--seed", "May Day"]
    assert main(["draw", str(files[0]), *words, "--json"]) == 0
    without = json.loads(capfd.readouterr().out)

    assert checked(capfd, files, without)[0] == 0
    right = (0, "The draw is right.", "")
    assert checked(capfd, files, without, *words) == right
    status, said, _ = checked(capfd, files, by_quotas, *words)

    assert by_quotas["replacements"] != without["replacements"]
    assert status == 1
    assert said.endswith("If the draw named quotas, name them with --quotas.")


def test_a_draw_by_quotas_is_not_checked_without_them(capfd, files):
    told = drawn(capfd, files)

    status, said, complaint = checked(capfd, files, told, "--size", "2")

    assert (status, said) == (2, "")
    assert "Name the file of quotas" in complaint


@pytest.mark.parametrize(
    ("option", "right", "wrong"),
    [
        ("--seed", "May Day", "another"),
        ("--seed", "May Day", ""),
        ("--size", "2", "3"),
        ("--method", "leximin", "maximin"),
    ],
)
def test_what_is_named_with_a_check_must_be_what_the_draw_says(
    capfd, files, option, right, wrong
):
    told, quotas = drawn(capfd, files), ("--quotas", str(files[1]))

    assert checked(capfd, files, told, *quotas, option, right)[0] == 0
    status, said, _ = checked(capfd, files, told, *quotas, option, wrong)

    assert status == 1
    assert said == f"The draw says “{right}” where you named “{wrong}” with {option}."


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"panel": ["1", "2"]}, "is drawn, and not this one"),
        ({"probabilities": {}}, "not those of the lottery"),
        ({"picked": 77}, "“picked” is 77 in this draw"),
        ({"picked": False}, "“picked” is false in this draw"),
        ({"total_weight": 999}, "“total_weight” is 999 in this draw"),
        ({"min_probability": 0.9}, "“min_probability” is 0.9 in this draw"),
        ({"replacements": {}}, "The replacements told are not those"),
        ({"replacements": {"1": ["2", "2", "zz"]}}, "The replacements told are not"),
        ({"shut_out": ["1"]}, "Those told as shut out are not those"),
        ({"method": "banana"}, "“banana” is no way to draw"),
        ({"method": "uniform"}, "not those that this seed gives everybody"),
        ({"size": 3}, "Panel 1 has 2 people instead of 3"),
    ],
)
def test_a_draw_that_was_tampered_with_fails_the_check(capfd, files, change, said):
    status, told, _ = checked(capfd, files, drawn(capfd, files) | change)

    assert status == 1
    assert said in told
    assert "right." not in told


@pytest.mark.parametrize("weight", [3.9, 3.0, "3", True, 0, -1, None])
def test_weights_are_whole_numbers_or_the_draw_is_wrong(capfd, files, weight):
    told = drawn(capfd, files)
    told["lottery"][0]["weight"] = weight

    status, said, _ = checked(capfd, files, told)

    assert status == 1
    assert said == "The weight of panel 1 is not a whole number above 0."


def test_a_draw_whose_panels_miss_a_quota_fails_the_check(capfd, files):
    told = drawn(capfd, files)
    files[1].write_text(QUOTAS.replace("w,1,1\ngender,m,1,1", "w,2,2\ngender,m,0,2"))

    status, said, _ = checked(capfd, files, told)

    assert status == 1
    assert said == "Panel 1 misses the quota for “w” of “gender”."


@pytest.mark.parametrize(
    "change",
    [{"size": "2"}, {"size": 2.0}, {"seed": 1}, {"seed": "\ud800"}, {"panel": "12"},
     {"panel": [1, 2]}, {"lottery": {}}, {"method": ["leximin"]}, {"more": 1},
     {"lottery": [{"panel": ["1", "2"], "weight": 1, "more": 1}]}],
)  # fmt: skip
def test_a_draw_in_other_forms_is_no_draw(capfd, files, change):
    status, said, complaint = checked(capfd, files, drawn(capfd, files) | change)

    assert (status, said) == (2, "")
    assert "This is no draw" in complaint


def test_a_draw_that_tells_one_thing_twice_is_no_draw(capfd, files, tmp_path):
    text = json.dumps(drawn(capfd, files))
    path = tmp_path / "draw.json"
    path.write_text('{"picked": 9, ' + text[1:], encoding="utf-8")

    quotas = ("--quotas", str(files[1]))
    assert main(["draw", str(files[0]), *quotas, "--check", str(path)]) == 2
    assert "This is no draw" in capfd.readouterr().err


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"lottery": []}', "\x00", "[" * 99999]
)
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


def test_a_pool_in_an_older_alphabet_is_told_and_the_draw_passes_the_check(
    capfd, tmp_path
):
    pool = tmp_path / "old.csv"
    pool.write_bytes("id\nJosé\nAda\n".encode("cp1252"))
    words = ["draw", str(pool), "--method", "uniform", "--size", "1", "--seed", "May"]

    assert main(words) == 0
    people = capfd.readouterr()
    assert main([*words, "--json"]) == 0
    programs = capfd.readouterr()
    (tmp_path / "draw.json").write_text(programs.out, encoding="utf-8")
    assert main([*words[:2], "--check", str(tmp_path / "draw.json")]) == 0

    assert "line 2 cannot be read as such" in people.err
    assert json.loads(programs.out)["notes"] == [people.err.removesuffix("\n")]
    assert programs.err == ""
