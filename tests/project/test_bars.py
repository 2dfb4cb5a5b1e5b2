"""The table of bars says what holds, what is missed, and what could not be measured."""

import subprocess
import sys

import pytest
from benchmarks import budgets, environment, parts, sortition, stv
from benchmarks.__main__ import main
from benchmarks.rows import at_least, at_most, skipped, told


def test_a_bar_that_could_not_be_measured_is_skipped_and_not_missed(capsys):
    rows = [
        at_least("a count", 12, 10),
        at_most("memory", 90, 100, "MB"),
        skipped("a peer", "the peers cannot be installed"),
    ]

    status = told(rows)

    said = capsys.readouterr().out
    assert status == 0
    assert "Every bar holds." in said
    assert "the peers cannot be installed" in said
    assert "Skipped, because something is not on this machine: 1." in said


def test_a_bar_that_is_missed_is_told_and_ends_with_status_1(capsys):
    status = told([at_least("a count", 9, 10), at_most("memory", 90, 100, "MB")])

    assert status == 1
    assert "Bars missed: 1." in capsys.readouterr().out


def test_without_the_published_files_their_parts_are_skipped(monkeypatch, tmp_path):
    monkeypatch.setattr(budgets, "PLACES", tmp_path / "nothing")
    monkeypatch.setattr(sortition, "POOLS", tmp_path / "nothing")

    rows = [*budgets.rows(), *sortition.rows("")]

    assert [row.holds for row in rows] == [None, None]


def test_without_the_peers_ours_alone_is_measured(monkeypatch, tmp_path):
    def fails(*words):
        raise subprocess.CalledProcessError(1, words)

    figures = {"count": 1.0, "whole": 1.0, "memory": 1.0, "sums": 1.0}
    monkeypatch.setattr(environment, "PLACE", tmp_path / "peers")
    monkeypatch.setattr(environment, "run", fails)
    monkeypatch.setattr(stv, "made", lambda: None)
    monkeypatch.setattr(stv, "ours", lambda *asked: figures)

    rows = list(stv.rows())

    assert rows[0].holds is None
    assert all(row.holds for row in rows[1:])
    assert not any("whole process" in row.work for row in rows)


def test_the_environment_of_the_peers_that_cannot_be_made_is_said(
    monkeypatch, tmp_path
):
    def fails(*words):
        raise subprocess.CalledProcessError(1, words)

    monkeypatch.setattr(environment, "PLACE", tmp_path / "peers")
    monkeypatch.setattr(environment, "run", fails)

    with pytest.raises(environment.NotHere, match="cannot be installed"):
        environment.peers_python()


# What the table asks for, by words of the rows that answer it.
ASKED = {
    "STV, IRV and Schulze, whole process": (
        "stv-scottish, 1,000,000 ballots, whole process",
        "irv, 1,000,000 ballots, whole process",
        "schulze, 1,000,000 ballots, whole process",
    ),
    "their counts alone": (
        "stv-scottish, 1,000,000 ballots, count",
        "irv, 1,000,000 ballots, count",
        "schulze, 1,000,000 ballots, count",
    ),
    "Meek": ("stv-meek, 1,000,000 ballots, count",),
    "equal shares, count and whole process": (
        "Lodz_2022, equal-shares",
        "Lodz_2022, equal-shares, whole process",
        "Warszawa_2020_Praga-Poludnie, equal-shares",
        "Warszawa_2020_Praga-Poludnie, equal-shares, whole process",
    ),
    "add-one, and its memory": (
        "Warszawa_2020_Praga-Poludnie, equal-shares-add-one, recorded",
        "Warszawa_2020_Praga-Poludnie, equal-shares-add-one, memory",
    ),
    "any currency unit": ("in forints, equal-shares-add-one",),
    "greedy and Phragmén": (
        "Lodz_2022, greedy",
        "Lodz_2022, phragmen",
        "Warszawa_2020_Praga-Poludnie, greedy",
        "Warszawa_2020_Praga-Poludnie, phragmen",
    ),
    "leximin": (
        "leximin, pool_150_24",
        "leximin, pool_150_24, order",
        "leximin, fixture_150_22, order",
        "leximin, pool_150_24, loose quotas",
        "leximin, pool_825_75",
    ),
    "a tally in parts": (
        "a tally in parts, 100,000,000 ballots, memory",
        "a tally in parts, 300,000 ballots, outcome",
        "the adapter to Dask",
    ),
}
FIGURES = {
    "count": 1.0,
    "whole": 1.0,
    "memory": 1.0,
    "sums": 1.0,
    "draw": 1.0,
    "times": [1.0],
    "winners": [],
    "chances": [0.1],
    "tally": 1.0,
    "ballots": 100_000_000,
}


@pytest.fixture
def at_hand(monkeypatch, tmp_path):
    """Let all be here, and everything be measured at once."""
    for module in (budgets, sortition, stv):
        monkeypatch.setattr(module, "peers_python", lambda: "python")
    for module in (budgets, sortition, parts, stv):
        monkeypatch.setattr(module, "measured", lambda words: dict(FIGURES))
    for name in sortition.SIZES:
        (tmp_path / name).mkdir()
        (tmp_path / name / "features.csv").write_text("feature,value,min,max\n")
    monkeypatch.setattr(sortition, "POOLS", tmp_path)
    monkeypatch.setattr(budgets, "PLACES", tmp_path)
    monkeypatch.setattr(stv, "made", lambda: None)
    monkeypatch.setattr(stv, "ours", lambda *asked: dict(FIGURES))
    monkeypatch.setattr(parts, "DIFFERENT", 1_000)
    monkeypatch.setattr(sys, "argv", ["benchmarks"])


def test_the_command_has_a_row_with_its_bar_for_all_that_was_asked(at_hand, capsys):
    main()

    _, *said, _ = capsys.readouterr().out.splitlines()
    missing = [
        work
        for asked in ASKED.values()
        for work in asked
        if not any(f"{work} " in line for line in said)
    ]
    assert missing == []
    assert all(line.endswith((" holds", " MISSED")) for line in said)


def test_parts_yield_the_same_outcome_and_a_wrong_one_is_told(monkeypatch):
    monkeypatch.setattr(parts, "DIFFERENT", 1_000)
    assert parts.same_in_parts(voters=300).holds

    wrong = iter(range(9))
    monkeypatch.setattr(parts, "outcomes_of", lambda tally: next(wrong))
    assert parts.same_in_parts(voters=300).holds is False
