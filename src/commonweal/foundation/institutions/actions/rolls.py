"""Freezing a roll: who may vote on a question, from this moment to its end."""

from datetime import datetime

from django.db import transaction

from commonweal.foundation.institutions import queries
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Institution, Roll, RollEntry
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
) -> Roll:
    """Write down who may vote, each under a salt of their own, and seal the list."""
    institution = lock(institution, at=at)
    charter = queries.charter_in_force(institution, at=at)
    voters = queries.eligible(institution, franchise, noticed_at=noticed_at, at=at)
    salts = {voter.id: new_salt() for voter in voters}
    roll = Roll.objects.create(
        institution=institution,
        franchise=franchise.id,
        frozen_at=at,
        size=len(voters),
        active=sum(not queries.is_dormant(one, charter, at=at) for one in voters),
        hash=roll_hash([leaf(salt, str(voter)) for voter, salt in salts.items()]),
    )
    RollEntry.objects.bulk_create(
        (
            RollEntry(
                institution=institution, roll=roll, member=voter, salt=salts[voter.id]
            )
            for voter in voters
        ),
        batch_size=ROWS_AT_ONCE,
    )
    facts: dict[str, Json] = {
        "franchise": franchise.id,
        "size": roll.size,
        "active": roll.active,
        "seal": roll.hash,
    }
    journal.record("froze_roll", by=None, about=roll, at=at, facts=facts)
    return roll
