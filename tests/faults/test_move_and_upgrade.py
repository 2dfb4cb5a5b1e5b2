"""Everything moves to another engine, and an upgrade leaves a way back."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.test_restore import Half, half

__all__ = ["half"]


@pytest.mark.parametrize(
    ("source", "onto"), [("sqlite", "postgresql"), ("postgresql", "sqlite")]
)
def test_every_row_moves_and_the_old_database_says_so(
    source: str,
    onto: str,
    half: Half,
    with_tables: Callable[[str], str],
    another: Callable[[str], str],
    tmp_path: Path,
) -> None:
    old = with_tables(source)
    lived = half("live", old)
    shutil.copytree(tmp_path / "live" / "keys", tmp_path / "arrive" / "keys")
    moved = half(
        "arrive",
        another(onto),
        KNOWN=json.dumps(lived["lost"]),
        COMMONWEAL_MOVE_FROM=old,
    )

    assert moved["status"] == 0
    assert moved["same"]
    assert moved["rows"] > 100
    # Work that was queued went as it was, hour and all.
    assert moved["queued"] > 0
    # A second move does nothing, and nothing is served from what was left.
    assert (moved["again"], moved["left"]) == (2, "database_moved_away")
    assert moved["arrived"]
    assert moved["problems"] == moved["steps"] == []
    assert moved["goes_on"]


def test_nothing_moves_into_a_database_that_has_not_all_letters(
    half: Half, with_tables: Callable[[str], str], another: Callable[..., str]
) -> None:
    old = with_tables("sqlite")
    half("live", old)
    letters = "ENCODING SQL_ASCII LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
    url = another("postgresql", letters)

    tried = half("refused_letters", url, COMMONWEAL_MOVE_FROM=old)

    assert tried["status"] == 2
    assert "SQL_ASCII" in tried["said"]
    assert "UTF8" in tried["said"]
    # Neither is marked, so a second try into another one goes through.
    assert (tried["tables"], tried["old"]) == ([], True)


def test_an_older_database_is_kept_before_it_is_upgraded(
    engine: str, half: Half
) -> None:
    done = half("upgrade", engine)

    same = {
        name for name in done["before"] if done["after"][name] == done["before"][name]
    }
    assert done["pending"] == 1
    assert (done["status"], done["left"], done["again"]) == (0, 0, 0)
    # Once only: there was nothing to do the second time.
    assert len(done["kept"]) == 1
    assert {"institutions.member", "journal.line", "people.person"} <= same
    assert done["after"]["backups.restoration"][0] == 0
