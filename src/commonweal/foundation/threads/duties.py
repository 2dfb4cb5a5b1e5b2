"""What falls due with words that were hidden."""

from datetime import datetime

from django.db.models import OuterRef, QuerySet

from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.prepared import Given
from commonweal.foundation.threads.actions.appealing import let_words_come_back
from commonweal.foundation.threads.models import Appeal
from commonweal.foundation.waiting import waits_for


def _due(here: OuterRef, at: datetime | Given) -> QuerySet[Appeal]:
    return _unanswered().filter(institution_id=here, answer_until__lte=at)


def _unanswered() -> QuerySet[Appeal]:
    return Appeal.objects.filter(answered_at=None, hiding__shown_at=None)


@waits_for(_due)
def settle_appeals(at: datetime, institution: Institution | None = None) -> bool:
    """Let words come back whose appeal nobody answered by `at`; say if any did."""
    if institution is not None:
        let_words_come_back(institution, at=at)
        return True
    due = _unanswered().filter(answer_until__lte=at)
    ids = set(due.values_list("institution_id", flat=True))
    for waiting in Institution.objects.filter(pk__in=ids):
        let_words_come_back(waiting, at=at)
    return bool(ids)
