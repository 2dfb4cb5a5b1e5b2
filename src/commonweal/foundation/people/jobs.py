"""Sending the letters that have been written.

The row is the truth: a letter whose task was lost, or whose mail server was away, is
found again by the next. A worker takes a letter in hand before it sends it and says so
in the row, and says as well what became of it; so two workers never send one letter,
and of one that was killed in between it is known that there is a doubt.
"""

import smtplib
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Literal

from django.conf import settings
from django.core.mail import EmailMessage, mailers
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend
from django.db.models import F
from django.tasks import task

from commonweal.foundation.people.access import NOWHERE as NOWHERE
from commonweal.foundation.people.access import reaches_mailboxes
from commonweal.foundation.people.models import OutgoingMail, Person
from commonweal.foundation.people.queries import OpenedLetter, opened_letter
from commonweal.foundation.people.queries.outgoing import (
    MOST_ATTEMPTS as MOST_ATTEMPTS,
)
from commonweal.rules.verdict import Refused

type Became = Literal["sent", "refused", "later", "nobody_there", "in_doubt"]

# How many one worker takes in hand at a time; the rest follow within seconds.
AT_ONCE = 200
# A worker that has a letter in hand for longer than this is not there any more.
IN_HAND = timedelta(hours=1)
# An answer that is never to be another; of others the next try may have a better one.
FOR_GOOD = 500


class _Line(smtplib.SMTP):
    """A connection that knows whether a letter was handed over and not answered."""

    is_in_doubt = False

    def data(self, msg: Any) -> tuple[int, bytes]:
        """Hand a letter over; until the answer comes nobody knows whether it went."""
        self.is_in_doubt = True
        answer = super().data(msg)
        self.is_in_doubt = False
        return answer


class Postbox(EmailBackend):
    """Django's way of sending mail, over a connection that knows of a doubt."""

    connection_class = _Line

    def is_in_doubt(self) -> bool:
        """Say whether the last letter was handed over and not answered."""
        line: object = self.connection
        return isinstance(line, _Line) and line.is_in_doubt


@task
def deliver_letters(at: str) -> int:
    """Send every letter that waits; say how many went out.

    Once it is gone its address and words are forgotten. A demo sends nothing and shows
    its letters; a node without a mail server keeps them until they are stale.
    """
    if not reaches_mailboxes():
        return 0
    moment = datetime.fromisoformat(at)
    _let_go(moment)
    waiting = OutgoingMail.objects.filter(
        sent_at=None, refused_at=None, tried_at=None, attempts__lt=MOST_ATTEMPTS
    ).order_by("attempts", "written_at", "id")
    due = [letter for letter in waiting if moment >= tried_again_at(letter)]
    return _deliver_all(due[:AT_ONCE], at=moment)


def tried_again_at(letter: OutgoingMail) -> datetime:
    """Say from when a letter may be tried: at once, then after 1, 3, 7 … minutes."""
    return letter.written_at + timedelta(minutes=2**letter.attempts - 1)


def _let_go(at: datetime) -> None:
    """Decide about letters that a worker had in hand when it was killed."""
    in_doubt = OutgoingMail.objects.filter(tried_at__lte=at - IN_HAND, sent_at=None)
    in_doubt.filter(is_reminder=True).update(
        tried_at=None, sent_at=at, sealed=None, address_digest=""
    )
    in_doubt.update(tried_at=None)


def _deliver_all(letters: Iterable[OutgoingMail], *, at: datetime) -> int:
    """Send letters over one connection, until the server is not there any more."""
    connection = mailers["default"]
    sent = 0
    try:
        for letter in letters:
            became = _deliver(letter, connection, at=at)
            sent += became == "sent"
            if became in {"nobody_there", "in_doubt"}:
                break
    finally:
        _close(connection)
    return sent


def _deliver(
    letter: OutgoingMail, connection: BaseEmailBackend, *, at: datetime
) -> Became | None:
    # Taken in hand by counting the attempt, which also puts off the next one.
    mine = OutgoingMail.objects.filter(pk=letter.pk)
    free = mine.filter(sent_at=None, tried_at=None, attempts=letter.attempts)
    if not free.update(attempts=F("attempts") + 1, tried_at=at):
        return None
    became = _sent(letter, connection)
    match became:
        case "sent":
            _note_refusal(letter, None)
            mine.update(sent_at=at, tried_at=None, sealed=None, address_digest="")
        case "refused":
            _note_refusal(letter, at)
            mine.update(refused_at=at, tried_at=None, sealed=None, address_digest="")
        case "in_doubt" if letter.is_reminder:
            mine.update(sent_at=at, tried_at=None, sealed=None, address_digest="")
        case _:
            mine.update(tried_at=None)
    return became


def _note_refusal(letter: OutgoingMail, at: datetime | None) -> None:
    """Say to whoever confirmed the address that letters do not come, or come again."""
    there = Person.objects.filter(
        email_digest=letter.address_digest, email_confirmed=True
    ).exclude(email_digest="")
    if at is not None:
        there.update(letters_refused_on=at.date())
    else:
        there.exclude(letters_refused_on=None).update(letters_refused_on=None)


def _sent(letter: OutgoingMail, connection: BaseEmailBackend) -> Became:
    try:
        connection.open()
        connection.send_messages([_message(letter, opened_letter(letter))])
    except smtplib.SMTPRecipientsRefused as refusal:
        codes = [code for code, _ in refusal.recipients.values()]
        return "refused" if codes and min(codes) >= FOR_GOOD else "later"
    except smtplib.SMTPDataError as refusal:
        return "refused" if refusal.smtp_code >= FOR_GOOD else "later"
    except smtplib.SMTPResponseException:
        # The server takes nothing from us as things stand, whoever it is for.
        return "nobody_there"
    except OSError:
        # smtplib's other errors are of this kind: no connection, or none any more.
        in_doubt = isinstance(connection, Postbox) and connection.is_in_doubt()
        return "in_doubt" if in_doubt else "nobody_there"
    except (ValueError, Refused):
        # A key may be put back: a later task tries again.
        return "later"
    return "sent"


def _message(letter: OutgoingMail, words: OpenedLetter) -> EmailMessage:
    """Write a letter as mail; sent twice, it has the same id, and programs can tell."""
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("<> ") or "localhost"
    headers = {
        "Message-ID": f"<{letter.pk}@{host}>",
        "Auto-Submitted": "auto-generated",
    }
    if words.stops_at:
        # Source: RFC 8058, Signaling One-Click Functionality for List Email Headers.
        headers |= {
            "List-Unsubscribe": f"<{words.stops_at}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }
    return EmailMessage(words.subject, words.body, to=[words.address], headers=headers)


def _close(connection: BaseEmailBackend) -> None:
    try:
        connection.close()
    except OSError:
        # It was closed from the other end, which is what was wanted.
        return
