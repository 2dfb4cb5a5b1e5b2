"""What is to be seen of paper ballots by whoever may see it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from commonweal.capabilities.decisions.models import PaperVoter, Proposal, Question
from commonweal.capabilities.decisions.queries.ballot_box import paper_agreed
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import members
from commonweal.rules.voting.paper import PaperCount


@dataclass(frozen=True, slots=True)
class PaperView:
    """How far the tellers have got with the paper box of a vote."""

    voters: int
    entered_by: tuple[str, ...]
    mine: bool
    agreed: PaperCount | None


def paper_of(question: Question, member: Member | None) -> PaperView:
    """Say who has entered what lay in the box, and whether two agree."""
    on_roll = question.roll.entries.values("member")
    entries = question.paper_entries.select_related("entered_by")
    return PaperView(
        voters=question.proposal.paper_voters.filter(
            voter__in=on_roll, counts=True
        ).count(),
        entered_by=tuple(sorted(one.entered_by.name for one in entries)),
        mine=any(one.entered_by == member for one in entries),
        agreed=paper_agreed(question),
    )


def paper_voters(proposal: Proposal) -> tuple[PaperVoter, ...]:
    """List who was noted as voting on paper in the next vote, by name."""
    rows = proposal.paper_voters.select_related("voter").order_by("voter__name")
    return tuple(rows)


def noted_by_teller(member: Member, proposals: Iterable[Proposal]) -> frozenset[UUID]:
    """Say on which of these proposals a teller noted that this member uses paper."""
    rows = PaperVoter.objects.filter(voter=member, noted_by__isnull=False)
    there = rows.filter(proposal__in=list(proposals))
    return frozenset(there.values_list("proposal_id", flat=True))


def not_yet_on_paper(
    institution: Institution, proposal: Proposal, *, at: datetime
) -> tuple[Member, ...]:
    """List who could be noted as voting on paper, by name."""
    there = members(institution, at=at).exclude(
        pk__in=proposal.paper_voters.values("voter")
    )
    return tuple(there.order_by("name"))
