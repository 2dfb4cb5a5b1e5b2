"""Who holds which office, what the institution stands by, and who is invited."""

from datetime import datetime
from uuid import UUID

from django.db.models import CharField, F, Q, QuerySet

from commonweal.foundation.codes import digest
from commonweal.foundation.institutions.access.offices import in_office
from commonweal.foundation.institutions.models import (
    Institution,
    Invitation,
    OfficeHolding,
    Statement,
)
from commonweal.foundation.prepared import Given, Prepared
from commonweal.rules.moderation.said import Said


def officers(institution: Institution, *, at: datetime) -> QuerySet[OfficeHolding]:
    """Give who holds which office at `at`, with the member who holds it."""
    held = in_office(institution.pk, at=at)
    return held.select_related("holder").order_by("office", "holder__name")


def statements(institution: Institution, *, at: datetime) -> QuerySet[Statement]:
    """Give what the institution stands by, the newest first."""
    rows = Statement.objects.filter(institution=institution, adopted_at__lte=at)
    return rows.order_by("-decided_on", "-adopted_at", "title")


def invitation_by_code(code: str) -> Invitation | None:
    """Find an invitation by its code, as typed; known or not, it is one look-up."""
    return _invitation.first({"digest": digest("invitation", code)})


@Prepared
def _invitation() -> QuerySet[Invitation]:
    asked = Invitation.objects.filter(code_digest=Given("digest", CharField()))
    return asked.select_related("institution", "for_member").order_by("pk")[:1]


def invitations_of(institution: Institution, *, at: datetime) -> QuerySet[Invitation]:
    """Give the invitations that still open the door, the newest first."""
    return (
        Invitation.objects.filter(
            Q(max_uses=0) | Q(uses__lt=F("max_uses")),
            institution=institution,
            made_at__lte=at,
            expires_at__gt=at,
            revoked_at=None,
        )
        .select_related("invited_by", "for_member")
        .order_by("-made_at", "id")
    )


def said_in_statement(institution: Institution, id_: UUID) -> Said | None:
    """Give the words of a statement; it is everybody's, so nobody is its author."""
    found = Statement.objects.filter(institution=institution, pk=id_).first()
    if found is None:
        return None
    return Said("statement", found.pk, None, None, found.title, found.text)
