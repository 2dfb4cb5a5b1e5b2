"""Which rows a duty waits for, so that every visit asks for all of them at once.

A duty itself stands above what it is about, and what it waits for is declared beside it
with `waits_for`. Whoever looks up an institution asks along whether anything is due in
it (`due_along`) and hands what was found (`due_by`) to `foundation.duties`.
"""

from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.db.models import Exists, Model, OuterRef, QuerySet
from django.utils.module_loading import import_string

from commonweal.foundation.prepared import Given

type Duty = Callable[..., bool]
type Rows = Callable[[OuterRef, datetime | Given], QuerySet[Any, Any]]

WAITING: dict[Duty, Rows] = {}


def waits_for(rows: Rows) -> Callable[[Duty], Duty]:
    """Let a duty be done in an institution only where one of these rows is there."""

    def waiting(duty: Duty) -> Duty:
        WAITING[duty] = rows
        return duty

    return waiting


def all_duties() -> tuple[Duty, ...]:
    """Give every duty there is, in the order of the settings."""
    return _duties(*settings.DUTIES)


def due_along(institution: str, *, at: datetime | Given) -> dict[str, Exists]:
    """Ask along with a row whether what each duty waits for is there.

    `institution` is the column of the row that names the institution.
    """
    return {
        f"due_{place}": Exists(WAITING[duty](OuterRef(institution), at))
        for place, duty in enumerate(_with_rows())
    }


def due_by(row: Model) -> tuple[Duty, ...]:
    """Say which duties are due by what was asked along with a row."""
    found = vars(row)
    there = {duty: found[f"due_{at}"] for at, duty in enumerate(_with_rows())}
    return tuple(duty for duty in all_duties() if there.get(duty, True))


def _with_rows() -> list[Duty]:
    return [duty for duty in all_duties() if duty in WAITING]


@lru_cache
def _duties(*names: str) -> tuple[Duty, ...]:
    return tuple(import_string(name) for name in names)
