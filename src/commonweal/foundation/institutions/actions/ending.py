"""Ending an institution: what is left of it is its record, and nothing of anybody."""

from datetime import datetime

from django.conf import settings
from django.utils.module_loading import import_string

from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.institutions.queries.parting import (
    columns_of,
    parting_by,
)
from commonweal.foundation.journal import actions as journal
from commonweal.rules.charters.charter import Charter


def plan_end(institution: Institution, charter: Charter) -> None:
    """Write down when an institution parts, by a decision or its charter's day."""
    since, ends, because = columns_of(parting_by(institution, charter))
    Institution.objects.filter(pk=institution.pk).update(
        parts_from=since, ends_at=ends, parts_because=because
    )


def dissolve(institution: Institution, *, at: datetime) -> None:
    """End an institution that nobody belongs to any more.

    What holds anything of anybody besides their membership goes, too.
    """
    stop_what_has_not_begun(institution, at=at)
    for clearing in settings.CLEARING:
        import_string(clearing)(institution, at=at)
    institution.dissolved_at = at
    institution.save(update_fields=["dissolved_at"])
    journal.record("dissolved", by=None, about=institution, at=at)


def stop_what_has_not_begun(institution: Institution, *, at: datetime) -> None:
    """Take back whatever is under way and has not begun: votes that are to open."""
    for stopping in settings.STOPPING:
        import_string(stopping)(institution, at=at)


def last_vote_closes(institution: Institution, *, at: datetime) -> datetime | None:
    """Say when the last vote closes that is open, if any is."""
    found = [
        import_string(place)(institution, at=at) for place in settings.LAST_VOTE_CLOSES
    ]
    return max((one for one in found if one is not None), default=None)
