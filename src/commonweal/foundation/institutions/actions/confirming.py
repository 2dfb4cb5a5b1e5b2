"""Saying that one knows somebody who came by an open invitation, so that they vote."""

from datetime import datetime

from django.db import transaction

from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Confirmation, Member
from commonweal.foundation.journal import actions as journal
from commonweal.rules.verdict import require


@transaction.atomic
def confirm(newcomer: Member, *, by: Member | None, at: datetime) -> Member:
    """Say that one knows a newcomer; with enough such words they vote from now on."""
    institution = lock(newcomer.institution, at=at)
    charter = queries.charter_in_force(institution, at=at)
    newcomer = Member.objects.select_related("institution").get(
        institution=institution, pk=newcomer.pk
    )
    require(access.may_confirm(by, newcomer, charter, at=at))
    assert by is not None, "a stranger knows nobody here"
    Confirmation.objects.create(
        institution=institution, member=newcomer, said_by=by, said_at=at
    )
    count = newcomer.confirmations.count()
    if newcomer.confirmers_needed and count >= newcomer.confirmers_needed:
        newcomer.confirmed_at = at
        newcomer.save(update_fields=["confirmed_at"])
    facts = {"count": count, "needed": newcomer.confirmers_needed}
    journal.record("confirmed_member", by=by, about=newcomer, at=at, facts=facts)
    return newcomer
