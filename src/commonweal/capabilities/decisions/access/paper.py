"""Who may choose paper or a table, note who did, and enter what lay in the box."""

from datetime import datetime

from commonweal.capabilities.decisions.access.box import noted_out
from commonweal.capabilities.decisions.access.proposing import OPEN_FOR_SUPPORT
from commonweal.capabilities.decisions.models import PaperVoter, Proposal, Question
from commonweal.foundation.institutions.models import Member, OfficeHolding
from commonweal.rules.charters.charter import Charter
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused
from commonweal.rules.voting import channels
from commonweal.rules.voting.decision_rule import DecisionRule
from commonweal.rules.voting.stage_table import Stage

# After a first call that too few answered, paper can be chosen for the second.
BEFORE_THE_VOTE = OPEN_FOR_SUPPORT | {"admitted", "frozen", "no_quorum"}


def may_be_on_paper(rule: DecisionRule, charter: Charter, stage: Stage) -> Verdict:
    """Let paper or a table be chosen until a secret vote opens, with tellers there."""
    return first_refusal(
        ALLOWED if rule.is_secret else refused("paper_in_secret_votes_only"),
        ALLOWED if charter.office(charter.tellers) else refused("no_tellers"),
        ALLOWED if stage in BEFORE_THE_VOTE else refused("paper_until_it_opens"),
    )


def may_sit(proposal: Proposal, charter: Charter, *, at: datetime) -> Verdict:
    """Let a table have places while there are two tellers for it and it is not full."""
    held = OfficeHolding.objects.filter(
        institution=proposal.institution_id,
        office=charter.tellers,
        from_at__lte=at,
        until_at__gt=at,
    )
    return channels.may_sit(
        at_table=noted_out(proposal).table,
        tellers=held.values("holder").distinct().count(),
    )


def may_note_paper(
    by: Member | None, voter: Member, charter: Charter, *, at: datetime
) -> Verdict:
    """Let members choose for themselves, and tellers note what somebody told them."""
    return ALLOWED if by == voter else may_tell(by, charter, at=at)


def may_undo_note(noted: PaperVoter, *, own: bool) -> Verdict:
    """Let tellers undo what a teller noted, and not what voters said themselves."""
    free = own or noted.noted_by_id is not None
    return ALLOWED if free else refused("paper_chosen_by_voter")


def may_enter_paper(
    member: Member | None, question: Question, charter: Charter, *, at: datetime
) -> Verdict:
    """Let tellers enter what lay in the paper box while the vote is open."""
    return first_refusal(
        may_tell(member, charter, at=at),
        refused("vote_not_open", opens=question.opens_at)
        if at < question.opens_at
        else ALLOWED,
        refused("vote_is_over", closed=question.closes_at)
        if at >= question.closes_at
        else ALLOWED,
    )


def may_tell(member: Member | None, charter: Charter, *, at: datetime) -> Verdict:
    """Let the tellers: those who now hold the office that the charter names for it."""
    office = charter.office(charter.tellers)
    if office is None:
        return refused("no_tellers")
    held = OfficeHolding.objects.filter(
        holder=member, office=office.id, from_at__lte=at, until_at__gt=at
    )
    holds = member is not None and held.exists()
    return ALLOWED if holds else refused("only_tellers", office=office.name)
