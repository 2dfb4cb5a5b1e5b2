"""Letters over a real connection, to a server that refuses, hangs and hangs up."""

from datetime import timedelta

import pytest

from commonweal.foundation.people.actions import Letter, write_letters
from commonweal.foundation.people.jobs import (
    AT_ONCE,
    IN_HAND,
    deliver_letters,
    tried_again_at,
)
from commonweal.foundation.people.models import OutgoingMail, Person
from tests.builders import an_institution, confirmed, day, founder_of
from tests.foundation.people.mail_server import (
    HANGS,
    HANGS_UP,
    TAKEN,
    a_mail_server,
)

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture
def server(settings):
    with a_mail_server() as listening:
        settings.MAILERS = listening.mailers()
        yield listening


def some_letters(count, *, stops_at="", at=None):
    write_letters(
        [
            Letter(one, "A subject", "Words.", stops_at=stops_at)
            for one in addresses(*range(count))
        ],
        at=at or day(1),
    )


def deliver(*, at=None):
    return deliver_letters.call((at or day(1)).isoformat())


def deliver_for_hours(hours):
    for minute in range(0, hours * 60, 5):
        deliver(at=day(1) + minute * MINUTE)


def everybody(server):
    return sorted(letter["To"] for letter in server.taken)


def addresses(*numbers):
    return [f"{number:03}@example.org" for number in numbers]


def test_many_letters_go_over_one_connection(server):
    some_letters(AT_ONCE + 5)

    assert (deliver(), deliver(), deliver()) == (AT_ONCE, 5, 0)

    assert everybody(server) == addresses(*range(AT_ONCE + 5))
    assert server.connections == 2


def test_a_program_can_stop_reminders_and_no_other_letters(server):
    some_letters(1, stops_at="https://commonweal.example/letters/stop/1/")
    some_letters(1)

    deliver()

    reminder, other = sorted(
        server.taken, key=lambda one: "List-Unsubscribe" not in one
    )
    assert (
        reminder["List-Unsubscribe"] == "<https://commonweal.example/letters/stop/1/>"
    )
    assert reminder["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "List-Unsubscribe" not in other
    assert other["Auto-Submitted"] == "auto-generated"


def test_a_server_that_refuses_half_gets_each_letter_once(server):
    server.to_recipient = lambda address: (
        TAKEN if int(address[:3]) % 2 else "550 nobody of that name"
    )
    some_letters(10)

    deliver_for_hours(3)

    assert everybody(server) == addresses(1, 3, 5, 7, 9)
    refused = OutgoingMail.objects.exclude(refused_at=None)
    assert refused.count() == 5
    assert set(refused.values_list("attempts", "sealed", "address_digest")) == {
        (1, None, "")
    }


def test_a_server_that_wants_to_be_asked_later_is(server):
    tries = []

    def busy(address):
        tries.append(address)
        return TAKEN if len(tries) > 3 else "451 later, please"

    server.to_recipient = busy
    some_letters(1)

    deliver_for_hours(1)

    assert (len(tries), len(server.taken)) == (4, 1)


def test_a_server_that_hangs_keeps_no_letter_from_going_later(server, settings):
    settings.MAILERS = server.mailers(timeout=0.2)
    hung = []

    def hangs_once(address):
        if address not in hung and address == "000@example.org":
            hung.append(address)
            return HANGS
        return TAKEN

    server.to_recipient = hangs_once
    some_letters(3)

    deliver_for_hours(1)

    assert hung
    assert everybody(server) == addresses(0, 1, 2)


def test_a_server_that_hangs_up_halfway_gets_each_letter_once(server):
    calls = []

    def hangs_up_twice(_letter):
        calls.append(1)
        return TAKEN if len(calls) in {1, 4, 5, 6} else HANGS_UP

    server.to_letter = hangs_up_twice
    some_letters(4)

    deliver_for_hours(2)

    assert everybody(server) == addresses(0, 1, 2, 3)


def takes_and_hangs_up_once(server):
    """Let the server take the first letter and never say so."""

    def answer(letter):
        if server.taken:
            return TAKEN
        server.taken.append(letter)
        return HANGS_UP

    server.to_letter = answer


def test_in_doubt_a_letter_comes_twice_under_one_id(server):
    takes_and_hangs_up_once(server)
    some_letters(1)

    deliver_for_hours(1)

    first, second = server.ids()
    assert first == second


def test_in_doubt_a_reminder_does_not_come_again(server):
    takes_and_hangs_up_once(server)
    some_letters(1, stops_at="https://commonweal.example/letters/stop/1/")

    deliver_for_hours(1)

    assert len(server.taken) == 1
    assert OutgoingMail.objects.get().sent_at


def test_a_reminder_that_was_never_handed_over_comes_later(server):
    tries = []

    def hangs_up_first(_address):
        tries.append(1)
        return HANGS_UP if len(tries) == 1 else TAKEN

    server.to_recipient = hangs_up_first
    some_letters(1, stops_at="https://commonweal.example/letters/stop/1/")

    deliver_for_hours(1)

    assert len(server.taken) == 1


@pytest.mark.parametrize(("stops_at", "comes_again"), [("", 1), ("https://a/", 0)])
def test_of_a_killed_worker_it_is_known_that_there_is_a_doubt(
    server, stops_at, comes_again
):
    some_letters(1, stops_at=stops_at)
    OutgoingMail.objects.update(attempts=1, tried_at=day(1))

    assert deliver(at=day(1) + 10 * MINUTE) == 0
    assert deliver(at=day(1) + IN_HAND) == comes_again


def test_two_workers_never_send_one_letter(server):
    some_letters(1)
    [waiting] = OutgoingMail.objects.all()
    OutgoingMail.objects.update(attempts=1, tried_at=day(1))

    assert deliver(at=tried_again_at(waiting) + 2 * MINUTE) == 0
    assert server.taken == []


def test_whoever_a_mail_server_refuses_reads_so_until_a_letter_is_taken(server):
    asha = confirmed(founder_of(an_institution()))
    server.to_recipient = lambda _address: "550 nobody of that name"

    write_letters([Letter(asha.person.email, "A subject", "Words.")], at=day(1))
    deliver()
    refused = Person.objects.get(pk=asha.person.pk)
    server.to_recipient = lambda _address: TAKEN
    write_letters([Letter(asha.person.email, "A subject", "Words.")], at=day(2))
    deliver(at=day(2))
    taken = Person.objects.get(pk=asha.person.pk)

    assert refused.letters_refused_on == day(1).date()
    assert taken.letters_refused_on is None
