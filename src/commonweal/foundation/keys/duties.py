"""Keys whose end was decided, and which outlived it by a crash."""

from datetime import datetime

from commonweal.foundation.keys.actions import destroy_what_is_doomed
from commonweal.foundation.rows import Identified


def destroy_doomed_keys(at: datetime, institution: Identified | None = None) -> bool:
    """Destroy what is left of keys that are to go; keys belong to the node."""
    return institution is None and destroy_what_is_doomed()
