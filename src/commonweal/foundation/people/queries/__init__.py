"""Who is signed in where, what is held about a person, the letters a demo shows."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models import CharField, ForeignObjectRel, Model, QuerySet
from django.utils.module_loading import import_string

from commonweal.foundation.codes import digest
from commonweal.foundation.keys.queries import InUse, key_of, looked_up, opened
from commonweal.foundation.language import say
from commonweal.foundation.nodes.queries import inventory, provenance
from commonweal.foundation.people.access import sends_letters as sends_letters
from commonweal.foundation.people.models import (
    OutgoingMail,
    PaperCode,
    Passkey,
    Person,
    SignIn,
    SignInLink,
    token_digest,
)
from commonweal.foundation.prepared import Given, Prepared
from commonweal.rules.sentence import Sentence

# What is kept so that codes and proofs can be checked tells a person nothing; a mail
# address is told opened.
NOT_TOLD = {
    *("code_digest", "token_digest", "key_digest", "public_key", "half_digest"),
    *("email_sealed", "email_digest"),
}
# Of a row about two people, what the one who is reached so is not told of the other.
OF_THE_OTHER = {"sealing.reading.reader": {"person_id"}}
KEYS_OF_DAYS = "letters/"


def signed_in_by(token: str, *, at: datetime) -> SignIn | None:
    """Find the sign-in of a device by its token, with the person, in one query."""
    found = _by_token.first({"digest": token_digest(token)})
    return None if found is None or found.is_over(at) else found


@Prepared
def _by_token() -> QuerySet[SignIn]:
    given = Given("digest", CharField())
    return SignIn.objects.select_related("person").filter(token_digest=given)


def sign_ins_of(person: Person, *, at: datetime) -> tuple[SignIn, ...]:
    """List the devices on which a person is signed in, the one used last first."""
    rows = SignIn.objects.filter(person=person).order_by("-used_on", "name", "id")
    return tuple(row for row in rows if not row.is_over(at))


@dataclass(frozen=True, slots=True)
class WaysBack:
    """How somebody can sign in again once they are signed out."""

    by_mail: bool
    passkeys: tuple[Passkey, ...]
    codes_left: int

    def __bool__(self) -> bool:
        """Say whether there surely is one."""
        return self.by_mail or bool(self.passkeys) or bool(self.codes_left)


def ways_back(person: Person) -> WaysBack:
    """Say how a person can sign in again."""
    keys = Passkey.objects.filter(person=person).order_by("made_on", "name", "id")
    return WaysBack(
        by_mail=person.email_confirmed
        and sends_letters()
        and bool(person.email_that_opens),
        passkeys=tuple(keys),
        codes_left=PaperCode.objects.filter(person=person).count(),
    )


@dataclass(frozen=True, slots=True)
class OpenedLetter:
    """A letter as its reader sees it."""

    address: str
    subject: str
    body: str
    written_at: datetime
    stops_at: str = ""


def normal_address(email: str) -> str:
    """Give an address in the one form by which it is known."""
    return email.strip().lower()


def address_digest(email: str) -> str:
    """Give the digest by which an address is found; only this node can make it."""
    return looked_up("mail-address", normal_address(email))


def having_address(email: str) -> QuerySet[Person]:
    """Find the people who gave this address; nobody has an empty one."""
    return having_digest(address_digest(email))


def having_digest(of_address: str) -> QuerySet[Person]:
    """Find the people whose address has this digest; nobody has an empty one."""
    return Person.objects.filter(email_digest=of_address).exclude(email_digest="")


def still_having(address: str, rows: Iterable[Person]) -> tuple[Person, ...]:
    """Give those of them whose address this still is: its key opens it.

    A backup brings back the digest of an address that was given up, and not its key.
    """
    return tuple(one for one in rows if address and one.email_that_opens == address)


def signed_in_by_link(code: str, *, at: datetime) -> tuple[Person, ...]:
    """List whom a link can sign in: several, where they share a mailbox.

    A link that confirms an address, or asks to share one, signs in whom it is for.
    """
    link = link_by_code(code, at=at)
    if link is None or link.person is None:
        return ()
    address = link.person.email_that_opens
    if not link.person.email_confirmed:
        return still_having(address, [link.person])
    same = having_digest(link.person.email_digest).filter(email_confirmed=True)
    return still_having(address, same.order_by("joined_on", "id"))


def link_by_code(code: str, *, at: datetime) -> SignInLink | None:
    """Find a link that is still good."""
    kept = SignInLink.objects.select_related("person").filter(expires_at__gt=at)
    return kept.filter(code_digest=digest("sign-in", code)).first()


def letters(*, limit: int = 50) -> tuple[OpenedLetter, ...]:
    """Give the latest letters that still have words; only a demo shows them."""
    rows = OutgoingMail.objects.exclude(sealed=None).order_by("-written_at", "id")
    return tuple(opened_letter(row) for row in rows[:limit])


def letters_stuck(*, since: datetime) -> int:
    """Count the letters that were written before a moment and have not gone out."""
    waiting = OutgoingMail.objects.filter(sent_at=None, refused_at=None)
    return waiting.filter(written_at__lt=since).count()


def key_of_day(at: datetime) -> str:
    """Name the key that seals the letters of a day, and is destroyed a week later."""
    return f"{KEYS_OF_DAYS}{at.astimezone(UTC):%Y-%m-%d}"


def keys_in_use() -> Iterator[InUse]:
    """Name the keys that people's addresses and waiting letters are sealed by."""
    addresses = Person.objects.exclude(email_sealed=None)
    letters = OutgoingMail.objects.exclude(sealed=None)
    for values in (
        addresses.values_list("email_sealed", flat=True),
        letters.values_list("sealed", flat=True),
    ):
        # Letters of a day share one.
        names = {key_of(value) for value in values.iterator() if value is not None}
        yield from map(InUse, sorted(names))


