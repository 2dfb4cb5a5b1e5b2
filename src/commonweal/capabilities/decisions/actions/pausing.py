"""Putting off a vote, by whoever speaks for those whom it concerns."""

from datetime import UTC, datetime

from django.db import transaction

from commonweal.capabilities.decisions import access
from commonweal.capabilities.decisions.actions.upkeep import (
    Facts,
    locked,
    note,
    remember_due,
)
from commonweal.capabilities.decisions.models import Proposal
from commonweal.capabilities.decisions.queries import timelines
from commonweal.capabilities.decisions.queries.held import PROPOSAL
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.journal.seals import sealed
from commonweal.foundation.threads.actions import say_in_thread
from commonweal.rules.verdict import require


@transaction.atomic
def pause_vote(
    proposal: Proposal, right: str, *, reason: str, by: Member | None, at: datetime
) -> Proposal:
    """Let the vote open later, and say in the thread how the matter concerns them.

    The reason stands where all talk, so that it is answered, and looked after like all
    that is said.
    """
    proposal = locked(proposal, at=at)
    standing = timelines.standing(proposal, at=at)
    terms = standing.charter.pause(right)
    may = access.may_pause(
        by, proposal, terms, stage=standing.stage, reason=reason, at=at
    )
    require(may)
    assert by is not None
    assert terms is not None
    paused = {
        "right": right,
        "by": str(by.pk),
        "at": at.astimezone(UTC).isoformat(),
        "days": terms.days,
    }
    proposal.pauses = [*proposal.pauses, paused]
    proposal.save(update_fields=["pauses"])
    say_in_thread(
        proposal.pk, institution=proposal.institution, by=by, text=reason, at=at
    )
    facts: Facts = {
        "right": right,
        "days": terms.days,
        **sealed((PROPOSAL, proposal)),
    }
    note("paused_vote", proposal, by=by, at=at, facts=facts)
    remember_due(proposal, at=at)
    return proposal
