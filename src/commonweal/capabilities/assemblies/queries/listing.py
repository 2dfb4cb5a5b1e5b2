"""Which assemblies there are."""

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from commonweal.capabilities.assemblies.models import (
    Assembly,
    AssemblyDeed,
    CheckOut,
)
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import members
from commonweal.rules.assemblies.ending import ENDS_AFTER, OPENS_WITHIN

# What a matter that is about earlier minutes says of which assembly these are.
MINUTES_OF = "minutes_of"
# How a check-out ended whose evening was set aside.
SET_ASIDE = "set_aside"


def assemblies_of(institution: Institution) -> QuerySet[Assembly]:
    """List them all, the latest first."""
    return Assembly.objects.filter(institution=institution).order_by("-opens_at", "id")


def assembly_in(institution: Institution, number: int) -> Assembly | None:
    """Find one by its number."""
    return assemblies_of(institution).filter(number=number).first()


def read_anew(institution: Institution, assembly: Assembly) -> Assembly:
    """Give it as it stands now that the institution is locked."""
    row = Assembly.objects.get(institution=institution, pk=assembly.pk)
    row.institution = institution
    return row


def deeds_done(assembly: Assembly) -> int:
    """Count what was done in one so far."""
    return assembly.deeds.count()


def elsewhere(institution: Institution, *, at: datetime) -> QuerySet[CheckOut]:
    """List the laptops that assemblies of an institution are on, and may come from."""
    return CheckOut.objects.filter(
        institution=institution, ended_at=None, is_here=False, until_at__gt=at
    )


def over(institution: Institution, *, at: datetime) -> QuerySet[Assembly]:
    """List those that were closed, or ended by themselves, the latest first.

    Of one that is on a laptop nobody knows here.
    """
    deeds = counted(AssemblyDeed.objects.filter(institution=institution))
    closed = deeds.filter(deed="close", done_at__lte=at)
    ended = deeds.filter(deed="open", done_at__lte=at - ENDS_AFTER)
    is_over = Q(pk__in=closed.values("assembly")) | Q(pk__in=ended.values("assembly"))
    found = assemblies_of(institution).filter(is_over)
    found = found.exclude(pk__in=elsewhere(institution, at=at).values("assembly"))
    return found.order_by("-opens_at", "-number")


def counted(deeds: QuerySet[AssemblyDeed]) -> QuerySet[AssemblyDeed]:
    """Leave out what came from a laptop and was set aside."""
    aside = CheckOut.objects.filter(
        assembly=OuterRef("assembly"),
        end=SET_ASIDE,
        deeds__lt=OuterRef("number"),
        ended_at__gte=OuterRef("done_at"),
    )
    return deeds.exclude(Exists(aside))


def lapsed(institution: Institution, *, at: datetime) -> QuerySet[Assembly]:
    """List those that nobody opened at their time, here or on a laptop."""
    done = counted(
        AssemblyDeed.objects.filter(
            institution=institution, deed__in=("open", "call_off")
        )
    )
    found = assemblies_of(institution).filter(opens_at__lte=at - OPENS_WITHIN)
    found = found.exclude(pk__in=done.values("assembly"))
    found = found.exclude(pk__in=elsewhere(institution, at=at).values("assembly"))
    return found.order_by("-opens_at", "-number")


def minutes_not_out(institution: Institution) -> QuerySet[Assembly]:
    """List those whose minutes nobody has sent out yet, the first due first."""
    waiting = Assembly.objects.filter(institution=institution)
    waiting = waiting.exclude(minutes_due_at=None)
    return waiting.order_by("minutes_due_at", "id")


def not_begun(institution: Institution, *, at: datetime) -> QuerySet[Assembly]:
    """List those that can still be opened: called, not called off, and not lapsed."""
    begun = counted(
        AssemblyDeed.objects.filter(
            institution=institution, deed__in=("open", "call_off")
        )
    )
    found = assemblies_of(institution).filter(opens_at__gt=at - OPENS_WITHIN)
    return found.exclude(pk__in=begun.values("assembly"))


def somebody_in(assembly: Assembly, id_: UUID, *, at: datetime) -> Member | None:
    """Find whom a deed is about: a member, or somebody who left and is in the room.

    Whoever leaves the institution in the middle still has to be put down as gone.
    """
    here = assembly.institution
    came = assembly.deeds.filter(deed="come_in", about=id_)
    return members(here, at=at).filter(pk=id_).first() or (
        Member.objects.filter(institution=here, pk__in=came.values("about")).first()
    )


def to_come(institution: Institution, *, at: datetime) -> QuerySet[Assembly]:
    """List those that are still to come and were not called off, the next first."""
    off = AssemblyDeed.objects.filter(institution=institution, deed="call_off")
    coming = assemblies_of(institution).filter(opens_at__gt=at)
    return coming.exclude(pk__in=off.values("assembly")).order_by("opens_at", "id")
