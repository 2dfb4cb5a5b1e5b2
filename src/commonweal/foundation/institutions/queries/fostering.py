"""Who grew from whom: charters that are offered, and who started from one of them."""

from datetime import datetime

from django.db.models import Q, QuerySet

from commonweal.foundation.institutions.access.fostering import (
    is_offered,
    may_start_from,
)
from commonweal.foundation.institutions.charters import charters_in_force
from commonweal.foundation.institutions.models import CharterVersion, Institution
from commonweal.foundation.institutions.queries.belonging import PublicInstitution

# Nobody reads through more of them, and none costs more than this to look for.
MOST = 50
# How it stands in a charter that offers itself.
OFFERED = "template = true"


def templates(*, at: datetime) -> tuple[PublicInstitution, ...]:
    """List institutions whose charters are offered, those with the longest first."""
    says_so = CharterVersion.objects.filter(text__contains=OFFERED)
    there = _there(at).filter(pk__in=says_so.values("institution"))
    return tuple(
        one
        for one in _with_charters(there.order_by("founded_at"), at=at)
        if is_offered(one.charter)
    )


def offered_at(address: str, *, at: datetime) -> Institution | None:
    """Find the institution at an address, if it offers its charter."""
    there = Institution.objects.filter(address=address).first()
    return there if there is not None and may_start_from(there, at=at) else None


def grown_from(institution: Institution, *, at: datetime) -> PublicInstitution | None:
    """Give the institution from whose charter one was founded, if strangers find it."""
    if institution.grown_from is None:
        return None
    older = _there(at).filter(pk=institution.grown_from)
    return next(iter(_shown(older, at=at)), None)


def started_from(older: Institution, *, at: datetime) -> tuple[PublicInstitution, ...]:
    """List those that started from a charter, as far as strangers find them."""
    there = _there(at).filter(grown_from=older.pk).order_by("-founded_at")
    return _shown(there, at=at)


def _there(at: datetime) -> QuerySet[Institution]:
    """Give those that are there, and whose face nobody has hidden."""
    return Institution.objects.filter(
        Q(dissolved_at=None) | Q(dissolved_at__gt=at),
        Q(face_hidden_until=None) | Q(face_hidden_until__lte=at),
        founded_at__lte=at,
    )


def _shown(
    there: QuerySet[Institution], *, at: datetime
) -> tuple[PublicInstitution, ...]:
    """Leave out whoever shows strangers nothing: they are not to be found from here."""
    found = _with_charters(there, at=at)
    return tuple(one for one in found if one.charter.public)


def _with_charters(
    there: QuerySet[Institution], *, at: datetime
) -> tuple[PublicInstitution, ...]:
    rows = list(there[:MOST])
    charters = charters_in_force([row.pk for row in rows], at=at)
    return tuple(
        PublicInstitution(row, charters[row.pk]) for row in rows if row.pk in charters
    )
