"""Sending the letters that have been written."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F
from django.tasks import task

from commonweal.foundation.nodes.queries import this_node
from commonweal.foundation.people.access import NOWHERE as NOWHERE
from commonweal.foundation.people.models import OutgoingMail
from commonweal.foundation.people.queries import opened_letter
from commonweal.rules.verdict import Refused

MOST_ATTEMPTS = 12


@task
def deliver_letters(at: str) -> int:
    """Send every letter that waits; say how many went out.

    The row is the truth: a letter whose task was lost, or whose mail server was away,
    is found again by the next. Once it is gone its address and words are forgotten. A
    demo sends nothing and shows its letters; a node without a mail server keeps them
    until they are stale.
    """
    if this_node().is_demo or settings.MAILERS["default"]["BACKEND"] == NOWHERE:
        return 0
    waiting = OutgoingMail.objects.filter(sent_at=None, attempts__lt=MOST_ATTEMPTS)
    moment = datetime.fromisoformat(at)
    return sum(
        _deliver(letter, at=moment)
        for letter in list(waiting)
        if moment >= tried_again_at(letter)
    )


def tried_again_at(letter: OutgoingMail) -> datetime:
    """Say from when a letter may be tried: at once, then after 1, 3, 7 … minutes."""
    return letter.written_at + timedelta(minutes=2**letter.attempts - 1)


def _deliver(letter: OutgoingMail, *, at: datetime) -> bool:
    # Claimed by counting the attempt, which also puts off the next one: two workers
    # do not send one letter.
    claimed = OutgoingMail.objects.filter(
        pk=letter.pk, sent_at=None, attempts=letter.attempts
    ).update(attempts=F("attempts") + 1)
    if not claimed:
        return False
    try:
        words = opened_letter(letter)
        EmailMessage(words.subject, words.body, to=[words.address]).send()
    except (OSError, ValueError, Refused):
        # smtplib's errors are of these kinds, and a key may be put back: a later task
        # tries again.
        return False
    OutgoingMail.objects.filter(pk=letter.pk).update(
        sent_at=at, sealed=None, address_digest=""
    )
    return True
