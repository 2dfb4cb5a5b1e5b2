"""What falls due with decisions."""

from datetime import datetime

from django.db.models import OuterRef, QuerySet

from commonweal.capabilities.decisions.actions.reviewing import settle_reviews_in
from commonweal.capabilities.decisions.actions.settling import settle_institution
from commonweal.capabilities.decisions.models import Proposal
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.prepared import Given
from commonweal.foundation.waiting import waits_for


def _due(here: OuterRef, at: datetime | Given) -> QuerySet[Proposal]:
    return Proposal.objects.filter(institution_id=here, next_due_at__lte=at)


@waits_for(_due)
def settle_proposals(at: datetime, institution: Institution | None = None) -> bool:
    """Open, close, count and carry out whatever is due by `at`; say if anything was."""
    if institution is not None:
        settle_institution(institution, at=at)
        return True
    due = Proposal.objects.filter(next_due_at__lte=at).order_by()
    ids = list(due.values_list("institution_id", flat=True).distinct())
    for waiting in Institution.objects.filter(pk__in=ids):
        settle_institution(waiting, at=at)
    return bool(ids)


def settle_reviews(at: datetime, institution: Institution | None = None) -> bool:
    """Bring before the members what the operator did, and end what they did not want.

    Where nothing waits, which is nearly always, the institution's own row says so.
    """
    if institution is not None:
        return institution.review_waits and settle_reviews_in(institution, at=at)
    waiting = Institution.objects.filter(review_waits=True)
    done = [settle_reviews_in(one, at=at) for one in waiting]
    return any(done)
