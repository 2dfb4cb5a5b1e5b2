"""What falls due: drawing for offices, parting, forgetting how people came back."""

from datetime import datetime

from django.db.models import OuterRef, QuerySet

from commonweal.foundation.institutions.actions.drawing import draw_offices
from commonweal.foundation.institutions.actions.parting import end
from commonweal.foundation.institutions.actions.recovering import lapse
from commonweal.foundation.institutions.models import Institution, Recovery
from commonweal.foundation.prepared import Given
from commonweal.foundation.rows import Identified
from commonweal.foundation.waiting import waits_for


def settle_draws(at: datetime, institution: Institution | None = None) -> bool:
    """Draw for the offices that are due by `at`; say if anybody was drawn."""
    if institution is not None:
        due = institution.draw_due_at
        return due is not None and due <= at and draw_offices(institution, at=at)
    waiting = Institution.objects.filter(draw_due_at__lte=at, dissolved_at=None)
    done = [draw_offices(one, at=at) for one in waiting]
    return any(done)


def _over(here: OuterRef, at: datetime | Given) -> QuerySet[Institution]:
    return Institution.objects.filter(pk=here, ends_at__lte=at, dissolved_at=None)


@waits_for(_over)
def settle_endings(at: datetime, institution: Institution | None = None) -> bool:
    """End the institutions whose time to part is over by `at`; say if any has ended."""
    if institution is not None:
        return end(institution, at=at)
    waiting = Institution.objects.filter(ends_at__lte=at, dissolved_at=None)
    done = [end(one, at=at) for one in waiting]
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
