"""Saying that what came back from a laptop is not what happened."""

from datetime import datetime

from django.db import transaction

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.actions.taking_along import carry, note
from commonweal.capabilities.assemblies.actions.taking_part import LONGEST_REASON
from commonweal.capabilities.assemblies.actions.tasks import OnTask, say_of_task
from commonweal.capabilities.assemblies.models import Assembly, CheckOut, Task
from commonweal.capabilities.assemblies.queries.disputes import (
    last_brought,
    may_dispute_now,
)
from commonweal.capabilities.assemblies.queries.listing import SET_ASIDE
from commonweal.foundation.institutions.access import has_right, may_be_written_in
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.foundation.text import clean_line
from commonweal.rules.verdict import require


@transaction.atomic
def dispute(assembly: Assembly, reason: str, *, by: Member, at: datetime) -> Assembly:
    """Say so, with a reason that is minuted; where enough do, it is set aside."""
    institution = lock(assembly.institution, at=at)
    charter = charter_in_force(institution, at=at)
    row = queries.read_anew(institution, assembly)
    require(has_right(by, charter, "attend", at=at))
    require(may_be_written_in(institution, at=at))
    require(queries.may_be_done_here(row, at=at))
    why = clean_line(reason, LONGEST_REASON)
    require(may_dispute_now(row, by=by, reason=why, at=at))
    there = CheckOut.objects.filter(assembly=row, end="bring_in")
    taken = there.order_by("-taken_at")[0]
    taken.assembly = row
    deed = carry(row, "dispute", by=by, at=at, reason=why)
    last = last_brought(row)
    if last is not None and last.is_aside:
        _set_aside(taken, by=by, at=at)
    note(taken, deed, words={"reason": why})
    return row


def _set_aside(taken: CheckOut, *, by: Member, at: datetime) -> None:
    """Let what it says not count: who counts is asked anew, and its tasks fall."""
    row = taken.assembly
    taken.end = SET_ASIDE
    taken.save(update_fields=["end"])
    if queries.held(row, at=at).now.opened_at is None:
        row.roll, row.minutes_due_at = None, None
        row.save(update_fields=["roll", "minutes_due_at"])
    asked = Task.objects.filter(assembly=row, asked_at__gte=taken.taken_at)
    for task in asked.filter(asked_at__lte=taken.ended_at).order_by("number"):
        found = queries.task_in(row.institution, task.number, at=at)
        if found is not None and not found.now.is_over:
            found.row.institution = row.institution
            say_of_task(found, OnTask("drop"), by=by, at=at, inside=row)
