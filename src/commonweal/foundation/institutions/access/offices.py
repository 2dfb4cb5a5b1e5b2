"""Who holds an office: asked by whatever the charter gives to one."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from commonweal.foundation.institutions.access.origins import known_again
from commonweal.foundation.institutions.models import Member, OfficeHolding
from commonweal.rules.charters.charter import Charter


def in_office(
    institution: UUID, *offices: str, at: datetime
) -> QuerySet[OfficeHolding]:
    """Give who holds these offices at `at`, or any where none is named."""
    held = OfficeHolding.objects.filter(
        Q(holder__left_at=None) | Q(holder__left_at__gt=at),
        institution=institution,
        from_at__lte=at,
        until_at__gt=at,
    )
    return held.filter(office__in=offices) if offices else held


def holders(institution: UUID, office: str, *, at: datetime) -> frozenset[UUID]:
    """Give the members who hold an office at `at`.

    It rests while others have yet to know whoever was given a place back.
    """
    held = in_office(institution, office, at=at).filter(known_again("holder__", at))
    return frozenset(held.values_list("holder_id", flat=True))


def holds(member: Member, office: str, *, at: datetime) -> bool:
    """Say whether somebody holds an office at `at`."""
    return member.pk in holders(member.institution_id, office, at=at)


def gives(member: Member, charter: Charter, right: str, *, at: datetime) -> bool:
    """Say whether an office that somebody holds gives them a right."""
    named = [one.id for one in charter.offices if right in one.rights]
    if not named:
        return False
    held = in_office(member.institution_id, *named, at=at)
    return held.filter(holder=member).exists()


def held_at_the_end(
    institution: UUID, office: str, ended: datetime
) -> QuerySet[OfficeHolding]:
    """Give who held an office as something ended, also if their term ended with it."""
    return OfficeHolding.objects.filter(
        institution=institution, office=office, from_at__lt=ended, until_at__gte=ended
    )
