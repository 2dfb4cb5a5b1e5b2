"""What falls due in a confederation: a congress is over, and the bases are asked."""

from datetime import datetime

from django.db.models import OuterRef, QuerySet

from commonweal.capabilities.confederation.actions import settle_bodies as let_go
from commonweal.capabilities.confederation.actions import settle_matters as settle
from commonweal.capabilities.confederation.models import Body, Matter
from commonweal.capabilities.confederation.queries import forgotten
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.prepared import Given
from commonweal.foundation.waiting import waits_for


def _due(here: OuterRef, at: datetime | Given) -> QuerySet[Matter]:
    return Matter.objects.filter(institution_id=here, next_due_at__lte=at)


@waits_for(_due)
def settle_matters(at: datetime, institution: Institution | None = None) -> bool:
    """Write down what congresses came to by `at`; say whether there was anything."""
    if institution is not None:
        return settle(institution, at=at)
    due = Matter.objects.filter(next_due_at__lte=at).order_by()
    ids = set(due.values_list("institution_id", flat=True).distinct())
    # Also where nothing notes that it is due: the worker looks at the deeds.
    ids |= {one.institution_id for one in forgotten(at=at)}
    done = [settle(one, at=at) for one in Institution.objects.filter(pk__in=ids)]
    return any(done)


def _over(here: OuterRef, at: datetime | Given) -> QuerySet[Body]:
    return Body.objects.filter(institution_id=here, next_due_at__lte=at)


@waits_for(_over)
def settle_bodies(at: datetime, institution: Institution | None = None) -> bool:
    """Let go whose notice or term is over by `at`; say whether there was anything."""
    if institution is not None:
        return let_go(institution, at=at)
    due = Body.objects.filter(next_due_at__lte=at).order_by()
    ids = list(due.values_list("institution_id", flat=True).distinct())
    done = [let_go(one, at=at) for one in Institution.objects.filter(pk__in=ids)]
    return any(done)
