"""Ways back in that need no mail: passkeys, and codes on paper.

A passkey is made and kept by the person's own device, and proves itself by signing a
challenge (Web Authentication, W3C Level 3; checked by the library fido2). Its counter
is not kept: keys that people carry between devices do not count, and one that did would
tell how often somebody was here.
"""

import struct
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from fido2.rpid import verify_rp_id
from fido2.server import Fido2Server
from fido2.utils import websafe_decode
from fido2.webauthn import (
    AttestationConveyancePreference,
    AttestedCredentialData,
    PublicKeyCredentialDescriptor,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialType,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from commonweal.foundation import codes
from commonweal.foundation.keys.ended import note_ended
from commonweal.foundation.people.actions.letters import tell_of_new_way
from commonweal.foundation.people.models import PaperCode, Passkey, Person
from commonweal.foundation.text import clean_name
from commonweal.rules.verdict import Refused, refused

type Json = Mapping[str, Any]

CODES = 8
# As what they are noted when they have ended.
CODE, PASSKEY = "code", "passkey"
LONGEST_KEY_NAME = 60
MOST_KEYS = 20
# What the library and the browsers' own encoding raise when they are handed nonsense.
UNREADABLE = (
    *(ValueError, LookupError, TypeError, AttributeError, ArithmeticError),
    *(RecursionError, struct.error, InvalidSignature, UnsupportedAlgorithm),
)


# ---- codes on paper


@transaction.atomic
def write_paper_codes(person: Person, *, at: datetime) -> tuple[str, ...]:
    """Give a person codes to keep on paper, each good once; they replace all before."""
    # Of two who print at once one waits, so that one set of codes is good.
    person = Person.objects.select_for_update().get(pk=person.pk)
    tell_of_new_way(person, "new_way_paper_codes", at=at)
    _end(PaperCode.objects.filter(person=person))
    written = tuple(codes.printed_code() for _ in range(CODES))
    PaperCode.objects.bulk_create(
        PaperCode(person=person, code_digest=codes.digest("person", code))
        for code in written
    )
    return written


@transaction.atomic
def sign_in_by_code(code: str) -> Person:
    """Use up a code kept on paper, and say whom it signs in."""
    found = (
        PaperCode.objects.select_related("person")
        .filter(code_digest=codes.digest("person", code))
        .first()
    )
    # Of two who use one code at once, one deletes it.
    if found is None or not PaperCode.objects.filter(pk=found.pk).delete()[0]:
        raise Refused(refused("sign_in_code_unknown"))
    note_ended(CODE, [found.code_digest])
    return found.person


# ---- passkeys


def offer_passkey(person: Person, *, called: str) -> tuple[Json, Json]:
    """Ask a person's device to make a key; give what to ask it, and what to remember.

    `called` is what the device will show beside the key, so that two people who share
    it can tell theirs apart.
    """
    there = [_read(one) for one in Passkey.objects.filter(person=person)]
    asked, state = _server().register_begin(
        PublicKeyCredentialUserEntity(
            id=person.pk.bytes, name=called, display_name=called
        ),
        credentials=[
            PublicKeyCredentialDescriptor(
                type=PublicKeyCredentialType.PUBLIC_KEY, id=one.credential_id
            )
            for one in there
        ],
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return dict(asked), state


@transaction.atomic
def keep_passkey(
    person: Person, *, answer: Json, state: Json, name: str, at: datetime
) -> Passkey:
    """Keep the public half of the key that a device has made."""
    called = clean_name(name, LONGEST_KEY_NAME)
    person = Person.objects.select_for_update().get(pk=person.pk)
    if Passkey.objects.filter(person=person).count() >= MOST_KEYS:
        raise Refused(refused("too_many_passkeys", most=MOST_KEYS))
    try:
        made = _server().register_complete(state, answer).credential_data
    except UNREADABLE as error:
        raise Refused(refused("passkey_not_made")) from error
    assert made is not None, "the library has looked"
    tell_of_new_way(person, "new_way_passkey", at=at)
    try:
        with transaction.atomic():
            return Passkey.objects.create(
                person=person,
                key_digest=_digest(made.credential_id),
                public_key=bytes(made),
                name=called,
                made_on=at.date(),
            )
    except IntegrityError as known:
        raise Refused(refused("passkey_not_made")) from known


def ask_for_passkey() -> tuple[Json, Json]:
    """Ask whoever is there for their key, without saying who is known here."""
    asked, state = _server().authenticate_begin(
        user_verification=UserVerificationRequirement.REQUIRED
    )
    return dict(asked), state


def sign_in_by_passkey(*, answer: Json, state: Json) -> Person:
    """Say whom a key signs in that has signed our challenge."""
    try:
        digest = _digest(websafe_decode(answer["rawId"]))
        kept = Passkey.objects.select_related("person").filter(key_digest=digest)
        found = kept.first()
        known = [_read(found)] if found else []
        _server().authenticate_complete(state, known, answer)
    except UNREADABLE as error:
        raise Refused(refused("passkey_unknown")) from error
    assert found is not None, "the library knows no other key"
    return found.person


def name_passkey(person: Person, one: UUID, *, name: str) -> None:
    """Call one of my keys by another name."""
    called = clean_name(name, LONGEST_KEY_NAME)
    if not Passkey.objects.filter(person=person, pk=one).update(name=called):
        raise Refused(refused("passkey_is_gone"))


def remove_passkey(person: Person, one: UUID) -> None:
    """Let one of my keys open nothing any more."""
    found = Passkey.objects.filter(person=person, pk=one)
    digests = list(found.values_list("key_digest", flat=True))
    if not found.delete()[0]:
        raise Refused(refused("passkey_is_gone"))
    note_ended(PASSKEY, digests)


def forget_keys(person: Person) -> None:
    """Let every code and key made so far open nothing any more."""
    _end(PaperCode.objects.filter(person=person))
    for one in Passkey.objects.filter(person=person):
        remove_passkey(person, one.pk)


def _end(written: QuerySet[PaperCode]) -> None:
    """Take out codes so that no restore brings them back."""
    note_ended(CODE, list(written.values_list("code_digest", flat=True)))
    written.delete()


def _server() -> Fido2Server:
    host = urlsplit(settings.ADDRESS).hostname or "localhost"
    return Fido2Server(
        PublicKeyCredentialRpEntity(id=host, name=host),
        attestation=AttestationConveyancePreference.NONE,
        # The library would take a page of any name below ours; we take our own alone.
        verify_origin=lambda origin: (
            verify_rp_id(host, origin) and urlsplit(origin).hostname == host
        ),
    )


def _read(key: Passkey) -> AttestedCredentialData:
    return AttestedCredentialData(bytes(key.public_key))


def _digest(credential_id: bytes) -> str:
    return sha256(credential_id).hexdigest()
