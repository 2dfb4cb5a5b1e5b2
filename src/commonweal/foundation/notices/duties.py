"""What falls due with notices."""

from datetime import datetime

from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.notices.actions import forget_whom, note_what_became


def settle_notices(at: datetime, institution: Institution | None = None) -> bool:
    """Write down what became of the letters of notices, before those are forgotten.

    Letters go out by a worker, and the same worker says so; no visit has to wait.
    """
    if institution is not None:
        return False
    noted = note_what_became(at)
    return forget_whom(at) or noted
