"""Who may put off a vote, and why not."""

from datetime import datetime

from commonweal.capabilities.decisions.models import Proposal
from commonweal.foundation.institutions.access import offices
from commonweal.foundation.institutions.models import Member
from commonweal.rules.verdict import Verdict, refused
from commonweal.rules.voting import pauses
from commonweal.rules.voting.stage_table import Stage


def may_pause(
    member: Member | None,
    proposal: Proposal,
    terms: pauses.PauseTerms | None,
    *,
    stage: Stage,
    reason: str = "…",
    at: datetime,
) -> Verdict:
    """Let whoever holds the office of a right put off a vote, once; on a page, before
    a reason is written, it is asked as if there were one."""
    if member is None:
        return refused("members_only")
    holds = terms is not None and offices.holds(member, terms.office, at=at)
    so_far = pauses_of(proposal)
    return pauses.may_pause(terms, stage, so_far, holds=holds, reason=reason)


def pauses_of(proposal: Proposal) -> tuple[pauses.Paused, ...]:
    """Give each time that a vote was put off, the first one first."""
    return tuple(
        pauses.Paused(
            one["right"], one["by"], one["days"], datetime.fromisoformat(one["at"])
        )
        for one in proposal.pauses
    )
