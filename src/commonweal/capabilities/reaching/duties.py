"""What falls due with reaching people."""

from datetime import datetime

from commonweal.capabilities.reaching.actions import remind_all
from commonweal.foundation.institutions.models import Institution


def write_reminders(at: datetime, institution: Institution | None = None) -> bool:
    """Write the letters that remind; people belong to the node, and to none alone."""
    return False if institution is not None else remind_all(at=at)
