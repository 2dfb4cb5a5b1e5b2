"""Who may vote, how often, and until when."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet, UUIDField

from commonweal.capabilities.decisions.models import Question
from commonweal.foundation.institutions.access import is_known
from commonweal.foundation.institutions.models import Member, RollEntry
from commonweal.foundation.prepared import Given, Prepared
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused
from commonweal.rules.voting.channels import Elsewhere


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
        ALLOWED if on_roll else _why_not_on_roll(member, question, at=at),
        refused("place_taken_up_later", frozen=_frozen_at(question))
        if member is not None and _came_later(member, question)
        else ALLOWED,
        is_known(member, at=at)
        if member is not None and member.waits_anew(at)
        else ALLOWED,
    )


def _why_not_on_roll(
    member: Member | None, question: Question, *, at: datetime
) -> Verdict:
    if member is not None and not member.counts(at):
        return is_known(member, at=at)
    return refused("not_on_the_roll", frozen=question.opens_at)


def may_vote_in_secret(
    member: Member | None,
    question: Question,
    *,
    on_roll: bool,
    voted: bool,
    elsewhere: Elsewhere | None,
    at: datetime,
) -> Verdict:
    """Let those on the roll vote once, and here only if they do not elsewhere."""
    return first_refusal(
        may_vote(member, question, on_roll=on_roll, at=at),
        refused(f"votes_on_{elsewhere}") if elsewhere else ALLOWED,
        may_vote_once(voted=voted),
    )


def may_vote_once(*, voted: bool) -> Verdict:
    """Refuse a second ballot in a secret question."""
    return refused("ballot_is_in") if voted else ALLOWED


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
