"""Arriving, signing in, being written to, and leaving this node."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F, Min
from django.utils.module_loading import import_string

from commonweal.foundation import codes
from commonweal.foundation.language import say
from commonweal.foundation.people.actions.sign_ins import end_sign_ins
from commonweal.foundation.people.jobs import deliver_letters
from commonweal.foundation.people.models import OutgoingMail, Person, SignInLink
from commonweal.foundation.text import is_mail_address
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Refused, refused

type Occasion = Literal["sign_in", "confirm"]

LINK_LASTS = timedelta(hours=1)
LONGEST_SUBJECT = 200
LONGEST_SHOWN = 120


def arrive(*, email: str = "", language: str, at: datetime) -> Person:
    """Make a person known to this node, with an address they typed or none.

    The address signs nobody in until a link sent there has come back, so typing a
    neighbour's address opens nothing of theirs.
    """
    if email and not is_mail_address(_normal(email)):
        raise Refused(refused("email_malformed", email=email[:LONGEST_SHOWN]))
    return Person.objects.create(
        email=_normal(email), language=language, joined_on=at.date()
    )


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
    from them. Where nobody has it the same rows are written, to nobody, so that
    neither the answer nor the time it takes says who is known here.
    """
    person = _with_address(_normal(email), asked_by)
    code = codes.link_code()
    SignInLink.objects.create(
        person=person,
        code_digest=codes.digest("sign-in", code),
        expires_at=at + LINK_LASTS,
    )
    facts = {"link": link(code)}
    write_letter(
        address=person.email if person else "",
        subject=say(Sentence(f"letter_{occasion}_subject"), language),
        body=say(Sentence(f"letter_{occasion}_body", facts), language),
        at=at,
    )


def _with_address(email: str, asked_by: Person | None) -> Person | None:
    # People are known by the day on which they came; whoever came first on one day,
    # by the moment of their first membership.
    found = (
        Person.objects.filter(email=email)
        .exclude(email="")
        .annotate(belongs_since=Min("member__joined_at"))
        .order_by("-email_confirmed", "joined_on", F("belongs_since").asc(), "id")
        .first()
    )
    is_settled = found is None or found.email_confirmed
    asks = asked_by is not None and asked_by.email == email
    return asked_by if asks and not is_settled else found


@transaction.atomic
def sign_in_by_link(code: str, *, at: datetime) -> Person:
    """Take a link, once, and say who it signs in.

    The first link to come back confirms the address, and ends every sign-in begun
    and every paper code made before anybody had shown that it was theirs. A link to
    an address that somebody else has confirmed since opens nothing.
    """
    link = (
        SignInLink.objects.select_for_update(of=("self",))
        .select_related("person")
        .filter(code_digest=codes.digest("sign-in", code))
        .first()
    )
    if link is None or link.person is None or at >= link.expires_at:
        raise Refused(refused("sign_in_link_unknown"))
    link.delete()
    person = link.person
    if not person.email_confirmed:
        _confirm(person)
    return person


def _confirm(person: Person) -> None:
    person.email_confirmed, person.code_digest = True, None
    if not _is_free(person.email):
        raise Refused(refused("sign_in_link_unknown"))
    try:
        with transaction.atomic():
            person.save()
            end_sign_ins(person)
    except IntegrityError as taken:
        # Somebody else with this address came back in the same moment and has it.
        raise Refused(refused("sign_in_link_unknown")) from taken


def _is_free(email: str) -> bool:
    return not Person.objects.filter(email=email, email_confirmed=True).exists()


@transaction.atomic
def write_sign_in_code(person: Person) -> str:
    """Give a person a code to keep on paper; it replaces the one before."""
    code = codes.printed_code()
    Person.objects.filter(pk=person.pk).update(code_digest=codes.digest("person", code))
    return code


def sign_in_by_code(code: str) -> Person:
    """Say whom a code kept on paper signs in."""
    person = Person.objects.filter(code_digest=codes.digest("person", code)).first()
    if person is None:
        raise Refused(refused("sign_in_code_unknown"))
    return person


def change_language(person: Person, *, language: str) -> None:
    """Remember the language a person reads."""
    if language not in dict(settings.LANGUAGES):
        raise Refused(refused("language_unknown"))
    Person.objects.filter(pk=person.pk).update(language=language)
    person.language = language


@transaction.atomic
def leave_node(person: Person, *, at: datetime) -> None:
    """Leave every institution here, and be forgotten by this node."""
    for leaving in settings.LEAVING:
        import_string(leaving)(person, at=at)
    # An address nobody confirmed may be a neighbour's, and so may its letters.
    if person.email and person.email_confirmed:
        OutgoingMail.objects.filter(address=person.email).delete()
    person.delete()


def write_letter(*, address: str, subject: str, body: str, at: datetime) -> None:
    """Write a letter; it is sent once the transaction holds.

    A letter without an address goes nowhere and counts as sent, its words forgotten.
    """
    write_letters([Letter(address, subject, body)], at=at)


@dataclass(frozen=True, slots=True)
class Letter:
    """What is written to whom."""

    address: str
    subject: str
    body: str


def write_letters(letters: Sequence[Letter], *, at: datetime) -> None:
    """Write several letters at once; they are sent once the transaction holds."""
    OutgoingMail.objects.bulk_create(
        OutgoingMail(
            address=letter.address,
            subject=_one_line(letter.subject) if letter.address else "",
            body=letter.body if letter.address else "",
            written_at=at,
            sent_at=None if letter.address else at,
        )
        for letter in letters
    )
    transaction.on_commit(lambda: _set_off(at))


def _set_off(at: datetime) -> None:
    deliver_letters.enqueue(at.isoformat())


def _one_line(subject: str) -> str:
    return " ".join(subject.split())[:LONGEST_SUBJECT]


def _normal(email: str) -> str:
    return email.strip().lower()
