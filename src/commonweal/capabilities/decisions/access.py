"""Who may propose, support, revise, withdraw and vote, and why not."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet, UUIDField

from commonweal.capabilities.decisions.models import (
    PaperVoter,
    Proposal,
    Question,
    Support,
    TurnoutMark,
)
from commonweal.foundation.institutions.access import has_right, may_see
from commonweal.foundation.institutions.models import (
    Member,
    OfficeHolding,
    RollEntry,
)
from commonweal.foundation.prepared import Given, Prepared
from commonweal.foundation.threads.models import Hold
from commonweal.rules.charters.charter import Charter
from commonweal.rules.moderation.newcomers import may_put_another
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused
from commonweal.rules.voting.decision_rule import DecisionRule
from commonweal.rules.voting.stage_table import Stage

HOLDS = frozenset({"adopted", "in_force", "review_due"})
# Whoever asks to belong or stands for an office did not ask to be seen by the street.
ABOUT_PEOPLE = frozenset({"admit_member", "fill_office"})
OPEN_FOR_SUPPORT = frozenset({"seeking_support", "deliberating", "amending"})
OPEN_FOR_WORDS = OPEN_FOR_SUPPORT | {"draft"}
# After a first call that too few answered, paper can be chosen for the second.
BEFORE_THE_VOTE = OPEN_FOR_SUPPORT | {"admitted", "frozen", "no_quorum"}
OPEN_FOR_WITHDRAWAL = OPEN_FOR_WORDS | {"frozen"}


def may_read(
    member: Member | None, charter: Charter, proposal: Proposal, stage: Stage
) -> Verdict:
    """Show a stranger what the charter makes public, and never what names members."""
    if member is None and proposal.effect in ABOUT_PEOPLE:
        return refused("shown_to_members")
    return may_see(member, charter, "decisions" if stage in HOLDS else "proposals")


def may_propose(member: Member | None, charter: Charter, *, at: datetime) -> Verdict:
    """Let members propose whose class has that right."""
    return has_right(member, charter, "propose", at=at)


def may_put(
    member: Member | None, proposal: Proposal, charter: Charter, *, at: datetime
) -> Verdict:
    """Let the author put a draft, once, while the charter leaves them room for it."""
    own = first_refusal(
        _is_author(member, proposal),
        refused("already_put") if proposal.put_at else ALLOWED,
    )
    return own and may_wait(proposal) and _has_room(proposal, charter, at=at)


def may_wait(proposal: Proposal) -> Verdict:
    """Ask for a sponsor once at a time."""
    waits = Hold.objects.filter(about_id=proposal.pk, answered_at=None)
    return refused("waits_for_sponsor") if waits.exists() else ALLOWED


def _has_room(proposal: Proposal, charter: Charter, *, at: datetime) -> Verdict:
    terms = charter.moderation
    if not terms.most_proposals:
        return ALLOWED
    put = Proposal.objects.filter(
        institution=proposal.institution_id,
        author=proposal.author_id,
        put_at__gt=at - timedelta(days=terms.proposal_days),
    ).values_list("put_at", flat=True)
    return may_put_another(terms, put=[one for one in put if one], at=at)


def may_revise(member: Member | None, proposal: Proposal, stage: Stage) -> Verdict:
    """Let the author change the words until they are frozen."""
    return first_refusal(
        _is_author(member, proposal),
        ALLOWED if stage in OPEN_FOR_WORDS else refused("words_are_fixed"),
        refused("charter_words_are_its_changes")
        if proposal.effect == "amend_charter"
        else ALLOWED,
    )


def may_contest(
    member: Member | None, proposal: Proposal, stage: Stage, *, is_correction: bool
) -> Verdict:
    """Let a supporter say that what is called a correction changes the meaning."""
    standing = proposal.supports.filter(withdrawn_at=None)
    supports = member is not None and standing.filter(member=member).exists()
    return first_refusal(
        ALLOWED if is_correction else refused("not_a_correction"),
        ALLOWED if stage in OPEN_FOR_SUPPORT else refused("words_are_fixed"),
        ALLOWED if supports else refused("only_supporters_contest"),
    )


def may_support(
    member: Member | None, charter: Charter, stage: Stage, *, at: datetime
) -> Verdict:
    """Let members with that right support a proposal until its text is frozen."""
    return first_refusal(
        has_right(member, charter, "support", at=at),
        refused("put_it_first") if stage == "draft" else ALLOWED,
        ALLOWED if stage in OPEN_FOR_SUPPORT else refused("support_is_over"),
    )


def may_support_version(seen: int | None, *, newest: int) -> Verdict:
    """Let nobody stand behind words that changed after they read them."""
    if seen is None or seen == newest:
        return ALLOWED
    return refused("words_changed_meanwhile", seen=seen, newest=newest)


def may_take_back_support(
    member: Member | None, proposal: Proposal, stage: Stage
) -> Verdict:
    """Let a supporter step back until the text is frozen."""
    gives = Support.objects.filter(proposal=proposal, withdrawn_at=None)
    return first_refusal(
        ALLOWED if stage in OPEN_FOR_SUPPORT else refused("support_is_over"),
        ALLOWED
        if member is not None and gives.filter(member=member).exists()
        else refused("you_do_not_support_it"),
    )


def may_withdraw(member: Member | None, proposal: Proposal, stage: Stage) -> Verdict:
    """Let the author withdraw until the vote opens."""
    return first_refusal(
        _is_author(member, proposal),
        ALLOWED if stage in OPEN_FOR_WITHDRAWAL else refused("too_late_to_withdraw"),
    )


def may_vote(
    member: Member | None, question: Question, *, on_roll: bool, at: datetime
) -> Verdict:
    """Let those on the frozen roll vote from the opening until the last instant."""
    return first_refusal(
        refused("sign_in_to_vote") if member is None else ALLOWED,
        refused("vote_not_open", opens=question.opens_at)
        if at < question.opens_at
        else ALLOWED,
        refused("vote_is_over", closed=question.closes_at)
        if at >= question.closes_at
        else ALLOWED,
        ALLOWED if on_roll else refused("not_on_the_roll", frozen=question.opens_at),
        refused("place_taken_up_later", frozen=_frozen_at(question))
        if member is not None and _came_later(member, question)
        else ALLOWED,
    )


def may_vote_in_secret(
    member: Member | None,
    question: Question,
    *,
    on_roll: bool,
    voted: bool,
    on_paper: bool,
    at: datetime,
) -> Verdict:
    """Let those on the roll vote once, and here only if they do not on paper."""
    return first_refusal(
        may_vote(member, question, on_roll=on_roll, at=at),
        refused("votes_on_paper") if on_paper else ALLOWED,
        may_vote_once(voted=voted),
    )


def may_vote_once(*, voted: bool) -> Verdict:
    """Refuse a second ballot in a secret question."""
    return refused("ballot_is_in") if voted else ALLOWED


def votes_on_paper(member: Member | None, proposal_id: UUID) -> bool:
    """Say whether a member was noted, before the vote opened, as voting on paper."""
    if member is None:
        return False
    noted = PaperVoter.objects.filter(proposal=proposal_id, voter=member)
    return noted.filter(counts=True).exists()


def may_be_on_paper(rule: DecisionRule, charter: Charter, stage: Stage) -> Verdict:
    """Let paper be chosen until a secret vote opens, where there are tellers."""
    return first_refusal(
        ALLOWED if rule.is_secret else refused("paper_in_secret_votes_only"),
        ALLOWED if charter.office(charter.tellers) else refused("no_tellers"),
        ALLOWED if stage in BEFORE_THE_VOTE else refused("paper_until_it_opens"),
    )


def may_note_paper(
    by: Member | None, voter: Member, charter: Charter, *, at: datetime
) -> Verdict:
    """Let members choose for themselves, and tellers note what somebody told them."""
    return ALLOWED if by == voter else may_tell(by, charter, at=at)


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


def has_voted(member: Member | None, question: Question) -> bool:
    """Say whether a member's ballot is in, while a secret vote is open."""
    if member is None:
        return False
    return bool(_turnout_mark.rows({"question": question, "member": member}))


