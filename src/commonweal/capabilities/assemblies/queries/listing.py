"""Which assemblies there are."""

from datetime import datetime

from django.db.models import QuerySet

from commonweal.capabilities.assemblies.models import Assembly, AssemblyDeed
from commonweal.foundation.institutions.models import Institution


def assemblies_of(institution: Institution) -> QuerySet[Assembly]:
    """List them all, the latest first."""
    return Assembly.objects.filter(institution=institution).order_by("-opens_at", "id")


def assembly_in(institution: Institution, number: int) -> Assembly | None:
    """Find one by its number."""
    return assemblies_of(institution).filter(number=number).first()


def deeds_done(assembly: Assembly) -> int:
    """Count what was done in one so far."""
    return assembly.deeds.count()


def to_come(institution: Institution, *, at: datetime) -> QuerySet[Assembly]:
    """List those that are still to come and were not called off, the next first."""
    off = AssemblyDeed.objects.filter(institution=institution, deed="call_off")
    coming = assemblies_of(institution).filter(opens_at__gt=at)
    return coming.exclude(pk__in=off.values("assembly")).order_by("opens_at", "id")
