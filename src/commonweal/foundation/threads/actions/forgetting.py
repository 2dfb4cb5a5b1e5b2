"""Letting go of who found words wrong: with the answer, and at the end of all."""

from datetime import datetime

from django.db.models import QuerySet

from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.threads.models import Appeal, Hiding, Report, ReportReading


def forget_who_said_what_was_wrong(institution: Institution, *, at: datetime) -> None:
    """Forget who reported, hid and appealed; reports nobody answered go as well."""
    assert at.tzinfo is not None
    ours = {"institution": institution}
    Report.objects.filter(**ours, answered_at=None).delete()
    forget_who_reported(Report.objects.filter(**ours))
    Hiding.objects.filter(**ours).update(hidden_by=None)
    Appeal.objects.filter(**ours).update(made_by=None)


def forget_who_reported(reports: QuerySet[Report]) -> None:
    """Forget who made these reports, in what words, and by whom they were read."""
    ids = list(reports.values_list("pk", flat=True))
    ReportReading.objects.filter(report__in=ids).delete()
    Report.objects.filter(pk__in=ids).update(reporter=None, known_as=None, words="")
