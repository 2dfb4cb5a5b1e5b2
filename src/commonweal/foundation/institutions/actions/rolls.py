"""Freezing a roll: who may vote on a question, from this moment to its end."""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from commonweal.foundation.institutions import queries
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import (
    Institution,
    Member,
    Roll,
    RollEntry,
)
from commonweal.foundation.journal import actions as journal
from commonweal.foundation.rows import new_salt
from commonweal.rules.canonical import Json
from commonweal.rules.voting.franchise import Franchise
from commonweal.rules.voting.roll import leaf, roll_hash

ROWS_AT_ONCE = 2000


@transaction.atomic
def freeze_roll(
    institution: Institution,
    franchise: Franchise,
    *,
    noticed_at: datetime,
    at: datetime,
    announced: queries.Announced | None = None,
    left_out: Collection[UUID] = (),
) -> Roll:
    """Write down who may vote, each under a salt of their own, and seal the list.

    Who could vote by the charter by which it was `announced` is on it too; whoever is
    `left_out`, for what is asked, is not.
    """
    institution = lock(institution, at=at)
    charter = queries.charter_in_force(institution, at=at)
    could = queries.eligible(
        institution, franchise, noticed_at=noticed_at, at=at, announced=announced
    )
    voters = [one for one in could if one.pk not in left_out]
    salts = {voter.id: new_salt() for voter in voters}
    roll = Roll.objects.create(
        institution=institution,
        franchise=franchise.id,
        frozen_at=at,
        size=len(voters),
        active=sum(not queries.is_dormant(one, charter, at=at) for one in voters),
        hash=roll_hash([leaf(salt, str(voter)) for voter, salt in salts.items()]),
    )
    _list(roll, {voter: salts[voter.id] for voter in voters})
    facts: dict[str, Json] = {
        "franchise": franchise.id,
        "size": roll.size,
        "active": roll.active,
        "seal": roll.hash,
    }
    journal.record("froze_roll", by=None, about=roll, at=at, facts=facts)
    return roll


def _list(roll: Roll, salts: Mapping[Member, bytes]) -> None:
    here = roll.institution
    rows = (
        RollEntry(institution=here, roll=roll, member=voter, salt=salt)
        for voter, salt in salts.items()
    )
    RollEntry.objects.bulk_create(rows, batch_size=ROWS_AT_ONCE)
