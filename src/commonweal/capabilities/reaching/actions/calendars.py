"""The private address of somebody's calendar: made, made anew, ended."""

from datetime import datetime

from django.db import transaction

from commonweal.capabilities.reaching.models import CalendarFeed
from commonweal.capabilities.reaching.queries.calendars import CALENDAR
from commonweal.foundation import codes
from commonweal.foundation.people.actions import tell_of_new_way
from commonweal.foundation.people.models import Person


@transaction.atomic
def make_calendar(person: Person, *, at: datetime) -> str:
    """Give the code of a new private address; the one before opens nothing any more."""
    code = codes.link_code()
    CalendarFeed.objects.update_or_create(
        person=person,
        defaults={"code_digest": codes.digest(CALENDAR, code), "made_on": at.date()},
    )
    tell_of_new_way(person, "new_way_calendar", at=at)
    return code


def end_calendar(person: Person) -> None:
    """Let no calendar read on: the address opens nothing any more."""
    CalendarFeed.objects.filter(person=person).delete()
