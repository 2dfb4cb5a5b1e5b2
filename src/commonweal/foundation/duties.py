"""What falls due with time, written down at the moment it was due.

State is a function of time: whether a vote is closed or a charter in force never
waits for a worker. A duty only writes down what a read at `at` would say, so running
it late, or twice, changes nothing. Whoever opens an institution settles it first.

What a duty waits for is often a row with a moment in it. Every visit asks for the rows
of all such duties in one question, and leaves alone those whose rows are not there.
"""

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache

from django.conf import settings
from django.db.models import Exists, QuerySet
from django.utils.module_loading import import_string

from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.prepared import Prepared
from commonweal.foundation.waiting import HERE, WAITING, Duty


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
    for duty in _duties(*settings.DUTIES):
        duty(at)


def _due(institution: Institution, at: datetime) -> Iterator[Duty]:
    duties = _duties(*settings.DUTIES)
    asked = filter(WAITING.__contains__, duties)
    found = _rows_waited_for.first({"institution": institution, "at": at})
    there = dict(zip(asked, found, strict=True)) if found else {}
    return (duty for duty in duties if there.get(duty, True))


@lru_cache
def _duties(*names: str) -> tuple[Duty, ...]:
    return tuple(import_string(name) for name in names)


@Prepared
def _rows_waited_for() -> QuerySet[Institution, tuple[bool, ...]]:
    waiting = filter(WAITING.__contains__, _duties(*settings.DUTIES))
    asked = [Exists(WAITING[duty]()) for duty in waiting]
    return Institution.objects.filter(pk=HERE).values_list(*asked)
