"""The worker writes down what fell due and sends letters; nothing depends on it."""

import sqlite3
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing, contextmanager
from unittest.mock import patch

import pytest
from django.db import DatabaseError, connection
from django.utils import timezone
from tests.builders import day

from commonweal.foundation import duties
from commonweal.foundation.people import actions as people
from commonweal.foundation.people.models import OutgoingMail, SignInLink
from commonweal.interfaces.cli import work

# The worker has transactions of its own, so these tests are in none.
pytestmark = pytest.mark.django_db(transaction=True)


def work_once() -> int:
    """Run the command as `commonweal work --once` does."""
    return work.run(Namespace(once=True))


def write_to_ben() -> None:
    """Write a letter."""
    people.write_letter(
        address="ben@example.org",
        subject="Tonight",
        body="At seven.",
        at=timezone.now(),
    )


def test_letters_go_out_though_something_that_is_due_breaks(mailoutbox, monkeypatch):
    def breaks(*, at):
        raise ValueError("boom")

    monkeypatch.setattr(duties, "settle_all", breaks)
    write_to_ben()

    assert work_once() == 0
    assert [letter.subject for letter in mailoutbox] == ["Tonight"]


def test_a_letter_goes_out_once_and_its_words_are_forgotten(mailoutbox):
    write_to_ben()

    work_once()
    work_once()

    assert [letter.subject for letter in mailoutbox] == ["Tonight"]
    assert OutgoingMail.objects.get().sealed is None


def test_what_fell_due_is_written_down():
    ben = people.arrive(email="ben@example.org", language="en", at=day(0))
    people.send_sign_in_link(ben.email, language="en", link=str, at=day(0))

    assert work_once() == 0
    assert SignInLink.objects.count() == 0


def test_a_database_that_is_away_ends_no_worker(monkeypatch, caplog):
    def away(*, at: object) -> None:
        raise DatabaseError("disk full")

    monkeypatch.setattr(duties, "settle_all", away)
    monkeypatch.setattr(work, "close_old_connections", lambda: None)

    assert work_once() == 0
    assert "could not be written down" in caplog.text


def test_what_was_erased_does_not_stand_on_in_the_log_of_the_database(tmp_path):
    """SQLite leaves what it wrote in a file beside the database."""
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite keeps a log that is read as it is")
    path = tmp_path / "node.sqlite3"
    with closing(sqlite3.connect(path)) as node:
        node.executescript("PRAGMA journal_mode=WAL; PRAGMA secure_delete=ON;")
        node.execute("CREATE TABLE said (words TEXT)")
        node.execute("INSERT INTO said VALUES ('Calle de la Palma 12')")
        node.commit()
        node.execute("DELETE FROM said")
        node.commit()
        log = path.with_name("node.sqlite3-wal")
        assert b"Calle de la Palma" in log.read_bytes()

        with connection_to(node):
            assert work.empty_log()

        assert b"Calle de la Palma" not in log.read_bytes()
        assert b"Calle de la Palma" not in path.read_bytes()


def test_a_log_that_somebody_reads_is_emptied_another_time(monkeypatch):
    tries = []
    monkeypatch.setattr(work, "empty_log", lambda: tries.append(1) or False)

    assert not work._attempt_emptying()
    work_once()

    assert len(tries) == 2


@contextmanager
def connection_to(node: sqlite3.Connection) -> Iterator[None]:
    """Let the database be this one."""
    with patch("commonweal.interfaces.cli.work.connection") as there:
        there.vendor = "sqlite"
        there.cursor.side_effect = lambda: closing(node.cursor())
        yield
