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
    standing = timelines.standing(proposal, at=at)
    require(access.may_support(by, standing.charter, standing.stage, at=at))
    assert by is not None
    newest = proposal.versions.order_by("-number")[0]
    require(access.may_support_version(seen, newest=newest.number))
    give_support(proposal, by=by, version_number=newest.number, at=at)
    remember_due(proposal, at=at)


@transaction.atomic
def take_back_support(proposal: Proposal, *, by: Member | None, at: datetime) -> None:
    """Step back from a proposal before its text is frozen."""
    proposal = locked(proposal, at=at)
    stage = timelines.standing(proposal, at=at).stage
    require(access.may_take_back_support(by, proposal, stage))
    assert by is not None
    _end_support(proposal, by, at)
    note("take_back_support", proposal, by=by, at=at)
    remember_due(proposal, at=at)


def give_support(
    proposal: Proposal, *, by: Member, version_number: int, at: datetime
) -> None:
    """Write down support for a version; the institution's lock is held."""
    standing = Support.objects.filter(
        proposal=proposal, member=by, withdrawn_at=None, version_number=version_number
    )
    if standing.exists():
        return
    _end_support(proposal, by, at)
    Support.objects.create(
        institution=proposal.institution,
        proposal=proposal,
        member=by,
        version_number=version_number,
        given_at=at,
    )
    note("support_proposal", proposal, by=by, at=at, facts={"version": version_number})


def _end_support(proposal: Proposal, by: Member, at: datetime) -> None:
    Support.objects.filter(proposal=proposal, member=by, withdrawn_at=None).update(
        withdrawn_at=at
    )
