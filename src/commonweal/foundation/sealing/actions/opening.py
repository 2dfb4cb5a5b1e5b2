"""Opening together with trustees, and reading what is open."""

from datetime import datetime

from django.db import transaction

from commonweal.foundation import codes
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.keys import actions as keys
from commonweal.foundation.keys import store
from commonweal.foundation.sealing import access, queries
from commonweal.foundation.sealing.actions.upkeep import held, note
from commonweal.foundation.sealing.models import KeyShare, Reading, SealedThing
from commonweal.rules.secrecy import boxes, sealed_words, shared_secret
from commonweal.rules.secrecy.shared_secret import SHARE_BYTES, Share
from commonweal.rules.verdict import Refused, refused, require

BOXED_KEY_BYTES = boxes.KEY_BYTES + boxes.BOX_BYTES


@transaction.atomic
def give_share(
    thing: SealedThing, *, by: Member | None, code: str, at: datetime
) -> bool:
    """Give one's share, with the code on one's paper; with enough the thing opens.

    Say whether the share was true. Whoever gives a false one is named in the journal,
    and the others still open it.
    """
    thing = held(thing, at=at)
    row = queries.share_of(thing, by)
    require(access.may_give_share(row, thing, at=at))
    assert row is not None
    share = _unlocked(thing, row, code)
    if share is None:
        note("gave_false_share", thing, by=by, at=at)
        return False
    store.keep(queries.given_name(thing, row.number), shared_secret.share_bytes(share))
    KeyShare.objects.filter(pk=row.pk, given_at=None).update(given_at=at)
    note("gave_share", thing, by=by, at=at)
    if thing.opened_at is None:
        _open_if_enough(thing, at=at)
    return True


def _unlocked(thing: SealedThing, row: KeyShare, code: str) -> Share | None:
    """Unlock a share; nothing if it is not the one that was dealt."""
    assert row.trustee is not None
    secret = boxes.secret_half(codes.normal(code), row.trustee.id.bytes)
    if boxes.public_half(secret) != bytes(row.trustee.public_key):
        raise Refused(refused("trustee_code_unknown"))
    half = queries.half_name(thing, row.number)
    fresh = boxes.unboxed(store.kept(half, BOXED_KEY_BYTES), secret=secret)
    if fresh is None:
        raise Refused(refused("key_wrong", name=half))
    written = boxes.unboxed(bytes(row.share), secret=fresh)
    share = shared_secret.share_from(written or b"")
    is_false = share is None or bool(
        shared_secret.false_shares([share], {row.number: row.digest})
    )
    return None if is_false else share


def _open_if_enough(thing: SealedThing, *, at: datetime) -> None:
    numbers = thing.shares.exclude(given_at=None).values_list("number", flat=True)
    names = [queries.given_name(thing, number) for number in numbers]
    written = [store.kept(name, 1 + SHARE_BYTES) for name in names]
    given = [one for each in written if (one := shared_secret.share_from(each))]
    if len(given) < thing.threshold:
        return
    secret = shared_secret.secret_from(given[: thing.threshold])
    key = secret.to_bytes(SHARE_BYTES, "big")[-sealed_words.KEY_BYTES :]
    store.keep(queries.key_name(thing), key)
    keys.destroy(names)
    thing.opened_at = at
    thing.save(update_fields=["opened_at"])
    note("opened_sealed", thing, by=None, at=at)


@transaction.atomic
def read(thing: SealedThing, *, by: Member | None, at: datetime) -> str:
    """Read what is sealed; whoever it is about sees on their page that it was read."""
    thing = held(thing, at=at)
    require(access.may_read(by, thing, at=at))
    words = opened_words(thing)
    note_reading(thing.subject, by=by, purpose=thing.purpose, at=at)
    return words


def opened_words(thing: SealedThing) -> str:
    """Give the words of what is open; raise `Refused` where its key does not fit."""
    name = queries.key_name(thing)
    about = queries.bound_to(thing, list(thing.shares.order_by("number")))
    words = sealed_words.opened(
        bytes(thing.words or b""), key=store.kept(name), about=about
    )
    if words is None:
        raise Refused(refused("key_wrong", name=name))
    return words.decode()


def note_reading(
    subject: Member | None, *, by: Member | None, purpose: str, at: datetime
) -> None:
    """Note that somebody read what is sealed about somebody else, once a day."""
    person = subject.person if subject is not None else None
    if person is None or (by is not None and by.person_id == person.pk):
        return
    Reading.objects.get_or_create(
        person=person, reader=by, read_on=at.date(), purpose=purpose
    )
