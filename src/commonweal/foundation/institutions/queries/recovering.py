"""Who is being let back in, and how far that has come."""

from dataclasses import dataclass, replace
from datetime import datetime

from commonweal.foundation.codes import digest
from commonweal.foundation.institutions.access.recovering import (
    may_print_half,
    opens_at,
)
from commonweal.foundation.institutions.charters import charter_in_force
from commonweal.foundation.institutions.models import (
    Institution,
    Member,
    Recovery,
    Vouch,
)
from commonweal.foundation.people.models import Person
from commonweal.rules.sentence import Fact

# Two open the door.
HALVES = 2


@dataclass(frozen=True, slots=True)
class RecoveryView:
    """A recovery as members and whoever it is about see it."""

    recovery: Recovery
    vouches: tuple[Vouch, ...]
    opens_at: datetime | None
    # What the institution is called.
    place: Fact = ""

    @property
    def vouchers(self) -> tuple[str, ...]:
        """The names of those who vouched."""
        return tuple(one.voucher.name for one in self.vouches)

    @property
    def printed(self) -> int:
        """How many halves have been printed."""
        return sum(one.half_digest is not None for one in self.vouches)


def recoveries(institution: Institution, *, at: datetime) -> tuple[RecoveryView, ...]:
    """List who is being let back in here."""
    rows = Recovery.objects.filter(institution=institution, ends_at__gt=at)
    return tuple(_view(row) for row in rows.select_related("member").order_by("id"))


def recoveries_of(person: Person, *, at: datetime) -> tuple[RecoveryView, ...]:
    """List where somebody is said to have lost every way in."""
    rows = Recovery.objects.filter(member__person=person, ends_at__gt=at)
    found = rows.select_related("member", "institution").order_by("id")
    return tuple(
        replace(_view(row), place=charter_in_force(row.institution, at=at).name)
        for row in found
    )


def halves_to_print(member: Member, *, at: datetime) -> tuple[Recovery, ...]:
    """List whom this member vouched for who still wait for a half, the days over."""
    given = Vouch.objects.filter(
        voucher=member, half_digest=None, recovery__ends_at__gt=at
    )
    rows = given.select_related("recovery__member").order_by("given_at", "id")
    return tuple(
        one.recovery
        for one in rows
        if _view(one.recovery).printed < HALVES
        and may_print_half(member, one.recovery, at=at)
    )


def vouches_with_half(half: str, *, at: datetime) -> Vouch | None:
    """Find whose half this is."""
    kept = Vouch.objects.filter(
        half_digest=digest("half", half), recovery__ends_at__gt=at
    )
    return kept.select_related("recovery", "institution").first()


def _view(recovery: Recovery) -> RecoveryView:
    vouches = recovery.vouches.select_related("voucher").order_by("given_at", "id")
    return RecoveryView(recovery, tuple(vouches), opens_at(recovery))
