"""Giving another mail address: the old one stays until the new one has answered.

What was asked for is kept in no table. The link in the letter carries it, sealed with
the key of the day, which only this node has and which is destroyed a week later. It
works for who asked, while they are signed in: whoever reads a mailbox that was mistyped
can open nothing with it.
"""

import json
from base64 import urlsafe_b64encode
from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from commonweal.foundation.keys import actions as keys
from commonweal.foundation.keys.queries import key_of
from commonweal.foundation.language import say
from commonweal.foundation.people.actions.arriving import (
    LINK_LASTS,
    LONGEST_SHOWN,
    MOST_IN_A_MAILBOX,
    seal_address,
)
from commonweal.foundation.people.actions.letters import write_letter, write_warning
from commonweal.foundation.people.models import Person, SignInLink
from commonweal.foundation.people.queries import (
    address_digest,
    having_digest,
    key_of_day,
    normal_address,
)
from commonweal.foundation.people.queries.addresses import (
    about_address_of,
    address_asked,
)
from commonweal.foundation.text import is_mail_address
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Refused, refused


@transaction.atomic
def ask_for_address(
    person: Person,
    email: str,
    *,
    language: str,
    link: Callable[[str], str],
    at: datetime,
) -> None:
    """Write to an address that somebody wants to be reached at; nothing changes yet."""
    address = normal_address(email)
    if not is_mail_address(address):
        raise Refused(refused("email_malformed", email=email[:LONGEST_SHOWN]))
    digest = address_digest(address)
    if person.email_confirmed and person.email_that_opens == address:
        raise Refused(refused("address_is_yours"))
    others = having_digest(digest).filter(email_confirmed=True).exclude(pk=person.pk)
    about = "shared_address" if others.exists() else "new_address"
    facts = {"link": link(_sealed(person, address, at=at))}
    write_letter(
        address=address,
        subject=say(Sentence(f"letter_{about}_subject"), language),
        body=say(Sentence(f"letter_{about}_body", facts), language),
        at=at,
    )


def _sealed(person: Person, address: str, *, at: datetime) -> str:
    asked = {
        "address": address,
        "instead_of": person.email_digest,
        "until": (at + LINK_LASTS).isoformat(),
    }
    about = about_address_of(person)
    sealed = keys.seal(json.dumps(asked), key=key_of_day(at), about=about)
    return urlsafe_b64encode(sealed).decode()


@transaction.atomic
def take_address(person: Person, token: str, *, at: datetime) -> None:
    """Be reached at another address from now on; the one before is destroyed.

    Whoever reads the one before is told, in case it was somebody else.
    """
    person = Person.objects.select_for_update().get(pk=person.pk)
    asked = address_asked(person, token, at=at)
    if asked is None:
        raise Refused(refused("address_link_unknown"))
    # Those who share it hold each other up, so that not too many come in at once.
    same = list(having_digest(address_digest(asked.address)).select_for_update())
    others = [one for one in same if one.email_confirmed and one.pk != person.pk]
    if len(others) >= MOST_IN_A_MAILBOX:
        raise Refused(refused("mailbox_is_full", most=MOST_IN_A_MAILBOX))
    before = person.email_that_opens if person.email_confirmed else ""
    if person.email_sealed is not None:
        keys.destroy([key_of(person.email_sealed)])
    SignInLink.objects.filter(person=person).delete()
    person.email_sealed = seal_address(person.id, asked.address)
    person.email_digest, person.email_confirmed = address_digest(asked.address), True
    person.letters_refused_on = None
    changed = ["email_sealed", "email_digest", "email_confirmed", "letters_refused_on"]
    person.save(update_fields=changed)
    if before and before != asked.address:
        _tell(before, person, at=at)


def _tell(address: str, person: Person, *, at: datetime) -> None:
    write_warning(
        address=address,
        subject=say(Sentence("letter_address_changed_subject"), person.language),
        body=say(Sentence("letter_address_changed_body"), person.language),
        at=at,
    )