def opened_letter(letter: OutgoingMail) -> OpenedLetter:
    """Open a letter that waits to be sent."""
    assert letter.sealed is not None, "what was sent has no words any more"
    words = json.loads(opened(letter.sealed, about=f"letter {letter.id}"))
    return OpenedLetter(**words, written_at=letter.written_at)


def held_about(person: Person, *, at: datetime) -> dict[str, Any]:
    """Give all that this node holds about a person, read off the data model itself.

    Every row that points at the person, or at a membership of theirs, is in it,
    whatever table it stands in, and the journal's lines and words as well.
    """
    row = _row(person) | {"email": person.email_that_opens}
    told: dict[str, Any] = {"asked_at": at, "person": [row]}
    memberships: list[Model] = []
    for relation, rows in _pointing_at(person):
        told[_table(relation)] = [_own_side(row, relation) for row in rows]
        if relation.related_model is apps.get_model("institutions", "Member"):
            memberships = rows
    for membership in memberships:
        for relation, rows in _pointing_at(membership):
            told.setdefault(_table(relation), []).extend(
                _own_side(row, relation) for row in rows
            )
    told |= _journal(memberships) | _beside(memberships)
    return told | {"where_from": {one.label: one.told() for one in _whence(told)}}


@dataclass(frozen=True, slots=True)
class Whence:
    """Of one column about a person: what it is, who said it, what for, how long."""

    label: str
    words: Sentence
    said_by: Sentence
    kept_for: Sentence
    kept: Sentence

    def told(self) -> dict[str, str]:
        """Say it in the reader's language, for the file they take along."""
        return {
            "said_by": say(self.said_by),
            "for": say(self.kept_for),
            "until": say(self.kept),
        }


def where_from(person: Person, *, at: datetime) -> tuple[Whence, ...]:
    """Say who said each thing that is kept about a person, what for, and how long."""
    return _whence(held_about(person, at=at))


def _whence(told: Mapping[str, Any]) -> tuple[Whence, ...]:
    by_letter = sends_letters()
    filled = {name for name, rows in told.items() if isinstance(rows, list) and rows}
    tables = {"people.person" if name == "person" else name for name in filled}
    return tuple(
        Whence(
            label, inventory.column_words(label), said, purpose, inventory.kept(label)
        )
        for label in sorted(provenance.labels())
        if label.rpartition(".")[0] in tables
        and (said := provenance.said_by(label))
        and (purpose := provenance.kept_for(label, sends_letters=by_letter))
    )


def _beside(memberships: list[Model]) -> dict[str, Any]:
    """Gather what points at no person and is somebody's words all the same."""
    gathered: dict[str, Any] = {}
    for place in settings.HELD_BESIDE:
        rows: list[Model] = import_string(place)([one.pk for one in memberships])
        for row in rows:
            gathered.setdefault(str(row._meta.label_lower), []).append(_row(row))
    return gathered


def _pointing_at(row: Model) -> list[tuple[ForeignObjectRel, list[Model]]]:
    return [
        (
            relation,
            list(
                relation.related_model._default_manager.filter(
                    **{relation.field.name: row}
                )
            ),
        )
        for relation in row._meta.get_fields(include_hidden=True)
        if isinstance(relation, ForeignObjectRel)
    ]


def _journal(memberships: list[Model]) -> dict[str, Any]:
    ids = [membership.pk for membership in memberships]
    lines = apps.get_model("journal", "Line")._default_manager.filter(by__in=ids)
    words = apps.get_model("journal", "LineWords")._default_manager.filter(
        of_member__in=ids
    )
    return {
        "journal.line": [_row(line) for line in lines],
        "journal.linewords": [_row(one) for one in words],
    }


def _table(relation: ForeignObjectRel) -> str:
    return str(relation.related_model._meta.label_lower)


def _own_side(row: Model, relation: ForeignObjectRel) -> dict[str, Any]:
    of_the_other = OF_THE_OTHER.get(f"{_table(relation)}.{relation.field.name}", ())
    return {name: one for name, one in _row(row).items() if name not in of_the_other}


def _row(row: Model) -> dict[str, Any]:
    values = {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.name not in NOT_TOLD
    }
    return {
        name: bytes(value).hex() if isinstance(value, bytes | memoryview) else value
        for name, value in values.items()
    }