@Prepared
def _turnout_mark() -> QuerySet[TurnoutMark, tuple[UUID]]:
    asked, member = Given("question", UUIDField()), Given("member", UUIDField())
    marks = TurnoutMark.objects.filter(question_id=asked, voter_id=member)
    return marks.values_list("id")


def _came_later(member: Member, question: Question) -> bool:
    """Say whether somebody took up a place on the list after the roll was frozen.

    Whoever gave them the code could otherwise choose who comes once they saw the vote.
    """
    came = member.taken_up_at
    if came is None or came == member.joined_at:
        return False
    return came > _frozen_at(question)


def _frozen_at(question: Question) -> datetime:
    # A second call asks the roll of the first.
    return question.opens_at if question.call == 1 else question.roll.frozen_at


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


def may_still_be_counted(question: Question) -> Verdict:
    """Take no ballot that comes after the count, whenever it set out."""
    if _uncounted.rows({"question": question}):
        return ALLOWED
    return refused("vote_is_over", closed=question.closes_at)


@Prepared
def _uncounted() -> QuerySet[Question, tuple[UUID]]:
    asked = Question.objects.filter(pk=Given("question", UUIDField()))
    return asked.filter(settled_at=None).values_list("id")


def is_on_roll(member: Member | None, question: Question) -> bool:
    """Say whether this member stands on the question's frozen roll."""
    if member is None:
        return False
    # Looked up along with the question, where it was; a frozen roll does not change.
    known: dict[UUID, bool] = vars(question).get("known_on_roll", {})
    if member.pk in known:
        return known[member.pk]
    return bool(_roll_entry.rows({"roll": question.roll_id, "member": member}))


@Prepared
def _roll_entry() -> QuerySet[RollEntry, tuple[UUID]]:
    roll, member = Given("roll", UUIDField()), Given("member", UUIDField())
    entries = RollEntry.objects.filter(roll_id=roll, member_id=member)
    return entries.values_list("id")[:1]


def _is_author(member: Member | None, proposal: Proposal) -> Verdict:
    is_author = member is not None and proposal.author_id == member.pk
    return ALLOWED if is_author else refused("only_the_author")
