"""Wishes to be kept apart end on their day, and when one of the two has left."""

from datetime import datetime

from commonweal.foundation.rows import Identified
from commonweal.foundation.safeguards.actions import end_what_is_over


def forget_avoidances(at: datetime, institution: Identified | None = None) -> bool:
    """Destroy what is over, in all institutions at once; no page waits for it."""
    return institution is None and end_what_is_over(at)
