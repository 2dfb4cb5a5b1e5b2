"""A newcomer's proposal waits, as a draft, until a sponsor lets it through."""

from datetime import datetime

from commonweal.capabilities.decisions.actions.upkeep import note
from commonweal.capabilities.decisions.models import Proposal
from commonweal.capabilities.decisions.queries.veils import said_in_draft
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.threads.access import is_new
from commonweal.foundation.threads.actions import hold_back
from commonweal.foundation.threads.models import Hold
from commonweal.rules.charters.charter import Charter


def needs_sponsor(
    proposal: Proposal, by: Member | None, charter: Charter, *, at: datetime
) -> bool:
    """Say whether nobody has let this draft of a newcomer through yet."""
    through = Hold.objects.filter(about_id=proposal.pk, let_through=True)
    return is_new(by, charter, at=at) and not through.exists()


def was_held(proposal: Proposal) -> bool:
    """Say whether this draft was ever laid before sponsors."""
    return Hold.objects.filter(about_id=proposal.pk).exists()


def wait_for_sponsor(
    proposal: Proposal, by: Member | None, *, at: datetime
) -> Proposal:
    """Keep a draft until a sponsor answers; it stays a draft meanwhile."""
    said = said_in_draft(proposal.institution, proposal.pk)
    assert said is not None
    assert by is not None
    hold_back(said, institution=proposal.institution, by=by, at=at)
    note("hold_proposal", proposal, by=by, at=at)
    return proposal
