"""Who is being let back in, and how far that has come."""

from dataclasses import dataclass, replace
from datetime import datetime

from commonweal.foundation.codes import digest
from commonweal.foundation.institutions.access.recovering import (
    PAUSED,
    count_of,
    may_pause,
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
from commonweal.foundation.journal.models import Line
from commonweal.foundation.journal.queries import words_of
from commonweal.foundation.people.models import Person
from commonweal.rules.recovery.vouching import HALVES
from commonweal.rules.sentence import Fact


@dataclass(frozen=True, slots=True)
class RecoveryView:
    """A recovery as members and whoever it is about see it."""

    recovery: Recovery
    vouches: tuple[Vouch, ...]
    opens_at: datetime | None
    # What the institution is called.
    place: Fact = ""
    # How many words count, and how many have to.
    count: int = 0
    needed: int = 0
    # Who had it paused, and why.
    paused_by: str = ""
    why: str = ""

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


def doubtable_by(member: Member, *, at: datetime) -> tuple[Recovery, ...]:
    """List who will be let back in soon whom this member could have paused."""
    rows = Recovery.objects.filter(institution=member.institution_id, ends_at__gt=at)
    return tuple(
        one
        for one in rows.select_related("member").order_by("id")
        if opens_at(one) is not None and may_pause(member, one, at=at)
    )


def vouches_with_half(half: str, *, at: datetime) -> Vouch | None:
    """Find whose half this is."""
    kept = Vouch.objects.filter(
        half_digest=digest("half", half), recovery__ends_at__gt=at
    )
    return kept.select_related("recovery", "institution").first()


def _view(recovery: Recovery) -> RecoveryView:
    vouches = recovery.vouches.select_related("voucher").order_by("given_at", "id")
    count, needed = count_of(recovery)
    found = RecoveryView(
        recovery, tuple(vouches), opens_at(recovery), count=count, needed=needed
    )
    return found if recovery.paused_at is None else _paused(found)


def _paused(view: RecoveryView) -> RecoveryView:
    """Say who had it paused and why, which stands in the journal alone."""
    one = view.recovery
    told = Line.objects.filter(
        institution_id=one.institution_id, about_id=one.member_id, deed=PAUSED
    )
    line = told.select_related("words").order_by("-number").first()
    if line is None or line.by is None:
        return view
    names = Member.objects.filter(institution=one.institution_id, pk=line.by)
    kept = words_of(line)
    return replace(
        view,
        paused_by=names.values_list("name", flat=True).first() or "",
        why=kept.words.get("reason", "") if kept else "",
    )
