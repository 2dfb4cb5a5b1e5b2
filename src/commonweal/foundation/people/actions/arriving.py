"""Arriving, signing in, being written to, and leaving this node."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction
from django.db.models import F, Min
from django.utils.module_loading import import_string

from commonweal.foundation import codes
from commonweal.foundation.keys import actions as keys
from commonweal.foundation.keys.queries import key_of
from commonweal.foundation.language import say
from commonweal.foundation.people import access
from commonweal.foundation.people.actions.letters import write_letter, write_warning
from commonweal.foundation.people.actions.sign_ins import end_sign_ins
from commonweal.foundation.people.actions.ways_back import forget_keys
from commonweal.foundation.people.models import OutgoingMail, Person, SignInLink
from commonweal.foundation.people.queries import (
    address_digest,
    having_address,
    having_digest,
    normal_address,
    signed_in_by_link,
    still_having,
)
from commonweal.foundation.people.queries.addresses import asks_to_confirm
from commonweal.foundation.text import is_mail_address
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Refused, refused, require

type Occasion = Literal["sign_in", "confirm"]

LINK_LASTS = timedelta(hours=1)
MOST_IN_A_MAILBOX = 6
LONGEST_SHOWN = 120


def arrive(*, email: str = "", language: str, at: datetime) -> Person:
    """Make a person known to this node, with an address they typed or none.

    The address signs nobody in until a link sent there has come back, so typing a
    neighbour's address opens nothing of theirs.
    """
    address = normal_address(email)
    if email and not is_mail_address(address):
        raise Refused(refused("email_malformed", email=email[:LONGEST_SHOWN]))
    person = Person(language=language, joined_on=at.date())
    if address:
        person.email_sealed = seal_address(person.id, address)
        person.email_digest = address_digest(address)
    person.save(force_insert=True)
    return person


def seal_address(person_id: UUID, address: str) -> bytes:
    """Seal an address by a key of its own, so that it can be destroyed alone."""
    return keys.seal(address, key=f"people/{uuid4()}", about=f"person {person_id}")


@transaction.atomic
def send_sign_in_link(
    email: str,
    *,
    language: str,
    link: Callable[[str], str],
    at: datetime,
    asked_by: Person | None = None,
    occasion: Occasion = "sign_in",
) -> None:
    """Send a link that signs in whoever has this address.

    While nobody has confirmed it, that is whoever asks from behind the door, else
    whoever gave the address first: to give a neighbour's address later takes nothing
    from them. Whoever asks from behind the door for an address that somebody else has
    confirmed asks to share the mailbox, and the letter says so. Whose address does not
    open has it no more: after a restore it may be one that they gave up. Where nobody
    has it the same rows are written, to nobody, so that neither the answer nor the time
    it takes says who is known here.
    """
    address = normal_address(email)
    first = _first_with_address(address)
    asks = asks_to_confirm(asked_by, address)
    person = asked_by if asks else first
    shares = asks and first is not None and first.email_confirmed
    code = codes.link_code()
    SignInLink.objects.create(
        person=person,
        code_digest=codes.digest("sign-in", code),
        expires_at=at + LINK_LASTS,
        shares_mailbox=shares,
    )
    facts = {"link": link(code)}
    about = "share" if shares else occasion
    write_letter(
        address=address if person else "",
        subject=say(Sentence(f"letter_{about}_subject"), language),
        body=say(Sentence(f"letter_{about}_body", facts), language),
        at=at,
    )


def _first_with_address(email: str) -> Person | None:
    # People are known by the day on which they came; whoever came first on one day,
    # by the moment of their first membership.
    found = (
        having_address(email)
        .annotate(belongs_since=Min("member__joined_at"))
        .order_by("-email_confirmed", "joined_on", F("belongs_since").asc(), "id")
    )
    return next(iter(still_having(email, found)), None)


@transaction.atomic
def sign_in_by_link(code: str, *, as_whom: UUID | None = None, at: datetime) -> Person:
    """Take a link, once, and say who it signs in; of several, who they say they are.

    The first link to come back confirms the address, and ends every sign-in begun and
    every code and key made before anybody had shown that it was theirs. A link to an
    address that somebody else has confirmed since opens nothing, unless it asked to
    share the mailbox.
    """
    link = (
        SignInLink.objects.select_for_update(of=("self",))
        .select_related("person")
        .filter(code_digest=codes.digest("sign-in", code))
        .first()
    )
    if link is None or link.person is None or at >= link.expires_at:
        raise Refused(refused("sign_in_link_unknown"))
    choices = {one.pk: one for one in signed_in_by_link(code, at=at)}
    chosen = choices.get(as_whom or link.person.pk)
    if chosen is None:
        raise Refused(refused("sign_in_link_not_theirs"))
    link.delete()
    if not chosen.email_confirmed:
        _confirm(chosen, shares=link.shares_mailbox)
    return chosen


@transaction.atomic
def disown_address(code: str, *, at: datetime) -> None:
    """Take an address, which nobody has shown to be theirs, from whoever typed it.

    Said by whoever reads the mailbox. The other keeps their account and their devices,
    and nobody is signed in.
    """
    link = (
        SignInLink.objects.select_for_update(of=("self",))
        .select_related("person")
        .filter(code_digest=codes.digest("sign-in", code), expires_at__gt=at)
        .first()
    )
    person = link.person if link else None
    if person is None or person.email_confirmed:
        raise Refused(refused("sign_in_link_unknown"))
    SignInLink.objects.filter(person=person).delete()
    if person.email_sealed is not None:
        keys.destroy([key_of(person.email_sealed)])
    person.email_sealed, person.email_digest = None, ""
    person.letters_refused_on = None
    person.save(update_fields=["email_sealed", "email_digest", "letters_refused_on"])


def _confirm(person: Person, *, shares: bool) -> None:
    """Note that the address is theirs; end what was begun before that was shown."""
    # Whoever is first with this address holds the others up, so that two who come back
    # in the same moment do not both find it free.
    same = having_digest(person.email_digest).select_for_update().order_by("id")
    there = still_having(person.email_that_opens, same)
    others = [one for one in there if one.email_confirmed and one.pk != person.pk]
    if others and not shares:
        raise Refused(refused("sign_in_link_unknown"))
    if len(others) >= MOST_IN_A_MAILBOX:
        raise Refused(refused("mailbox_is_full", most=MOST_IN_A_MAILBOX))
    person.email_confirmed = True
    person.save()
    end_sign_ins(person)
    forget_keys(person)


def change_language(person: Person, *, language: str) -> None:
    """Remember the language a person reads."""
    if language not in dict(settings.LANGUAGES):
        raise Refused(refused("language_unknown"))
    Person.objects.filter(pk=person.pk).update(language=language)
    person.language = language


@transaction.atomic
def forget_address(person: Person, *, at: datetime) -> None:
    """Take back that one may be written to: the address goes, and every copy of it.

    A last letter says so there, in case it was somebody else who held the phone. Until
    it is sent it and warnings that wait keep the address, sealed in them. Where no
    letters are sent there is none.
    """
    person = Person.objects.select_for_update().get(pk=person.pk)
    require(access.may_forget_address(person))
    assert person.email_sealed is not None, "there is no address to forget"
    # An address nobody confirmed may be a neighbour's, and so may its letters.
    if person.email_confirmed:
        _forget_letters(person)
        _tell_for_the_last_time(person, "address_given_up", at=at)
    keys.destroy([key_of(person.email_sealed)])
    SignInLink.objects.filter(person=person).delete()
    person.email_sealed, person.email_digest = None, ""
    person.email_confirmed = False
    person.letters_refused_on = None
    changed = ["email_sealed", "email_digest", "email_confirmed", "letters_refused_on"]
    person.save(update_fields=changed)


def _tell_for_the_last_time(person: Person, what: str, *, at: datetime) -> None:
    address = person.email_that_opens
    if not access.sends_letters() or not address:
        return
    write_warning(
        address=address,
        subject=say(Sentence(f"letter_{what}_subject"), person.language),
        body=say(Sentence(f"letter_{what}_body"), person.language),
        at=at,
    )


def _forget_letters(person: Person) -> None:
    # Whoever shares the mailbox is still written to.
    others = having_digest(person.email_digest).exclude(pk=person.pk)
    if not others.exists():
        OutgoingMail.objects.filter(address_digest=person.email_digest).delete()


@transaction.atomic
def leave_node(person: Person, *, at: datetime) -> None:
    """Leave every institution here, and be forgotten by this node.

    A last letter says what is erased and what stays, and names no institution. Until
    it is sent it keeps the address, sealed in it, and nothing else does.
    """
    for leaving in settings.LEAVING:
        import_string(leaving)(person, at=at)
    # An address nobody confirmed may be a neighbour's, and so may its letters.
    if person.email_confirmed:
        _forget_letters(person)
        _tell_for_the_last_time(person, "forgotten", at=at)
    if person.email_sealed is not None:
        keys.destroy([key_of(person.email_sealed)])
    forget_keys(person)
    person.delete()


def have_letters_sent(person_id: UUID, count: int, *, at: datetime) -> None:
    """Count letters to others that somebody has sent today; refuses too many a day."""
    person = Person.objects.select_for_update().get(pk=person_id)
    require(access.may_have_letters_sent(person, count, at=at))
    today = at.date()
    sent = person.letters_sent if person.letters_on == today else 0
    person.letters_on, person.letters_sent = today, sent + count
    person.save(update_fields=["letters_on", "letters_sent"])
