"""Letters are written down, sealed, and sent once the deed that wrote them holds."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction

from commonweal.foundation.keys import actions as keys
from commonweal.foundation.language import say
from commonweal.foundation.people.jobs import deliver_letters
from commonweal.foundation.people.models import OutgoingMail, Person
from commonweal.foundation.people.queries import address_digest, key_of_day
from commonweal.rules.sentence import Fact, Sentence

LONGEST_SUBJECT = 200


def write_letter(*, address: str, subject: str, body: str, at: datetime) -> None:
    """Write a letter; it is sent once the transaction holds.

    A letter without an address goes nowhere and counts as sent, its words forgotten.
    """
    write_letters([Letter(address, subject, body)], at=at)


def write_warning(*, address: str, subject: str, body: str, at: datetime) -> None:
    """Write a letter that is sent whatever becomes of the address meanwhile.

    Whoever holds a phone that is signed in could else give the address up and take the
    warning back with it. So no digest finds this one: where it goes is sealed in it,
    and forgotten once it is sent, at the latest with the key of its day.
    """
    write_letters([Letter(address, subject, body, is_warning=True)], at=at)


@dataclass(frozen=True, slots=True)
class Letter:
    """What is written to whom."""

    address: str
    subject: str
    body: str
    is_warning: bool = False
    # Where a mail program can stop letters of this sort; only reminders have it.
    stops_at: str = ""


def write_letters(letters: Sequence[Letter], *, at: datetime) -> list[UUID]:
    """Write several letters at once; they are sent once the transaction holds.

    Gives their ids, in the same order.
    """
    rows = [_waiting(letter, at=at) for letter in letters]
    OutgoingMail.objects.bulk_create(rows)
    transaction.on_commit(lambda: _set_off(at))
    return [row.pk for row in rows]


def _waiting(letter: Letter, *, at: datetime) -> OutgoingMail:
    row = OutgoingMail(
        written_at=at,
        sent_at=None if letter.address else at,
        is_reminder=bool(letter.stops_at),
    )
    # A letter to nobody is sealed like any other and thrown away, which takes as long.
    words = asdict(replace(letter, subject=_one_line(letter.subject)))
    del words["is_warning"]
    sealed = keys.seal(json.dumps(words), key=key_of_day(at), about=f"letter {row.id}")
    digest = address_digest(letter.address or "nobody")
    if letter.address:
        row.sealed = sealed
        row.address_digest = "" if letter.is_warning else digest
    return row


def tell_of_new_way(person: Person, what: str, *, at: datetime) -> None:
    """Write to somebody that a way in was made in their name, if letters reach them.

    Whoever holds a phone that is signed in could make one to come back by, and would
    still be in once the phone is signed out.
    """
    address = person.email_that_opens
    if not (person.email_confirmed and address):
        return
    facts: dict[str, Fact] = {"what": Sentence(what), "link": settings.MY_PAGE}
    write_warning(
        address=address,
        subject=say(Sentence("letter_new_way_subject"), person.language),
        body=say(Sentence("letter_new_way_body", facts), person.language),
        at=at,
    )


def _set_off(at: datetime) -> None:
    deliver_letters.enqueue(at.isoformat())


def _one_line(subject: str) -> str:
    return " ".join(subject.split())[:LONGEST_SUBJECT]
