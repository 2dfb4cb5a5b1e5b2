"""Telling the stewards that something is wrong with what was said."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.foundation.journal import actions as journal
from commonweal.foundation.people.models import Person
from commonweal.foundation.text import clean_text
from commonweal.foundation.threads import access
from commonweal.foundation.threads.models import Report, ReportReading
from commonweal.rules.moderation.said import Said
from commonweal.rules.verdict import ALLOWED, refused, require

LONGEST_REPORT = 1_000


@dataclass(frozen=True, slots=True)
class Complaint:
    """What somebody says is wrong with words; `wrong` is one of `access.WRONGS`."""

    wrong: str
    words: str = ""
    is_urgent: bool = False


@transaction.atomic
def report(
    said: Said,
    *,
    institution: Institution,
    by: Member | None,
    person: Person | None = None,
    complaint: Complaint,
    at: datetime,
) -> Report:
    """Report words to those who look at reports.

    Whoever is no member here, and counts in a body of this confederation, reports as
    themselves: `person` is who is signed in. The journal says that something was
    reported and not by whom: nobody is to be afraid of saying that they were hurt.
    """
    institution = lock(institution, at=at)
    charter = charter_in_force(institution, at=at)
    reporter = access.reporter_here(institution, by, person, at=at)
    require(access.may_report(reporter, charter, said, institution, at=at))
    require(ALLOWED if complaint.wrong in access.WRONGS else refused("wrong_unknown"))
    made = Report.objects.create(
        institution=institution,
        about_kind=said.kind,
        about_id=said.id,
        reporter=reporter.member,
        known_as=reporter.known_as,
        wrong=complaint.wrong,
        words=clean_text(complaint.words, LONGEST_REPORT),
        is_urgent=complaint.is_urgent,
        reported_at=at,
    )
    journal.record("reported_words", about=made, by=None, at=at)
    return made


@transaction.atomic
def note_reports_read(reports: Iterable[Report], *, by: Member, at: datetime) -> None:
    """Note that a steward read what was reported; who reported sees it till then.

    Whose words they are is told nothing: that would say that somebody reported them.
    """
    for report in reports:
        ReportReading.objects.get_or_create(
            institution_id=report.institution_id,
            report=report,
            reader=by,
            read_on=at.date(),
        )
