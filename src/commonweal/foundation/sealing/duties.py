"""What is sealed ends on its date, whether anybody looks or not."""

from datetime import datetime

from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.sealing import actions, queries


def destroy_what_is_due(at: datetime, institution: Institution | None = None) -> bool:
    """Destroy the keys of all that is past its date.

    Reading is refused from that moment on in any case; so pages need not ask for each
    institution, and the worker does it for all.
    """
    if institution is not None:
        return False
    due = list(queries.due_to_end(at))
    for thing in due:
        actions.end(thing, at=at)
    return bool(due)
