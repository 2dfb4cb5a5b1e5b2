"""What falls due: drawing for offices, and forgetting how people were let back in."""

from datetime import datetime

from commonweal.foundation.institutions.actions.drawing import draw_offices
from commonweal.foundation.institutions.actions.recovering import lapse
from commonweal.foundation.institutions.models import Institution, Recovery
from commonweal.foundation.rows import Identified


def settle_draws(at: datetime, institution: Institution | None = None) -> bool:
    """Draw for the offices that are due by `at`; say if anybody was drawn."""
    if institution is not None:
        due = institution.draw_due_at
        return due is not None and due <= at and draw_offices(institution, at=at)
    waiting = Institution.objects.filter(draw_due_at__lte=at, dissolved_at=None)
    done = [draw_offices(one, at=at) for one in waiting]
    return any(done)


def forget_recoveries(at: datetime, institution: Identified | None = None) -> bool:
    """Forget who vouched for whom once nobody comes back by it; the journal keeps it.

    A read leaves out what is over, so this waits for the round over all institutions.
    """
    if institution is not None:
        return False
    over = Recovery.objects.filter(ends_at__lte=at).order_by("ends_at", "id")
    done = [lapse(one) for one in over.select_related("institution", "member")]
    return any(done)
