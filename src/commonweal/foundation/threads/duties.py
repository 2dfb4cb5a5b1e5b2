"""What falls due with words that were hidden."""

from datetime import datetime
from uuid import UUID

from django.db.models import DateTimeField, QuerySet, UUIDField

from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.prepared import Given, Prepared
from commonweal.foundation.threads.actions.appealing import let_words_come_back
from commonweal.foundation.threads.models import Appeal


def settle_appeals(at: datetime, institution: Institution | None = None) -> bool:
    """Let words come back whose appeal nobody answered by `at`; say if any did."""
    if institution is not None:
        anything = bool(_due_here.rows({"institution": institution, "at": at}))
        if anything:
            let_words_come_back(institution, at=at)
        return anything
    due = Appeal.objects.filter(
        answered_at=None, answer_until__lte=at, hiding__shown_at=None
    )
    ids = set(due.values_list("institution_id", flat=True))
    for waiting in Institution.objects.filter(pk__in=ids):
        let_words_come_back(waiting, at=at)
    return bool(ids)


@Prepared
def _due_here() -> QuerySet[Appeal, tuple[UUID]]:
    due = Appeal.objects.filter(
        institution_id=Given("institution", UUIDField()),
        answered_at=None,
        answer_until__lte=Given("at", DateTimeField()),
        hiding__shown_at=None,
    )
    return due.values_list("id")[:1]
