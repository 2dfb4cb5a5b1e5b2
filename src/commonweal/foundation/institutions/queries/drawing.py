"""Who can be drawn for an office, and when the first draw is."""

from datetime import datetime

from django.db.models import QuerySet

from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries.belonging import those_who_count
from commonweal.rules.charters.charter import Charter, OfficeTerms
from commonweal.rules.days import days_later
from commonweal.rules.sentence import Fact, Sentence


def first_draw(
    institution: Institution, charter: Charter, office: OfficeTerms
) -> datetime:
    """Say from when on an office is drawn for: once people have had time to gather."""
    days = office.gathering_days
    return days_later(institution.founded_at, days, charter.time_zone)


def classes_to_draw(charter: Charter) -> list[str]:
    """Name the classes whose members can be drawn: those who may stand."""
    return [one.id for one in charter.classes if "stand" in one.rights]


def those_to_draw(
    institution: Institution, charter: Charter, *, at: datetime
) -> QuerySet[Member]:
    """Give who can be drawn: whoever has never signed in could not do it."""
    there = those_who_count(institution, at=at)
    there = there.filter(member_class__in=classes_to_draw(charter))
    return there.filter(person__isnull=False)


def draws_ahead(
    institution: Institution, charter: Charter, *, at: datetime
) -> tuple[Sentence, ...]:
    """Say for which offices people will be drawn for the first time, and when."""
    ahead = [
        (first_draw(institution, charter, office), office)
        for office in charter.offices
        if office.filled_by == "lot"
    ]
    return tuple(
        _told(institution, charter, office, day, at)
        for day, office in ahead
        if day > at
    )


def _told(
    institution: Institution,
    charter: Charter,
    office: OfficeTerms,
    day: datetime,
    at: datetime,
) -> Sentence:
    there = those_to_draw(institution, charter, at=at).count()
    facts: dict[str, Fact] = {
        "day": day,
        "office": office.name,
        "seats": office.seats,
        "there": there,
    }
    few = there <= office.seats
    return Sentence("draw_ahead_of_too_few" if few else "draw_ahead", facts)
