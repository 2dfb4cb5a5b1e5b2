"""What falls due with time, written down at the moment it was due.

State is a function of time: whether a vote is closed or a charter in force never
waits for a worker. A duty only writes down what a read at `at` would say, so running
it late, or twice, changes nothing. Whoever opens an institution settles it first.

What a duty waits for is often a row with a moment in it. Every visit asks for the rows
of all such duties in one question, and leaves alone those whose rows are not there.
"""

from datetime import datetime
from typing import Any

from django.db.models import DateTimeField, QuerySet, UUIDField

from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.prepared import Given, Prepared
from commonweal.foundation.waiting import (
    Duty,
    all_duties,
    due_along,
    found_due,
    keep_found,
)


def settle(institution: Institution, *, at: datetime) -> bool:
    """Write down all that fell due in one institution by `at`; say if anything did.

    What one duty has done may be what another waited for, but none is called twice.
    """
    called: list[Duty] = []
    anything = False
    while True:
        due = [duty for duty in _due(institution, at) if duty not in called]
        called += due
        done = [duty(at, institution=institution) for duty in due]
        if not any(done):
            return anything
        anything = True


def settle_all(*, at: datetime) -> None:
    """Write down all that fell due on this node by `at`."""
    for duty in all_duties():
        duty(at)


def _due(institution: Institution, at: datetime) -> list[Duty]:
    """Say what is due, from what was found with the institution or by asking."""
    found = found_due(institution)
    if found is not None:
        return found
    row = _asked.first({"institution": institution, "at": at})
    if row is not None:
        keep_found(institution, row)
    return found_due(institution) or []


@Prepared
def _asked() -> QuerySet[Any, Any]:
    here = Institution.objects.filter(pk=Given("institution", UUIDField()))
    return here.only("id").annotate(**due_along("pk", at=Given("at", DateTimeField())))
