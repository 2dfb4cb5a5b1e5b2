"""What falls due with decisions."""

from datetime import datetime

from commonweal.capabilities.decisions.actions.settling import settle_institution
from commonweal.capabilities.decisions.models import Proposal
from commonweal.foundation.institutions.models import Institution


def settle_proposals(at: datetime, institution: Institution | None = None) -> bool:
    """Open, close, count and carry out whatever is due by `at`; say if anything was."""
    due = Proposal.objects.filter(next_due_at__lte=at)
    if institution is not None:
        due = due.filter(institution=institution)
    ids = list(due.order_by().values_list("institution_id", flat=True).distinct())
    if not ids:
        return False
    for waiting in Institution.objects.filter(pk__in=ids):
        settle_institution(waiting, at=at)
    return True
