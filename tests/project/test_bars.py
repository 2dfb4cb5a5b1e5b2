"""The table of bars says what holds, what is missed, and what could not be measured."""

import subprocess

import pytest
from benchmarks import budgets, environment, sortition, stv
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
