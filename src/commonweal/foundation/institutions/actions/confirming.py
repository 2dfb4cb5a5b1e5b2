"""Saying that one knows somebody: a newcomer, or whoever was given a place back."""

from datetime import datetime

from django.db import transaction

from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.access.knowing import knew_again, needed_again
from commonweal.foundation.institutions.access.origins import KNEW_AGAIN
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
    if newcomer.waits_anew(at):
        return _know_again(newcomer, by=by, at=at)
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


def _know_again(returned: Member, *, by: Member, at: datetime) -> Member:
    """Say that one knows whoever was given a place back; the journal keeps it."""
    count, needed = len(knew_again(returned)) + 1, needed_again(returned)
    if count >= needed:
        returned.known_again_at = at
        returned.save(update_fields=["known_again_at"])
    facts = {"count": count, "needed": needed}
    journal.record(KNEW_AGAIN, by=by, about=returned, at=at, facts=facts)
    return returned
