"""Letters: sent once, forgotten when they are gone, kept when they are not."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from commonweal.foundation.nodes.actions import become_demo
from commonweal.foundation.nodes.queries import forget_this_node
from commonweal.foundation.people import duties, queries
from commonweal.foundation.people.actions import write_letter
from commonweal.foundation.people.jobs import MOST_ATTEMPTS, NOWHERE, deliver_letters
from commonweal.foundation.people.models import OutgoingMail
from tests.builders import day, the_letter

IN_MEMORY = "django.core.mail.backends.locmem.EmailBackend"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _a_fresh_node():
    forget_this_node()
    yield
    forget_this_node()


def a_letter(address="asha@example.org", subject="A link", body="Here it is."):
    write_letter(address=address, subject=subject, body=body, at=day(1))


def deliver(*, at=None):
    return deliver_letters.call((at or day(2)).isoformat())


def test_a_letter_is_sent_and_then_forgotten():
    a_letter(subject="Two\nlines\r\nBcc: everybody")

    assert deliver() == 1

    [sent] = mail.outbox
    assert (sent.to, sent.body) == (["asha@example.org"], "Here it is.")
    assert sent.subject == "Two lines Bcc: everybody"
    letter = OutgoingMail.objects.get()
    assert (letter.sealed, letter.address_digest) == (None, "")
    assert letter.sent_at == day(2)


def test_a_letter_is_sent_once():
    a_letter()

    assert [deliver(), deliver()] == [1, 0]
    assert len(mail.outbox) == 1


def test_a_letter_to_nobody_is_never_sent():
    a_letter(address="")

    assert deliver() == 0
    assert OutgoingMail.objects.get().sealed is None


class Unreachable(EmailBackend):
    """A mail server that cannot be reached."""

    def send_messages(self, messages):
        raise ConnectionRefusedError


def test_a_letter_that_cannot_be_sent_is_tried_again_ever_more_rarely(settings):
    settings.MAILERS = {"default": {"BACKEND": f"{__name__}.Unreachable"}}
    a_letter()

    for minute in range(70):
        assert deliver(at=day(1) + timedelta(minutes=minute)) == 0

    letter = OutgoingMail.objects.get()
    assert the_letter().body == "Here it is."
    assert letter.attempts == 7

    settings.MAILERS = {"default": {"BACKEND": IN_MEMORY}}
    assert deliver(at=day(1) + timedelta(hours=3)) == 1


def test_a_letter_is_not_tried_for_ever(settings):
    settings.MAILERS = {"default": {"BACKEND": f"{__name__}.Unreachable"}}
    a_letter()

    for hour in range(200):
        deliver(at=day(1) + timedelta(hours=hour))

    assert OutgoingMail.objects.get().attempts == MOST_ATTEMPTS


def test_a_letter_waits_where_there_is_no_mail_server(settings):
    settings.MAILERS = {"default": {"BACKEND": NOWHERE}}
    a_letter()

    assert deliver() == 0
    assert the_letter().body == "Here it is."


def test_a_demo_sends_nothing_and_keeps_its_letters_to_be_read():
    become_demo()
    a_letter()

    assert deliver() == 0
    duties.forget_stale_links(day(60))

    [letter] = queries.letters(limit=10)
    assert letter.body == "Here it is."
    assert mail.outbox == []


def test_the_letters_shown_are_the_latest_with_words(django_assert_num_queries):
    for number in range(3):
        write_letter(
            address="a@example.org", subject=str(number), body="", at=day(number)
        )
    write_letter(address="", subject="gone", body="gone", at=day(9))

    with django_assert_num_queries(1):
        shown = [letter.subject for letter in queries.letters(limit=2)]

    assert shown == ["2", "1"]
