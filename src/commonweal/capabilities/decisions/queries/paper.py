"""What is to be seen of paper ballots by whoever may see it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from commonweal.capabilities.decisions.access import (
    channel_in,
    checked_out,
    may_ask_back,
    noted_on_paper,
    paper_voter,
    tellers,
)
from commonweal.capabilities.decisions.models import PaperVoter, Proposal, Question
from commonweal.capabilities.decisions.queries.ballot_box import paper_agreed
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import members
from commonweal.rules.charters.charter import Charter
from commonweal.rules.verdict import Verdict
from commonweal.rules.voting.channels import Channel, CheckedOut
from commonweal.rules.voting.paper import PaperCount


@dataclass(frozen=True, slots=True)
class PaperView:
    """How far the tellers have got with the paper box of a vote."""

    out: CheckedOut
    entered_by: tuple[str, ...]
    mine: bool
    agreed: PaperCount | None


def paper_of(question: Question, member: Member | None) -> PaperView:
    """Say who has entered what lay in the box, and whether two agree."""
    entries = question.paper_entries.select_related("entered_by")
    return PaperView(
        out=checked_out(question),
        entered_by=tuple(sorted(one.entered_by.name for one in entries)),
        mine=any(one.entered_by == member for one in entries),
        agreed=paper_agreed(question),
    )


@dataclass(frozen=True, slots=True)
class OnPaper:
    """A member who was noted as voting elsewhere, where, and if that counts yet."""

    voter: Member
    channel: Channel
    noted_by: UUID | None
    counts: bool
    asked_back: bool
    unhanded_by: UUID | None


def paper_voters(proposal: Proposal) -> tuple[OnPaper, ...]:
    """List who was noted as voting elsewhere in the next vote, by name."""
    noted = {paper_voter(one): one for one in proposal.paper_voters.all()}
    there = Member.objects.filter(institution=proposal.institution_id, pk__in=noted)
    return tuple(
        OnPaper(
            one,
            channel_in(note),
            note.noted_by_id,
            note.counts,
            note.asked_back,
            note.unhanded_by_id,
        )
        for one in there.order_by("name", "id")
        for note in [noted[one.pk]]
    )


def box_voters(question: Question) -> tuple[OnPaper, ...]:
    """List who votes on paper or at a table in an open vote, by name."""
    noted = {one.voter.pk: one for one in paper_voters(question.proposal) if one.counts}
    on_roll = question.roll.entries.filter(member__in=noted)
    listed = set(on_roll.values_list("member_id", flat=True))
    return tuple(one for pk, one in noted.items() if pk in listed)


@dataclass(frozen=True, slots=True)
class WayBack:
    """Whether a voter may come back from paper, and how far that has got."""

    may: Verdict
    asked: bool
    has_one_teller: bool


def way_back(question: Question, member: Member, *, at: datetime) -> WayBack:
    """Say whether a member may vote here after all, and what they have to wait for."""
    noted = noted_on_paper(member, question.proposal_id)
    asked = noted is not None and noted.asked_back
    said = noted is not None and noted.unhanded_by_id is not None
    return WayBack(may_ask_back(member, question, at=at), asked, said)


def teller_names(
    proposal: Proposal, charter: Charter, *, at: datetime
) -> tuple[str, ...]:
    """Name the tellers, for whoever is to ask them for a ballot."""
    found = Member.objects.filter(pk__in=tellers(proposal, charter, at=at))
    return tuple(found.order_by("name", "id").values_list("name", flat=True))


@dataclass(frozen=True, slots=True)
class Noted:
    """Where a member was noted as voting, if that counts, and if a teller noted it."""

    channel: Channel
    counts: bool
    by_teller: bool


def noted_of(member: Member, proposal: Proposal) -> Noted | None:
    """Tell a member what was noted of them for the next vote, if anything was."""
    noted = noted_on_paper(member, proposal.pk)
    if noted is None:
        return None
    return Noted(channel_in(noted), noted.counts, noted.noted_by_id is not None)


def noted_by_teller(member: Member, proposals: Iterable[Proposal]) -> frozenset[UUID]:
    """Say on which of these proposals a teller noted that this member uses paper."""
    asked = [one.pk for one in proposals]
    rows = PaperVoter.objects.filter(proposal__in=asked, noted_by__isnull=False)
    some = set(rows.values_list("proposal_id", flat=True))
    found = {one: noted_on_paper(member, one) for one in some}
    return frozenset(
        one for one, noted in found.items() if noted is not None and noted.noted_by_id
    )


def not_yet_on_paper(
    institution: Institution, proposal: Proposal, *, at: datetime
) -> tuple[Member, ...]:
    """List who could be noted as voting on paper, by name."""
    there = members(institution, at=at).exclude(
        pk__in=[paper_voter(one) for one in proposal.paper_voters.all()]
    )
    return tuple(there.order_by("name"))
