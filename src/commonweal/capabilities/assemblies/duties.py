"""What falls due with assemblies."""

from datetime import datetime

from django.db.models import OuterRef, QuerySet

from commonweal.capabilities.assemblies.actions import send_out_due
from commonweal.capabilities.assemblies.models import Assembly
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.prepared import Given
from commonweal.foundation.waiting import waits_for


def _due(here: OuterRef, at: datetime | Given) -> QuerySet[Assembly]:
    return Assembly.objects.filter(institution_id=here, minutes_due_at__lte=at)


@waits_for(_due)
def send_out_minutes(at: datetime, institution: Institution | None = None) -> bool:
    """Send out the minutes that nobody sent in time; say whether there were any."""
    if institution is not None:
        return send_out_due(institution, at=at)
    due = Assembly.objects.filter(minutes_due_at__lte=at).order_by()
    ids = list(due.values_list("institution_id", flat=True).distinct())
    there = Institution.objects.filter(pk__in=ids)
    done = [send_out_due(one, at=at) for one in there]
    return any(done)
