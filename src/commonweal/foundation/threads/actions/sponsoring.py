"""Letting a newcomer's contribution through, or not."""

from datetime import datetime

from django.db import transaction

from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.foundation.journal import actions as journal
from commonweal.foundation.rows import new_salt
from commonweal.foundation.threads import access
from commonweal.foundation.threads.actions.hiding import reasoned
from commonweal.foundation.threads.models import Hold
from commonweal.foundation.threads.queries.holds import seal_of_reason
from commonweal.rules.moderation.said import Said
from commonweal.rules.verdict import require


def hold_back(
    said: Said, *, institution: Institution, by: Member, at: datetime
) -> Hold:
    """Keep a newcomer's contribution until a sponsor answers; the lock is held."""
    return Hold.objects.create(
        institution=institution,
        about_kind=said.kind,
        about_id=said.id,
        author=by,
        held_at=at,
    )


@transaction.atomic
def let_through(hold: Hold, *, by: Member | None, at: datetime) -> Hold:
    """Vouch for a newcomer's contribution: from now on everybody here sees it."""
    return _answered(hold, by=by, let_through=True, reason="", at=at)


@transaction.atomic
def turn_down(hold: Hold, *, by: Member | None, reason: str, at: datetime) -> Hold:
    """Do not let a contribution through, and tell its author why."""
    why = reasoned(reason)
    return _answered(hold, by=by, let_through=False, reason=why, at=at)


def _answered(
    hold: Hold, *, by: Member | None, let_through: bool, reason: str, at: datetime
) -> Hold:
    lock(hold.institution, at=at)
    hold = Hold.objects.select_related("institution", "author").get(pk=hold.pk)
    charter = charter_in_force(hold.institution, at=at)
    require(access.may_sponsor(by, charter, hold, at=at))
    hold.answered_at, hold.answered_by = at, by
    hold.let_through, hold.reason = let_through, reason
    hold.salt = new_salt()
    hold.save()
    deed = "vouched_for" if let_through else "turned_down"
    facts = {"reason": seal_of_reason(hold)}
    journal.record(deed, about=hold, by=by, at=at, facts=facts)
    return hold
