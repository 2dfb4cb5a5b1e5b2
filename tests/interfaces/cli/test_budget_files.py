"""A city's budget is counted from its file by one command."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.rules.budgeting.pb_files import a_file

from commonweal.interfaces.cli import count_compare, count_needed
from commonweal.interfaces.cli.main import main

VOTES = "7;1\n8;1,22\n9;22\n"


def counted(capsys, path: Path, *options: str) -> dict:
    """Count a file and read the JSON that comes of it."""
    assert main(["count", str(path), "--json", *options]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.fixture
def a_path(tmp_path) -> Path:
    """Give the path of a small file."""
    path = tmp_path / "city.pb"
    path.write_text(a_file(VOTES), encoding="utf-8")
    return path


def test_a_budget_is_counted_by_what_its_rule_names(capsys, a_path):
    greedy = counted(capsys, a_path)
    a_path.write_text(
        a_path.read_text().replace("rule;greedy", "rule;equalshares/add1")
    )

    fair = counted(capsys, a_path)

    assert greedy["method"] == "greedy"
    assert fair["method"] == "equal-shares-add-one"
    counts = [count for step in fair["steps"] for count in step["counts"].values()]
    assert all(isinstance(count, str) for count in counts)


def test_winners_are_projects_by_id_in_order_of_selection(capsys, a_path):
    outcome = counted(capsys, a_path, "--method", "greedy", "--tie-seed", "a lot")

    assert outcome["winners"] in (["1"], ["22"])
    assert outcome["tied"] == [["1", "22"]]
    assert "a lot" in outcome["tie_break"]
    assert outcome["steps"][0]["counts"] == {"1": "2", "22": "2"}
    assert [step["elected"] for step in outcome["steps"]] == [
        [],
        outcome["winners"],
        [],
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marked_encodings_are_read(capsys, a_path, encoding):
    text = a_path.read_text().replace("Bath", "Kąpielisko")
    a_path.write_bytes(text.encode(encoding))

    outcome = counted(capsys, a_path)

    assert "Kąpielisko" in json.dumps(outcome, ensure_ascii=False)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (a_file("7;333\n"), "Line 12: The vote names “333”. Expected: ids of projects"),
        (a_file("7;1\n").partition("VOTES")[0], "Line 10: The file ends without"),
        ("\x89PNG\r\n\x1a\n\0\0", "Line 1: "),
        ("", "Line 1: The file ends without a section META."),
    ],
    ids=["an unknown project", "cut", "a picture", "nothing"],
)
def test_a_wrong_file_is_refused_and_nothing_is_half_counted(
    capsys, a_path, text, said
):
    a_path.write_text(text, encoding="utf-8")

    status = main(["count", str(a_path), "--json"])

    told = capsys.readouterr()
    assert status == 2
    assert told.out == ""
    assert said in told.err


def test_seats_make_no_sense_for_a_budget(capsys, a_path):
    assert main(["count", str(a_path), "--seats", "2"]) == 2
    assert capsys.readouterr().out == ""


def test_each_step_is_told_in_plain_words(capsys, a_path):
    assert main(["count", str(a_path), "--method", "equal-shares", "--explain"]) == 0

    told = " ".join(capsys.readouterr().out.split())
    assert "3 voters voted on 2 projects." in told


def test_it_says_how_many_more_votes_each_project_not_funded_needed(capsys, a_path):
    assert main(["count", str(a_path), "--method", "greedy", "--explain"]) == 0

    told = " ".join(capsys.readouterr().out.split())
    assert "more vote would have funded it." in told


def test_what_takes_long_is_said_and_done_when_asked_for(capsys, a_path, monkeypatch):
    monkeypatch.setattr(count_needed, "SECONDS", -1)

    main(["count", str(a_path), "--explain"])
    offered = " ".join(capsys.readouterr().out.split())
    main(["count", str(a_path), "--needed"])
    asked_for = " ".join(capsys.readouterr().out.split())

    assert "--needed also works out how many more votes" in offered
    assert "1 more vote would have funded it." in asked_for


def test_a_comparison_leaves_out_what_a_city_waits_minutes_for(
    capsys, a_path, monkeypatch
):
    monkeypatch.setattr(count_compare, "MANY", 1)

    assert main(["count", str(a_path), "--compare"]) == 0

    told = " ".join(capsys.readouterr().out.split())
    assert "--method equal-shares-jump does it." in told
    assert "By every method" in told or "Nobody wins by every method" in told


def test_a_reader_that_has_seen_enough_is_no_fault_of_the_file(a_path):
    count = [sys.executable, "-m", "commonweal.interfaces.cli.main", "count", a_path]

    with subprocess.Popen(
        count, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        running.stdout.close()
        complaint = running.stderr.read()

    assert "cannot be opened" not in complaint
