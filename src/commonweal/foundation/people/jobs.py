"""Sending the letters that have been written."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F
from django.tasks import task

from commonweal.foundation.nodes.queries import this_node
from commonweal.foundation.people.models import OutgoingMail

MOST_ATTEMPTS = 5
NOWHERE = "django.core.mail.backends.dummy.EmailBackend"


@task
def deliver_letters(at: str) -> int:
    """Send every letter that waits; say how many went out.

    The row is the truth: a lost task is found again with the next. Once a letter is
    gone its address and words are forgotten. A demo sends nothing and shows its
    letters; a node without a mail server keeps them until they are stale.
    """
    if this_node().is_demo or settings.MAILERS["default"]["BACKEND"] == NOWHERE:
        return 0
    waiting = OutgoingMail.objects.filter(
        sent_at=None, attempts__lt=MOST_ATTEMPTS
    ).values_list("pk", flat=True)
    moment = datetime.fromisoformat(at)
    return sum(_deliver(letter, at=moment) for letter in list(waiting))


def _deliver(letter_id: UUID, *, at: datetime) -> bool:
    # Claimed by counting the attempt, so that two workers do not send one letter.
    letter = OutgoingMail.objects.filter(pk=letter_id, sent_at=None).first()
    if letter is None:
        return False
    claimed = OutgoingMail.objects.filter(
        pk=letter.pk, sent_at=None, attempts=letter.attempts
    ).update(attempts=F("attempts") + 1)
    if not claimed:
        return False
    message = EmailMessage(letter.subject, letter.body, to=[letter.address])
    try:
        message.send()
    except OSError:
        # smtplib's errors are of this kind; the next task tries again.
        return False
    OutgoingMail.objects.filter(pk=letter.pk).update(
        sent_at=at, address="", subject="", body=""
    )
    return True
