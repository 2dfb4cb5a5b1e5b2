"""What somebody reported as a person of a body, for their own download."""

from collections.abc import Collection
from uuid import UUID

from commonweal.foundation.institutions.models import Member
from commonweal.foundation.threads import access
from commonweal.foundation.threads.models import Report


def reports_from_bodies(members: Collection[UUID]) -> list[Report]:
    """Give what whoever has these memberships reported where they have none."""
    there = Report.objects.filter(known_as__isnull=False).order_by("reported_at", "id")
    people = Member.objects.filter(pk__in=members, person__isnull=False)
    theirs = {one for one in people.values_list("person_id", flat=True) if one}
    return [
        one
        for one in there
        if one.known_as
        in {access.known_as(one.institution_id, person) for person in theirs}
    ]
