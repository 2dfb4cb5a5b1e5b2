"""Who may choose paper or a table, note who did, and enter what lay in the box."""

from datetime import datetime
from uuid import UUID

from commonweal.capabilities.decisions.access.box import noted_out, votes_elsewhere
from commonweal.capabilities.decisions.access.proposing import OPEN_FOR_SUPPORT
from commonweal.capabilities.decisions.models import PaperVoter, Proposal, Question
from commonweal.foundation.institutions.access import offices
from commonweal.foundation.institutions.models import Member
from commonweal.rules.charters.charter import Charter
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused
from commonweal.rules.voting import channels
from commonweal.rules.voting.decision_rule import DecisionRule
from commonweal.rules.voting.stage_table import Stage

BEFORE_THE_VOTE = OPEN_FOR_SUPPORT | {"admitted", "frozen"}


def may_leave_paper(
    rule: DecisionRule, stage: Stage, *, again_at: datetime | None
) -> Verdict:
    """Let a note be taken back until a secret vote opens, whoever is in office.

    `again_at` is when the second call opens, where the first found too few and it is
    due: paper can be chosen for it. After the last call there is nothing to choose.
    """
    due = stage in BEFORE_THE_VOTE or again_at is not None
    return first_refusal(
        ALLOWED if rule.is_secret else refused("paper_in_secret_votes_only"),
        ALLOWED if due else refused("paper_until_it_opens"),
    )


def may_be_counted(proposal: Proposal, charter: Charter, *, at: datetime) -> Verdict:
    """Say whether two tellers are in office, or why nobody could count paper."""
    if charter.office(charter.tellers) is None:
        return refused("no_tellers")
    there = len(tellers(proposal, charter, at=at))
    return channels.may_be_counted(tellers=there)


def may_sit(proposal: Proposal) -> Verdict:
    """Let a table have places while it is not full."""
    return channels.may_sit(at_table=noted_out(proposal).table)


def may_come_back(
    member: Member | None,
    question: Question,
    charter: Charter,
    *,
    counted: bool,
    at: datetime,
) -> Verdict:
    """Let paper be given up while a vote is open and no two tellers are left for it."""
    return first_refusal(
        is_open(question, at=at),
        channels.may_come_back(
            votes_elsewhere(member, question),
            tellers=len(tellers(question.proposal, charter, at=at)),
            counted=counted,
        ),
    )


def tellers(proposal: Proposal, charter: Charter, *, at: datetime) -> frozenset[UUID]:
    """Give the members who hold the tellers' office at `at`."""
    return offices.holders(proposal.institution_id, charter.tellers, at=at)


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
        is_open(question, at=at),
        refused("paper_was_given_up") if was_given_up(question) else ALLOWED,
    )


def was_given_up(question: Question) -> bool:
    """Say whether paper was given up in this vote for want of tellers."""
    return bool(question.paper and question.paper.get("given_up"))


def is_open(question: Question, *, at: datetime) -> Verdict:
    """Say whether a vote is open, and if not, since or until when."""
    return first_refusal(
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
    if member is None:
        return refused("only_tellers", office=office.name)
    holds = offices.holds(member, office.id, at=at)
    return ALLOWED if holds else refused("only_tellers", office=office.name)
