"""What was committed is on the disk before anybody hears of it; waits are shared."""

import os
from copy import deepcopy
from threading import Barrier, Event, Thread

import pytest
from django.db import connections, transaction

from commonweal.project.environment import database
from commonweal.project.queued_sqlite3.base import DatabaseWrapper
from commonweal.project.queued_sqlite3.on_disk import Disk

OURS = "ours"


@pytest.fixture
def file(tmp_path, django_db_blocker):
    """Give a connection to a file of our own engine, with a table in it."""
    settings = deepcopy(connections["default"].settings_dict) | database(None, tmp_path)
    with django_db_blocker.unblock():
        connections[OURS] = DatabaseWrapper(settings, OURS)
        with connections[OURS].cursor() as cursor:
            cursor.execute("CREATE TABLE word (said text)")
            cursor.execute("INSERT INTO word VALUES ('first')")
        yield connections[OURS]
        connections[OURS].close()
    del connections[OURS]


@pytest.fixture
def written_down(file, monkeypatch):
    """Note each time that the disk is waited for."""
    notes: list[int] = []
    wait = os.fdatasync

    def noted(log: int) -> None:
        notes.append(log)
        wait(log)

    monkeypatch.setattr(os, "fdatasync", noted)
    return notes


def say(word: str) -> None:
    with connections[OURS].cursor() as cursor:
        cursor.execute("INSERT INTO word VALUES (%s)", [word])


def test_a_transaction_is_on_the_disk_when_it_is_over(written_down):
    with transaction.atomic(using=OURS):
        say("strike")
        say("wait")
        before = len(written_down)

    assert before == 0
    assert len(written_down) == 1


def test_a_statement_by_itself_is_on_the_disk_when_it_is_done(written_down):
    say("strike")

    assert len(written_down) == 1


def test_who_only_reads_or_takes_back_waits_for_nothing(written_down, file):
    with transaction.atomic(using=OURS), file.cursor() as cursor:
        cursor.execute("SELECT said FROM word")
        assert cursor.fetchall() == [("first",)]
    with pytest.raises(ZeroDivisionError), transaction.atomic(using=OURS):
        raise ZeroDivisionError

    assert written_down == []


def test_one_wait_serves_all_who_came_before_it(tmp_path, monkeypatch):
    disk, entered, go_on = Disk(str(tmp_path / "some")), Event(), Event()
    waits: list[int] = []

    def slow() -> None:
        waits.append(disk.asked)
        entered.set()
        assert go_on.wait(10)

    monkeypatch.setattr(disk, "write_down", slow)
    first = Thread(target=disk.keep)
    first.start()
    assert entered.wait(10)
    ready = Barrier(6)
    others = [Thread(target=lambda: (ready.wait(), disk.keep())) for _ in range(5)]
    for one in others:
        one.start()
    ready.wait(10)
    while disk.asked < 6:
        pass
    go_on.set()
    for one in (first, *others):
        one.join(10)

    # The first wait had begun before the others came: it may not stand for them.
    assert waits == [1, 6]
    assert disk.kept == 6


def test_a_disk_that_fails_is_told_to_who_waits_and_asked_again_by_the_next(
    tmp_path, monkeypatch
):
    disk = Disk(str(tmp_path / "some"))

    def broken() -> None:
        raise OSError("no space left")

    monkeypatch.setattr(disk, "write_down", broken)
    with pytest.raises(OSError, match="no space"):
        disk.keep()
    monkeypatch.undo()
    disk.keep()

    assert disk.kept == disk.asked == 2
