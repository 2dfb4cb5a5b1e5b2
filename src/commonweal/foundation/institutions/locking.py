"""One writer at a time in an institution, so that its journal is one chain."""

from datetime import datetime

from django.db import connection
from django.db.models import QuerySet, UUIDField

from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.prepared import Given, Prepared


def lock(institution: Institution, *, at: datetime) -> Institution:
    """Hold the institution until the transaction ends, and read it anew.

    Every action begins with this. On SQLite the transaction itself already holds the
    whole database.
    """
    fresh = _held.first({"institution": institution})
    if fresh is None:
        raise Institution.DoesNotExist
    assert at >= fresh.founded_at, "nothing is done before the founding"
    return fresh


def hold(institution: Institution) -> None:
    """Hold the institution until the transaction ends, and take it as it is.

    For deeds to which nothing of it matters but that they come one after another.
    """
    if connection.features.has_select_for_update:
        _held.rows({"institution": institution})


@Prepared
def _held() -> QuerySet[Institution]:
    there = Institution.objects.select_for_update()
    return there.filter(pk=Given("institution", UUIDField()))
