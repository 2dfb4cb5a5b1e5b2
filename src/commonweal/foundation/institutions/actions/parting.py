"""Parting together: decided, called back, and done once its time is over."""

from datetime import UTC, datetime
from typing import cast
from uuid import UUID

from django.db import transaction

from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.actions.ending import (
    dissolve,
    last_vote_closes,
    plan_end,
    stop_what_has_not_begun,
)
from commonweal.foundation.institutions.actions.joining import (
    take_out,
    write_that_it_is_over,
)
from commonweal.foundation.institutions.charters import (
    Terms,
    charter_in_force,
)
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.journal import actions as journal
from commonweal.rules.ending.parting import Because, decided_parting
from commonweal.rules.verdict import require


@transaction.atomic
def wind_up(
    institution: Institution, *, terms: Terms, decision: UUID, at: datetime
) -> None:
    """Begin to part, as the members decided."""
    institution = lock(institution, at=at)
    require(access.may_wind_up(institution, terms, at))
    charter = charter_in_force(institution, at=at)
    because = cast(Because, terms["because"])
    decided = decided_parting(charter.ending, because, at=at, zone=charter.time_zone)
    journal.record(
        "began_to_part",
        about=institution,
        by=None,
        at=at,
        facts={
            "decision": str(decision),
            "because": because,
            "ends": {"moment": decided.ends_at.astimezone(UTC).isoformat()},
        },
    )
    plan_end(institution, charter)


@transaction.atomic
def go_on(
    institution: Institution, *, terms: Terms, decision: UUID, at: datetime
) -> None:
    """Go on after all, as the members decided."""
    institution = lock(institution, at=at)
    require(access.may_go_on(institution, terms, at))
    facts = {"decision": str(decision)}
    journal.record("went_on", about=institution, by=None, at=at, facts=facts)
    plan_end(institution, charter_in_force(institution, at=at))


@transaction.atomic
def end(institution: Institution, *, at: datetime) -> bool:
    """End an institution whose time to part is over by `at`; say if it has ended.

    What was to begin is stopped then; votes that are open are counted first.
    """
    institution = lock(institution, at=at)
    ends = institution.ends_at
    if ends is None or at < ends or institution.dissolved_at is not None:
        return False
    stop_what_has_not_begun(institution, at=ends)
    closes = last_vote_closes(institution, at=ends)
    over = max(ends, closes) if closes else ends
    if at < over:
        return False
    charter = charter_in_force(institution, at=over)
    there = queries.members(institution, at=over).select_related("person")
    belonged = [one.person for one in there if one.person is not None]
    for member in there:
        take_out(member, at=over)
    dissolve(institution, at=over)
    for person in belonged:
        write_that_it_is_over("ended", charter, person, at=over)
    return True
