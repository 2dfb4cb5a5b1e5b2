"""One writer at a time in an institution, so that its journal is one chain."""

from datetime import datetime

from commonweal.foundation.institutions.models import Institution


def lock(institution: Institution, *, at: datetime) -> Institution:
    """Hold the institution until the transaction ends, and read it anew.

    Every action begins with this. On SQLite the transaction itself already holds the
    whole database.
    """
    fresh = Institution.objects.select_for_update().get(pk=institution.pk)
    assert at >= fresh.founded_at, "nothing is done before the founding"
    return fresh
