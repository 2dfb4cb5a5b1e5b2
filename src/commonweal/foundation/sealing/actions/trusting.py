"""Trustees named by the members, what is sealed for them, and handing it on."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from commonweal.foundation.institutions.charters import Terms as Decided
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.journal import actions as journal
from commonweal.foundation.sealing import access, queries
from commonweal.foundation.sealing.actions.dealing import (
    Terms,
    become_trustee,
    seal,
)
from commonweal.foundation.sealing.actions.ending import destroy
from commonweal.foundation.sealing.actions.opening import opened_words
from commonweal.foundation.sealing.actions.upkeep import held, note
from commonweal.foundation.sealing.models import NamedTrustee, SealedThing
from commonweal.rules.canonical import Json
from commonweal.rules.verdict import ALLOWED, refused, require

# For how many days an account can be kept.
KEPT_FOR = (90, 365, 1825)


@dataclass(frozen=True, slots=True)
class Account:
    """What a member seals for the trustees: its words, what for, and for how long.

    Where it is theirs by name, they see on their own page who read it, and whoever
    copies the database sees that they sealed something.
    """

    words: str
    purpose: str
    days: int
    is_mine_by_name: bool = False


@transaction.atomic
def name_trustees(
    institution: Institution, *, terms: Decided, decision: UUID, at: datetime
) -> None:
    """Name the trustees, because the members decided so; the ones before are none now.

    What was sealed for those before stays with them until they hand it over.
    """
    institution = lock(institution, at=at)
    require(access.may_be_named(institution, terms, at))
    listed = terms["trustees"]
    assert isinstance(listed, list | tuple)
    threshold = int(str(terms["threshold"]))
    members = Member.objects.filter(
        institution=institution, pk__in=access.ids_of(listed)
    )
    NamedTrustee.objects.bulk_create(
        NamedTrustee(
            institution=institution,
            member=member,
            decision_id=decision,
            threshold=threshold,
            named_at=at,
        )
        for member in members
    )
    facts: dict[str, Json] = {
        "decision": str(decision),
        "threshold": threshold,
        "count": len(listed),
        "trustees": [str(one) for one in listed],
    }
    journal.record("named_trustees", about=institution, by=None, at=at, facts=facts)


@transaction.atomic
def take_code(member: Member | None, *, at: datetime) -> str:
    """Take the code of a trustee, shown this once; a new one ends the one before."""
    require(access.may_take_code(member))
    assert member is not None
    return become_trustee(member, at=at)


@transaction.atomic
def seal_account(
    institution: Institution, account: Account, *, by: Member | None, at: datetime
) -> SealedThing:
    """Seal words for the trustees; without a name nothing here says who did."""
    institution = lock(institution, at=at)
    require(access.may_seal_for_trustees(by, at=at))
    require(ALLOWED if account.days in KEPT_FOR else refused("sealed_so_long"))
    terms = _terms_today(
        institution,
        purpose=account.purpose,
        destroy_at=at + timedelta(days=account.days),
        subject=by if account.is_mine_by_name else None,
        at=at,
    )
    return seal(institution, account.words, by=by, terms=terms, at=at)


@transaction.atomic
def hand_over(thing: SealedThing, *, by: Member | None, at: datetime) -> SealedThing:
    """Seal what was opened anew for the trustees of today; the old keys end."""
    thing = held(thing, at=at)
    require(access.may_hand_over(by, queries.share_of(thing, by), thing, at=at))
    words = opened_words(thing)
    terms = _terms_today(
        thing.institution,
        purpose=thing.purpose,
        destroy_at=thing.destroy_at,
        subject=thing.subject,
        at=at,
    )
    fresh = seal(thing.institution, words, by=by, terms=terms, at=at)
    note("handed_over_sealed", thing, by=by, at=at)
    destroy(thing, at=at)
    return fresh


def _terms_today(
    institution: Institution,
    *,
    purpose: str,
    destroy_at: datetime,
    subject: Member | None,
    at: datetime,
) -> Terms:
    named = access.board(institution)
    trustees = access.with_keys(named)
    return Terms(
        purpose=purpose,
        opens_at=at,
        destroy_at=destroy_at,
        holders=[one.member for one in named],
        trustees=trustees,
        threshold=named[0].threshold,
        subject=subject,
        is_named=False,
    )
