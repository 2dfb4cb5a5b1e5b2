"""The worker writes down what fell due and sends letters; nothing depends on it."""

from argparse import Namespace

import pytest
from django.db import DatabaseError
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
