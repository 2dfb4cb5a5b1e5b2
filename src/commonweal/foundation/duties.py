"""What falls due with time, written down at the moment it was due.

State is a function of time: whether a vote is closed or a charter in force never
waits for a worker. A duty only writes down what a read at `at` would say, so running
it late, or twice, changes nothing. Whoever opens an institution settles it first.

What a duty waits for is often a row with a moment in it. Every visit asks for the rows
of all such duties in one question, and leaves alone those whose rows are not there.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import DateTimeField, QuerySet, UUIDField

from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.prepared import Given, Prepared
from commonweal.foundation.waiting import Duty, all_duties, due_along, due_by


def settle(
    institution: Institution, *, at: datetime, found: Sequence[Duty] | None = None
) -> bool:
    """Write down all that fell due in one institution by `at`; say if anything did.

    `found` is what was found due at `at` as it was looked up, where that was asked.
    What one duty has done may be what another waited for, but none is called twice.
    """
    called: list[Duty] = []
    due = list(_due(institution, at) if found is None else found)
    # Added up, so that each is done though one before it has done something.
    while sum(duty(at, institution=institution) for duty in due):
        called += due
        due = [duty for duty in _due(institution, at) if duty not in called]
    return bool(called)


def settle_all(*, at: datetime) -> None:
    """Write down all that fell due on this node by `at`."""
    for duty in all_duties():
        duty(at)


def _due(institution: Institution, at: datetime) -> tuple[Duty, ...]:
    row = _asked.first({"institution": institution, "at": at})
    return due_by(row) if row is not None else ()


@Prepared
def _asked() -> QuerySet[Any, Any]:
    here = Institution.objects.filter(pk=Given("institution", UUIDField()))
    return here.only("id").annotate(**due_along("pk", at=Given("at", DateTimeField())))
