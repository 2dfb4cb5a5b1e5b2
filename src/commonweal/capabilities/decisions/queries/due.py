"""What next falls due with a proposal, by the rows there are and the time alone."""

from datetime import datetime
from typing import Literal, NamedTuple

from commonweal.capabilities.decisions.models import Decision, Proposal, Question
from commonweal.capabilities.decisions.queries.timelines import (
    History,
    Standing,
    standing,
)
from commonweal.rules.voting import stages

type Work = Literal["lapse", "open", "close", "carry_out"]


class Step(NamedTuple):
    """Something to write down, and the instant from which it is so."""

    at: datetime
    work: Work
    call: int = 1


def overdue(*, at: datetime) -> int:
    """Count the proposals with which something fell due by `at` and is not settled."""
    return Proposal.objects.filter(next_due_at__lte=at).count()


def next_step(
    proposal: Proposal, *, at: datetime, known: History | None = None
) -> Step | None:
    """Say what next falls due, whether it lies before `at` or after it."""
    if proposal.put_at is None or proposal.withdrawn_at is not None:
        return None
    questions = {one.call: one for one in proposal.questions.all()}
    newest = questions.get(2) or questions.get(1)
    if newest is None:
        return _before_the_vote(standing(proposal, at=at, known=known))
    if newest.settled_at is None:
        return Step(newest.closes_at, "close", newest.call)
    return _after_the_vote(proposal, newest, standing(proposal, at=at))


def _before_the_vote(now: Standing) -> Step | None:
    lapsed = [turn.at for turn in stages.turns(now.timeline) if turn.stage == "lapsed"]
    if lapsed:
        return Step(lapsed[-1], "lapse")
    if now.moments.opens_at is None:
        return None
    return Step(now.moments.opens_at, "open")


def _after_the_vote(proposal: Proposal, newest: Question, now: Standing) -> Step | None:
    second = now.moments.second_call_opens_at
    if newest.call == 1 and second is not None:
        return Step(second, "open", 2)
    decision = Decision.objects.filter(proposal=proposal).first()
    if decision is None or decision.carried_out_at is not None:
        return None
    return Step(decision.in_force_at, "carry_out")
