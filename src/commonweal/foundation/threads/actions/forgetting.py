"""Letting go of who found words wrong, once an institution has ended."""

from datetime import datetime

from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.threads.models import Appeal, Hiding, Report


def forget_who_said_what_was_wrong(institution: Institution, *, at: datetime) -> None:
    """Forget who reported, hid and appealed; reports nobody answered go as well."""
    assert at.tzinfo is not None
    ours = {"institution": institution}
    Report.objects.filter(**ours, answered_at=None).delete()
    Report.objects.filter(**ours).update(reporter=None, known_as=None, words="")
    Hiding.objects.filter(**ours).update(hidden_by=None)
    Appeal.objects.filter(**ours).update(made_by=None)
