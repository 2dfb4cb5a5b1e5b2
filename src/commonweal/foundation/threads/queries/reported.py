"""What somebody reported, and who has read it: on their page, and in their download."""

from collections.abc import Collection, Iterator
from uuid import UUID

from commonweal.foundation.institutions.models import Member
from commonweal.foundation.language import say
from commonweal.foundation.people.models import Person
from commonweal.foundation.sealing.queries import ReadingView
from commonweal.foundation.threads import access
from commonweal.foundation.threads.models import Report, ReportReading
from commonweal.rules.sentence import Sentence


def reports_from_bodies(members: Collection[UUID]) -> list[Report]:
    """Give what whoever has these memberships reported where they have none."""
    people = Member.objects.filter(pk__in=members, person__isnull=False)
    theirs = {one for one in people.values_list("person_id", flat=True) if one}
    return list(_known_as_any(theirs))


def _known_as_any(people: Collection[UUID]) -> Iterator[Report]:
    there = Report.objects.filter(known_as__isnull=False).order_by("reported_at", "id")
    for one in there if people else ():
        marks = {access.known_as(one.institution_id, person) for person in people}
        if one.known_as in marks:
            yield one


def readings_of_reports_by(members: Collection[UUID]) -> list[ReportReading]:
    """Give by whom the reports of whoever has these memberships were read."""
    mine = Report.objects.filter(reporter__in=members)
    ids = [*mine.values_list("pk", flat=True)]
    ids += [one.pk for one in reports_from_bodies(members)]
    rows = ReportReading.objects.filter(report__in=ids).select_related("reader")
    return list(rows.order_by("-read_on", "id"))


def readings_of_reports(person: Person) -> tuple[ReadingView, ...]:
    """List who has read what a person reported, until each report is answered."""
    memberships = Member.objects.filter(person=person).values_list("pk", flat=True)
    purpose = say(Sentence("purpose_of_report"))
    return tuple(
        ReadingView(one.reader.name if one.reader else "", one.read_on, purpose)
        for one in readings_of_reports_by(list(memberships))
    )
