"""Support a proposal as it reads now, or step back."""

from datetime import datetime

from django.db import transaction

from commonweal.capabilities.decisions import access
from commonweal.capabilities.decisions.actions.upkeep import locked, note, remember_due
from commonweal.capabilities.decisions.models import Proposal, Support
from commonweal.capabilities.decisions.queries import timelines
from commonweal.foundation.institutions.models import Member
from commonweal.rules.verdict import require


@transaction.atomic
def support(
    proposal: Proposal, *, by: Member | None, seen: int | None = None, at: datetime
) -> None:
    """Stand behind the newest words. Doing so again confirms changed ones.

    `seen` is the version that whoever supports has read: support is for no other.
    """
    proposal = locked(proposal, at=at)
    history = timelines.history_of(proposal)
    standing = timelines.standing(proposal, at=at, known=history)
    require(access.may_support(by, standing.charter, standing.stage, at=at))
    assert by is not None
    newest = max(one.number for one in proposal.versions.all())
    require(access.may_support_version(seen, newest=newest))
    if give_support(proposal, by=by, version_number=newest, at=at):
        history = history.with_support_of(by, newest, at=at)
    remember_due(proposal, at=at, known=history)


@transaction.atomic
def take_back_support(proposal: Proposal, *, by: Member | None, at: datetime) -> None:
    """Step back from a proposal before its text is frozen."""
    proposal = locked(proposal, at=at)
    history = timelines.history_of(proposal)
    stage = timelines.standing(proposal, at=at, known=history).stage
    require(access.may_take_back_support(by, proposal, stage))
    assert by is not None
    _end_support(proposal, by, at)
    note("take_back_support", proposal, by=by, at=at)
    remember_due(proposal, at=at, known=history.without_support_of(by, at=at))


def give_support(
    proposal: Proposal, *, by: Member, version_number: int, at: datetime
) -> bool:
    """Write down support for a version, unless it is there; the lock is held."""
    standing = Support.objects.filter(
        proposal=proposal, member=by, withdrawn_at=None, version_number=version_number
    )
    if standing.exists():
        return False
    _end_support(proposal, by, at)
    Support.objects.create(
        institution=proposal.institution,
        proposal=proposal,
        member=by,
        version_number=version_number,
        given_at=at,
    )
    note("support_proposal", proposal, by=by, at=at, facts={"version": version_number})
    return True


def _end_support(proposal: Proposal, by: Member, at: datetime) -> None:
    Support.objects.filter(proposal=proposal, member=by, withdrawn_at=None).update(
        withdrawn_at=at
    )
