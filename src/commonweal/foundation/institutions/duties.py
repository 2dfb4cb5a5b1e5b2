"""What is forgotten about letting people back in, once it is over."""

from datetime import datetime

from commonweal.foundation.institutions.models import Recovery
from commonweal.foundation.rows import Identified


def forget_recoveries(at: datetime, institution: Identified | None = None) -> bool:
    """Forget who vouched for whom once nobody comes back by it; the journal keeps it.

    A read leaves out what is over, so this waits for the round over all institutions.
    """
    if institution is not None:
        return False
    return bool(Recovery.objects.filter(ends_at__lte=at).delete()[0])
