"""Sealing words for holders, and dealing the key out among trustees."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from commonweal.foundation import codes
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.journal import actions as journal
from commonweal.foundation.keys import store
from commonweal.foundation.sealing import access, queries
from commonweal.foundation.sealing.actions.upkeep import note
from commonweal.foundation.sealing.models import (
    Holder,
    KeyShare,
    SealedThing,
    Trustee,
)
from commonweal.foundation.sealing.queries.held import seal_of_key
from commonweal.foundation.text import clean_name, clean_text
from commonweal.rules.secrecy import boxes, sealed_words, shared_secret
from commonweal.rules.secrecy.shared_secret import PRIME, Share
from commonweal.rules.verdict import require


@dataclass(frozen=True, slots=True)
class Terms:
    """For whom something is sealed, by whom it opens, from when and until when."""

    purpose: str
    opens_at: datetime
    destroy_at: datetime
    holders: Sequence[Member]
    trustees: Sequence[Trustee] = ()
    threshold: int = 0
    subject: Member | None = None
    # Whether rows and journal say who sealed it.
    is_named: bool = True


@transaction.atomic
def become_trustee(member: Member, *, at: datetime) -> str:
    """Take on shares of keys; the code for it is given this once and kept nowhere.

    A new code replaces the one before, and no longer opens what that one did.
    """
    institution = lock(member.institution, at=at)
    member = Member.objects.get(institution=institution, pk=member.pk)
    require(access.is_member(member))
    Trustee.objects.filter(member=member).delete()
    code = codes.link_code()
    trustee = Trustee(institution=institution, member=member, since=at.date())
    secret = boxes.secret_half(code, trustee.id.bytes)
    trustee.public_key = boxes.public_half(secret)
    trustee.save(force_insert=True)
    facts = {"key": seal_of_key(trustee)}
    journal.record("became_trustee", about=member, by=member, at=at, facts=facts)
    return code


@transaction.atomic
def seal(
    institution: Institution,
    words: str,
    *,
    by: Member | None,
    terms: Terms,
    at: datetime,
) -> SealedThing:
    """Seal words. With trustees no key stays here; they need not be present."""
    institution = lock(institution, at=at)
    require(access.is_member(by))
    words = clean_text(words, access.LONGEST_WORDS)
    purpose = clean_name(terms.purpose, access.LONGEST_PURPOSE)
    require(
        access.may_be_sealed(
            words, purpose, opens_at=terms.opens_at, destroy_at=terms.destroy_at, at=at
        )
    )
    require(access.may_be_trusted(terms.trustees, terms.threshold, by))
    named = by if terms.is_named else None
    thing = _begun(institution, named, replace(terms, purpose=purpose))
    key = secrets.token_bytes(sealed_words.KEY_BYTES)
    shares = _deal(thing, key, terms)
    thing.words = sealed_words.sealed(
        words.encode(),
        key=key,
        key_name=queries.key_name(thing),
        about=queries.bound_to(thing, shares),
        nonce=secrets.token_bytes(sealed_words.NONCE_BYTES),
    )
    thing.save(update_fields=["words"])
    Holder.objects.bulk_create(
        Holder(institution=institution, thing=thing, member=member)
        for member in terms.holders
    )
    deed = "sealed_something" if terms.is_named else "sealed_unnamed"
    note(deed, thing, by=named, at=at, shares=shares)
    return thing


def _begun(institution: Institution, by: Member | None, terms: Terms) -> SealedThing:
    return SealedThing.objects.create(
        institution=institution,
        subject=terms.subject,
        sealed_by=by,
        purpose=terms.purpose,
        threshold=terms.threshold,
        opens_at=terms.opens_at,
        destroy_at=terms.destroy_at,
    )


def _deal(thing: SealedThing, key: bytes, terms: Terms) -> list[KeyShare]:
    """Deal the key out among the trustees; without any, keep it with the keys."""
    if not terms.trustees:
        store.keep(queries.key_name(thing), key)
        return []
    dealt = shared_secret.shares_of(
        int.from_bytes(key, "big"),
        count=len(terms.trustees),
        coefficients=[secrets.randbelow(PRIME) for _ in range(terms.threshold - 1)],
    )
    rows = [
        _for_trustee(thing, trustee, share)
        for trustee, share in zip(terms.trustees, dealt, strict=True)
    ]
    return KeyShare.objects.bulk_create(rows)


def _for_trustee(thing: SealedThing, trustee: Trustee, share: Share) -> KeyShare:
    """Lock a share to a fresh key pair, and the pair's secret half to the trustee."""
    fresh = secrets.token_bytes(boxes.KEY_BYTES)
    store.keep(
        queries.half_name(thing, share.number),
        boxes.boxed(
            fresh,
            public=bytes(trustee.public_key),
            used_once=secrets.token_bytes(boxes.KEY_BYTES),
        ),
    )
    return KeyShare(
        institution_id=thing.institution_id,
        thing=thing,
        trustee=trustee,
        number=share.number,
        share=boxes.boxed(
            shared_secret.share_bytes(share),
            public=boxes.public_half(fresh),
            used_once=secrets.token_bytes(boxes.KEY_BYTES),
        ),
        digest=shared_secret.share_digest(share),
    )
