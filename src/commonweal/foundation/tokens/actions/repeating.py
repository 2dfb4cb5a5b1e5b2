"""Do a deed once, however often a program asks for it with the same key.

A program that lost the answer asks again. The deed and the note that it was done stand
in one transaction, so either both hold or neither; who asks meanwhile waits for it.
What was refused did nothing, and may be tried again with the same key.
"""

import hmac
import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

from django.db import IntegrityError, transaction
from nacl.secret import SecretBox

from commonweal.foundation.people.models import Person
from commonweal.foundation.tokens import access
from commonweal.foundation.tokens.models import KeptAnswer
from commonweal.rules.verdict import require

REFUSED_FROM = 400


@dataclass(frozen=True, slots=True)
class Answer:
    """What a program is answered; what is not kept is done anew when asked again."""

    status: int
    body: bytes
    is_kept: bool = True


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked, under which key, and the code of the token it came with."""

    key: str
    code: str
    what: bytes

    def mark(self, purpose: str, said: bytes = b"") -> bytes:
        """Make a mark that only whoever has the code and the key can make again."""
        secret = hmac.digest(self.code.encode(), self.key.encode(), "sha256")
        return hmac.digest(secret, purpose.encode() + b"\0" + said, "sha256")


def once(
    person: Person, asked: Asked, *, at: datetime, deed: Callable[[], Answer]
) -> Answer:
    """Do a deed, or give the answer it had when it was done."""
    require(access.may_be_key(asked.key))
    KeptAnswer.objects.filter(person=person, kept_until__lte=at).delete()
    try:
        return _done_now(person, asked, deed, at)
    except _NotDone as refusal:
        return refusal.answer


class _NotDone(Exception):  # noqa: N818 -- what was refused is no error
    """Raised so that what was begun is taken back."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.status)
        self.answer = answer


@transaction.atomic
def _done_now(
    person: Person, asked: Asked, deed: Callable[[], Answer], at: datetime
) -> Answer:
    kept = _begin(person, asked, at)
    if kept is None:
        return _given_before(person, asked)
    given = deed()
    if given.status >= REFUSED_FROM:
        raise _NotDone(given)
    if given.is_kept:
        kept.answer = _locked(asked, given)
        kept.save(update_fields=["answer"])
    else:
        kept.delete()
    return given


def _begin(person: Person, asked: Asked, at: datetime) -> KeptAnswer | None:
    """Take the key; whoever comes second waits here until the first is done."""
    make = partial(
        KeptAnswer.objects.create,
        person=person,
        key_digest=asked.mark("key").hex(),
        request_digest=asked.mark("request", asked.what).hex(),
        kept_until=_end_of_tomorrow(at),
    )
    try:
        with transaction.atomic():
            return make()
    except IntegrityError:
        return None


def _end_of_tomorrow(at: datetime) -> datetime:
    """Give a moment that does not tell when: a deed may have been without a name."""
    midnight = at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + timedelta(days=2)


def _given_before(person: Person, asked: Asked) -> Answer:
    kept = KeptAnswer.objects.get(person=person, key_digest=asked.mark("key").hex())
    is_same = hmac.compare_digest(
        kept.request_digest, asked.mark("request", asked.what).hex()
    )
    require(access.may_ask_again(same=is_same))
    opened = json.loads(SecretBox(asked.mark("answer")).decrypt(bytes(kept.answer)))
    return Answer(opened["status"], b64decode(opened["body"]))


def _locked(asked: Asked, given: Answer) -> bytes:
    told = {"status": given.status, "body": b64encode(given.body).decode()}
    return bytes(SecretBox(asked.mark("answer")).encrypt(json.dumps(told).encode()))
