"""A file counted in parts, here or on many machines, is counted as if it were whole."""

import logging
import sys
from concurrent.futures import BrokenExecutor

import pytest
from distributed import LocalCluster
from tests.interfaces.cli.test_count import CIRCLE, PARTY, counted, refused

from commonweal.interfaces.cli import count_parts
from commonweal.interfaces.cli.main import main
from commonweal.rules.voting.formats import blt_parts

FAULTY = PARTY.replace("4 3 5 0", "4 3 9 0")


@pytest.fixture(scope="module")
def machines():
    """Give the address of two workers that stand for two machines."""
    # Dask writes of its own end to where a test that is over was listened to.
    logging.raiseExceptions = False
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        yield cluster.scheduler_address


@pytest.fixture
def small_pieces(monkeypatch):
    """Cut even a village's file."""
    monkeypatch.setattr(blt_parts.pieces, "__defaults__", (10,))


@pytest.mark.parametrize("number", ["1", "2"])
@pytest.mark.parametrize("text", [PARTY, CIRCLE], ids=["party", "circle"])
def test_processes_count_as_one_would(text, number, capsys, tmp_path, small_pieces):
    path = tmp_path / "election.blt"
    path.write_text(text)
    whole = counted(capsys, str(path))

    in_parts = counted(capsys, str(path), "--processes", number)

    assert in_parts == whole


def test_dask_counts_as_one_would(machines, capsys, tmp_path, small_pieces):
    path = tmp_path / "election.blt"
    path.write_text(PARTY)
    whole = counted(capsys, str(path))

    in_parts = counted(capsys, str(path), "--dask", machines)

    assert in_parts == whole


def test_a_fault_is_told_with_its_line_as_in_a_whole_file(capsys, tmp_path):
    path = tmp_path / "faulty.blt"
    path.write_text(FAULTY)

    told = refused(capsys, str(path), "--processes", "2")

    assert told == refused(capsys, str(path))
    assert "Line 5" in told


def test_no_processes_are_refused(capsys, tmp_path):
    path = tmp_path / "party.blt"
    path.write_text(PARTY)

    assert "from one up" in refused(capsys, str(path), "--processes", "0")


def test_a_large_file_is_counted_in_parts_unasked(capsys, tmp_path, monkeypatch):
    path = tmp_path / "party.blt"
    path.write_text(PARTY)
    asked = []
    monkeypatch.setattr("commonweal.interfaces.cli.count.LARGE", 10)
    monkeypatch.setattr(count_parts, "read_by", lambda path, **told: asked.append(told))

    told = counted(capsys, str(path))

    assert told["winners"]
    assert asked == [{"processes": None, "dask": None}]


def test_without_dask_people_are_told_what_to_install(capsys, tmp_path, monkeypatch):
    path = tmp_path / "party.blt"
    path.write_text(PARTY)
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.delitem(
        sys.modules, "commonweal.interfaces.cli.count_dask", raising=False
    )

    told = refused(capsys, str(path), "--dask", "tcp://127.0.0.1:1")

    assert "commonweal[dask]" in told


def test_a_scheduler_that_is_not_there_is_told(capsys, tmp_path, monkeypatch):
    path = tmp_path / "party.blt"
    path.write_text(PARTY)
    monkeypatch.setattr("commonweal.interfaces.cli.count_dask.PATIENCE", "100ms")

    assert main(["count", str(path), "--dask", "tcp://127.0.0.1:9"]) == 2
    assert "No Dask scheduler answers" in capsys.readouterr().err


def test_a_process_that_is_stopped_is_told(capsys, tmp_path, monkeypatch):
    path = tmp_path / "party.blt"
    path.write_text(PARTY)

    def broken(*_):
        raise BrokenExecutor

    monkeypatch.setattr(count_parts, "tallied", broken)

    assert "was stopped" in refused(capsys, str(path), "--processes", "2")
