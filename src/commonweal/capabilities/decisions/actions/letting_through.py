"""Letting a newcomer's draft through: it is put as its author wished."""

from datetime import datetime

from django.db import transaction

from commonweal.capabilities.decisions.actions.writing import put_proposal
from commonweal.capabilities.decisions.models import Proposal
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.threads.actions import let_through
from commonweal.foundation.threads.models import Hold


@transaction.atomic
def let_draft_through(hold: Hold, *, by: Member | None, at: datetime) -> Proposal:
    """Vouch for a newcomer's proposal, and put it in its author's name."""
    answered = let_through(hold, by=by, at=at)
    proposal = Proposal.objects.select_related("institution").get(
        institution=answered.institution, pk=answered.about_id
    )
    return put_proposal(proposal, by=answered.author, at=at)
