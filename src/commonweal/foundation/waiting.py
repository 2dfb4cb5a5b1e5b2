"""Which rows a duty waits for, so that every visit asks for all of them at once.

A duty itself stands above what it is about, and what it waits for is declared beside it
with `waits_for`; `foundation.duties` asks.
"""

from collections.abc import Callable
from typing import Any

from django.db.models import DateTimeField, QuerySet, UUIDField

from commonweal.foundation.prepared import Given

type Duty = Callable[..., bool]
type Rows = Callable[[], QuerySet[Any, Any]]

# What is given where a duty says which rows it waits for.
HERE, AT = Given("institution", UUIDField()), Given("at", DateTimeField())
WAITING: dict[Duty, Rows] = {}


def waits_for(rows: Rows) -> Callable[[Duty], Duty]:
    """Let a duty be done in an institution only where one of these rows is there."""

    def waiting(duty: Duty) -> Duty:
        WAITING[duty] = rows
        return duty

    return waiting
