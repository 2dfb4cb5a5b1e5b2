"""Somebody's assemblies as their calendar reads them, from the address that is theirs.

A calendar is read on phones at work and by servers elsewhere. So of an institution with
bare letters it says only that its reader meets others; and nothing in it names anybody.
There no two calendars have an id or a moment in common, but for when it is.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import salted_hmac

from commonweal.capabilities.assemblies import queries as assemblies
from commonweal.capabilities.assemblies.models import Assembly, AssemblyDeed
from commonweal.capabilities.reaching.models import CalendarFeed
from commonweal.foundation import codes
from commonweal.foundation.institutions.access import has_right
from commonweal.foundation.institutions.charters import name_in_letters
from commonweal.foundation.institutions.queries import Membership, memberships_of
from commonweal.foundation.language import say
from commonweal.foundation.people.models import Person
from commonweal.rules.assemblies.calendar import Entry
from commonweal.rules.assemblies.ending import has_lapsed
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import Sentence

CALENDAR = "calendar"
# What is over stays in calendars for a while, and is called off where it was.
GOES_BACK = timedelta(days=60)
MOST_ENTRIES = 500
LEAST_LONG = timedelta(minutes=1)


def feed_of(person: Person) -> CalendarFeed | None:
    """Find the private address of somebody's calendar, if they made one."""
    return CalendarFeed.objects.filter(person=person).first()


def read_by(code: str) -> Person | None:
    """Find whose calendar is read by the code in a private address."""
    kept = CalendarFeed.objects.select_related("person")
    found = kept.filter(code_digest=codes.digest(CALENDAR, code)).first()
    return None if found is None else found.person


def entries_of(person: Person, *, at: datetime) -> tuple[Entry, ...]:
    """Give the assemblies that somebody may attend, over all their institutions."""
    mine = {
        one.institution.pk: one
        for one in memberships_of(person, at=at)
        if has_right(one.member, one.charter, "attend", at=at)
    }
    there = Assembly.objects.filter(
        institution__in=mine, called_at__lte=at, opens_at__gt=at - GOES_BACK
    ).select_related("institution")
    found = there.order_by("opens_at", "id")[:MOST_ENTRIES]
    rows = assemblies.veiled_rows(found, at=at)
    off, begun = _done(rows, "call_off", at), _done(rows, "open", at)
    for row in rows:
        if row.pk not in begun and has_lapsed(row.opens_at, at=at):
            off.setdefault(row.pk, row.opens_at)
    return tuple(
        entry_for(
            row, mine[row.institution_id], person.language, off_at=off.get(row.pk)
        )
        for row in rows
    )


def entry_for(
    row: Assembly, membership: Membership, language: str, *, off_at: datetime | None
) -> Entry:
    """Write one assembly for a calendar, as fully as the charter lets it be told."""
    minutes = sum(one["minutes"] for one in row.agenda)
    address = membership.institution.address
    page = reverse("assemblies:assembly", args=[address, row.number])
    is_bare = membership.charter.reaching.bare_letters
    written_at = off_at or row.called_at
    return Entry(
        id=_own_id(row, membership) if is_bare else str(row.pk),
        written_at=_day_of(written_at) if is_bare else written_at,
        begins_at=row.opens_at,
        ends_at=row.opens_at + max(timedelta(minutes=minutes), LEAST_LONG),
        title=title_for(row, membership.charter, language),
        place="" if is_bare else row.place,
        url=settings.ADDRESS.rstrip("/") + ("/" if is_bare else page),
        is_off=off_at is not None,
    )


def _own_id(row: Assembly, membership: Membership) -> str:
    """Name an assembly in one person's calendar as it is named in nobody else's."""
    whose = f"{membership.member.person_id} {row.pk}"
    return salted_hmac("commonweal.entry", whose, algorithm="sha256").hexdigest()


def _day_of(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


def title_for(row: Assembly, charter: Charter, language: str) -> str:
    """Give what a calendar calls an assembly."""
    if charter.reaching.bare_letters:
        return say(Sentence("calendar_bare"), language)
    return f"{name_in_letters(charter, language)}: {row.title}"


def _done(rows: Iterable[Assembly], deed: str, at: datetime) -> dict[UUID, datetime]:
    found = AssemblyDeed.objects.filter(
        assembly__in=list(rows), deed=deed, done_at__lte=at
    )
    return dict(found.values_list("assembly_id", "done_at"))
