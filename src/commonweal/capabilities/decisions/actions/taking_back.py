"""Take a proposal back before its vote opens: its author does, or the end of us all."""

from datetime import datetime

from django.db import transaction

from commonweal.capabilities.decisions import access
from commonweal.capabilities.decisions.actions.addresses import forget_addresses
from commonweal.capabilities.decisions.actions.sponsoring import was_held
from commonweal.capabilities.decisions.actions.upkeep import locked, note
from commonweal.capabilities.decisions.models import Proposal
from commonweal.capabilities.decisions.queries import timelines
from commonweal.capabilities.decisions.queries.held import PROPOSAL
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.journal.seals import sealed
from commonweal.foundation.keys import actions as keys
from commonweal.rules.verdict import require


@transaction.atomic
def withdraw(proposal: Proposal, *, by: Member | None, at: datetime) -> None:
    """Take a proposal back before its vote opens."""
    proposal = locked(proposal, at=at)
    stage = timelines.standing(proposal, at=at).stage
    require(access.may_withdraw(by, proposal, stage))
    _take_back(proposal, by=by, at=at)


def stop_what_is_to_open(institution: Institution, *, at: datetime) -> None:
    """Take back every proposal whose vote has not opened, drafts among them.

    The institution ends and is locked. Votes that are open go on, and what was decided
    stays decided.
    """
    there = timelines.with_history(Proposal.objects.all()).filter(
        institution=institution, withdrawn_at=None, questions=None
    )
    for proposal in there.order_by("number"):
        stage = timelines.standing(proposal, at=at).stage
        if stage in access.OPEN_FOR_WITHDRAWAL:
            _take_back(proposal, by=None, at=at)


def _take_back(proposal: Proposal, *, by: Member | None, at: datetime) -> None:
    forget_addresses(proposal)
    forget_paper(proposal)
    if proposal.put_at is None:
        if was_held(proposal):
            # Its sponsors know of it, and so does the journal.
            note("discard_draft", proposal, by=by, at=at)
        proposal.delete()
        return
    proposal.withdrawn_at, proposal.next_due_at = at, None
    proposal.save(update_fields=["withdrawn_at", "next_due_at"])
    facts = sealed((PROPOSAL, proposal))
    note("withdraw_proposal", proposal, by=by, at=at, facts=facts)


def forget_paper(proposal: Proposal) -> None:
    """Destroy what was noted of who votes elsewhere, of a vote that never opens."""
    noted = proposal.paper_voters.all()
    if noted.exists():
        noted.delete()
        keys.destroy([access.paper_key(proposal.pk)])
