"""Filling an office by a lot that everybody can draw again."""

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
from commonweal.rules.charters.charter import Charter, OfficeTerms
from commonweal.rules.days import days_later
from commonweal.rules.sortition.lot import drawn, seed_of
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
        full = [_draw(institution, charter, office, due) for office in offices]
        anybody = anybody or any(full)
        institution.draw_due_at = _next(institution, offices, due, waits=not all(full))
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
    # Whoever has never signed in could not do it.
    classes = [one.id for one in charter.classes if "stand" in one.rights]
    there = queries.those_who_count(institution, at=at)
    there = there.filter(member_class__in=classes)
    able = there.filter(person__isnull=False).exclude(pk__in=holders)
    if able.count() <= places:
        return False
    pool = [str(one) for one in able.order_by("pk").values_list("pk", flat=True)]
    _, before = head(institution)
    roll = _roll(institution, office, classes, at)
    seed = seed_of(roll=roll.hash, before=before, office=office.id)
    chosen = drawn(pool, places=places, seed=seed)
    until = _hold(institution, charter, office, chosen, at)
    journal.record(
        "drew_office",
        about=institution,
        by=None,
        at=at,
        facts={
            "office": office.id,
            "count": places,
            "seed": seed,
            "roll": roll.hash,
            "before": before,
            "pool": [*pool],
            "holders": [*chosen],
            "until": {"moment": until.astimezone(UTC).isoformat()},
        },
    )
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
    *,
    waits: bool,
) -> datetime | None:
    """Say when to draw next: when a term ends, or tomorrow where people are missing."""
    running = OfficeHolding.objects.filter(
        institution=institution,
        office__in=[one.id for one in offices],
        until_at__gt=due,
    )
    ends = running.order_by("until_at").values_list("until_at", flat=True).first()
    if not waits:
        return ends
    tomorrow = due + A_DAY
    return min(tomorrow, ends) if ends else tomorrow
