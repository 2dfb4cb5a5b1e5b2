"""Filling an office by a lot that everybody can draw again."""

from collections import Counter
from datetime import UTC, datetime, timedelta

from django.db import transaction

from commonweal.foundation.institutions import queries
from commonweal.foundation.institutions.actions.rolls import freeze_roll
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import (
    Institution,
    Member,
    OfficeHolding,
    Roll,
)
from commonweal.foundation.journal import actions as journal
from commonweal.foundation.journal.queries import head
from commonweal.rules.canonical import Json
from commonweal.rules.charters.charter import Charter, OfficeTerms
from commonweal.rules.days import days_later
from commonweal.rules.sortition.lot import seed_of
from commonweal.rules.sortition.offices import drawn_by
from commonweal.rules.voting.franchise import Franchise

A_DAY = timedelta(days=1)


def plan_draws(institution: Institution, charter: Charter, *, at: datetime) -> None:
    """Let offices be drawn for from `at` on, if the charter fills any by lot."""
    by_lot = any(one.filled_by == "lot" for one in charter.offices)
    due = at if by_lot and charter.offices else None
    Institution.objects.filter(pk=institution.pk).update(draw_due_at=due)


@transaction.atomic
def draw_offices(institution: Institution, *, at: datetime) -> bool:
    """Draw for every empty place in an office that is filled by lot; say if any was.

    Where there are no more people than places, a draw would decide nothing, and waits.
    """
    institution = lock(institution, at=at)
    anybody = False
    # Day by day, so that it does not matter when somebody looks.
    while (due := institution.draw_due_at) is not None and due <= at:
        charter = queries.charter_in_force(institution, at=due)
        offices = [one for one in charter.offices if one.filled_by == "lot"]
        first = {
            one.id: queries.first_draw(institution, charter, one) for one in offices
        }
        ready = [one for one in offices if first[one.id] <= due]
        full = [_draw(institution, charter, office, due) for office in ready]
        anybody = anybody or any(full)
        waits = [] if all(full) else [due + A_DAY]
        waits += [day for day in first.values() if day > due]
        institution.draw_due_at = _next(institution, offices, due, waits)
        institution.save(update_fields=["draw_due_at"])
    return anybody


def _draw(
    institution: Institution, charter: Charter, office: OfficeTerms, at: datetime
) -> bool:
    """Draw for the empty places of one office; say whether none is empty then."""
    held = queries.officers(institution, at=at).filter(office=office.id)
    holders = set(held.values_list("holder_id", flat=True))
    places = office.seats - len(holders)
    if places < 1:
        return True
    able = queries.those_to_draw(institution, charter, at=at)
    able = able.exclude(pk__in=holders)
    if able.count() <= places:
        return False
    _, before = head(institution)
    classes = queries.classes_to_draw(charter)
    roll = _roll(institution, office, classes, at)
    of = {str(one): has for one, has in able.values_list("pk", "member_class")}
    facts: dict[str, Json] = {
        "office": office.id,
        "count": places,
        "seed": seed_of(roll=roll.hash, before=before, office=office.id),
        "roll": roll.hash,
        "before": before,
        "pool": [*sorted(of)],
    }
    if office.in_shares:
        had = Counter(held.values_list("holder__member_class", flat=True))
        facts |= {"of": {**of}, "had": {**had}}
    chosen = drawn_by(facts)
    until = _hold(institution, charter, office, chosen, at)
    ends: Json = {"moment": until.astimezone(UTC).isoformat()}
    facts |= {"holders": [*chosen], "until": ends}
    journal.record("drew_office", about=institution, by=None, at=at, facts=facts)
    return True


def _hold(
    institution: Institution,
    charter: Charter,
    office: OfficeTerms,
    chosen: tuple[str, ...],
    at: datetime,
) -> datetime:
    """Give the office to those drawn, and say until when."""
    until = days_later(at, office.term_days, charter.time_zone)
    OfficeHolding.objects.bulk_create(
        OfficeHolding(
            institution=institution,
            office=office.id,
            holder=Member(pk=one),
            from_at=at,
            until_at=until,
        )
        for one in chosen
    )
    return until


def _roll(
    institution: Institution, office: OfficeTerms, classes: list[str], at: datetime
) -> Roll:
    """Write down who may stand, under salts that nobody knew before."""
    franchise = Franchise(office.id, office.name, frozenset(classes))
    return freeze_roll(institution, franchise, noticed_at=at, at=at)


def _next(
    institution: Institution,
    offices: list[OfficeTerms],
    due: datetime,
    waits: list[datetime],
) -> datetime | None:
    """Say when to draw next: when a term ends, or on the first day that waits."""
    running = OfficeHolding.objects.filter(
        institution=institution,
        office__in=[one.id for one in offices],
        until_at__gt=due,
    )
    ends = running.order_by("until_at").values_list("until_at", flat=True).first()
    return min([*waits, *filter(None, [ends])], default=None)
