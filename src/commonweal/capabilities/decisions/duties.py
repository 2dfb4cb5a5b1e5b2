"""What falls due with decisions."""

from datetime import datetime

from commonweal.capabilities.decisions.actions.settling import settle_institution
from commonweal.capabilities.decisions.models import Proposal
from commonweal.foundation.institutions.models import Institution


def settle_proposals(at: datetime, institution: Institution | None = None) -> None:
    """Open, close, count and carry out whatever is due by `at`."""
    due = Proposal.objects.filter(next_due_at__lte=at)
    if institution is not None:
        due = due.filter(institution=institution)
    ids = due.order_by().values_list("institution_id", flat=True).distinct()
    for waiting in Institution.objects.filter(pk__in=list(ids)):
        settle_institution(waiting, at=at)
