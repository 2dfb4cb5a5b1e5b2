"""Write down what fell due with a proposal, each thing at the moment it was due.

Whether a vote is open, how it ended and from when it binds are facts of time. These
deeds only write down what a read already says, so it does not matter when they run.
"""

import logging
from datetime import datetime, timedelta
from secrets import token_bytes
from uuid import UUID

from django.db import DatabaseError, transaction
from django.db.models import DateTimeField, QuerySet, UUIDField

from commonweal.capabilities.decisions.actions.addresses import (
    forget_addresses,
)
from commonweal.capabilities.decisions.actions.fixing import (
    roll_at_opening,
    rule_and_places,
)
from commonweal.capabilities.decisions.actions.following import (
    follow_count,
    terms_as_voted,
)
from commonweal.capabilities.decisions.actions.giving_up_paper import (
    open_without_paper,
)
from commonweal.capabilities.decisions.actions.secret_voting import (
    empty_box,
    set_up_box,
)
from commonweal.capabilities.decisions.actions.taking_back import forget_paper
from commonweal.capabilities.decisions.actions.upkeep import (
    Facts,
    note,
    remember_due,
)
from commonweal.capabilities.decisions.models import (
    Decision,
    Proposal,
    Question,
)
from commonweal.capabilities.decisions.queries import timelines
from commonweal.capabilities.decisions.queries.ballot_box import (
    can_be_opened,
    is_secret,
)
from commonweal.capabilities.decisions.queries.due import Step, next_step
from commonweal.capabilities.decisions.queries.held import DECISION, QUESTION
from commonweal.capabilities.decisions.queries.tally import (
    can_be_shown,
    grouped,
    lot_text,
    tally,
)
from commonweal.capabilities.decisions.queries.witness import seal_of_result
from commonweal.foundation import effects
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.journal.seals import sealed
from commonweal.foundation.prepared import Given, Prepared
from commonweal.rules import plain
from commonweal.rules.days import days_later
from commonweal.rules.recount import Tally
from commonweal.rules.verdict import Refused, Verdict
from commonweal.rules.voting import stages
from commonweal.rules.voting.decision_rule import DecisionRule
from commonweal.rules.voting.sealed_lot import SECRET_BYTES, seal_of_lot

log = logging.getLogger(__name__)

# A key that was mislaid may be put back.
TRY_AGAIN = timedelta(minutes=10)


@transaction.atomic
def settle_institution(institution: Institution, *, at: datetime) -> None:
    """Write down, in order of time, all that fell due in one institution by `at`."""
    institution = lock(institution, at=at)
    # One at a time, since what one decision changes may bear on the next.
    while next_ := _next_due.first({"institution": institution, "at": at}):
        _attempt(timelines.read_with_history(next_), at=at)


@Prepared
def _next_due() -> QuerySet[Proposal, UUID]:
    due = Proposal.objects.filter(
        institution=Given("institution", UUIDField()),
        next_due_at__lte=Given("at", DateTimeField()),
    )
    return due.order_by("next_due_at", "number").values_list("pk", flat=True)[:1]


def _attempt(proposal: Proposal, *, at: datetime) -> None:
    """Take the next step of one proposal; what breaks there holds up no other."""
    try:
        with transaction.atomic():
            settle_next(proposal, at=at)
    except DatabaseError:
        raise
    except Exception:
        log.exception("a proposal could not go on")
        Proposal.objects.filter(pk=proposal.pk).update(next_due_at=at + TRY_AGAIN)


def settle_next(proposal: Proposal, *, at: datetime) -> None:
    """Take the one step of this proposal that is due; the institution is locked."""
    step = next_step(proposal, at=at)
    if step is not None and step.at <= at and not _can_be_done(proposal, step):
        Proposal.objects.filter(pk=proposal.pk).update(next_due_at=at + TRY_AGAIN)
        return
    if step is not None and step.at <= at:
        _DEEDS[step.work](proposal, step)
        done = step.work == "lapse"
        proposal = Proposal.objects.select_related("institution").get(pk=proposal.pk)
        if done:
            Proposal.objects.filter(pk=proposal.pk).update(next_due_at=None)
            forget_addresses(proposal)
            return
    remember_due(proposal, at=at)


def _can_be_done(proposal: Proposal, step: Step) -> bool:
    """Wait with the count of a secret vote whose key is not here; the rest goes on."""
    if step.work != "close":
        return True
    question = proposal.questions.get(call=step.call)
    return not is_secret(question) or can_be_opened(question)


def _lapse(proposal: Proposal, step: Step) -> None:
    note("lapse_proposal", proposal, by=None, at=step.at)
    forget_paper(proposal)


def _open(proposal: Proposal, step: Step) -> None:
    """Fix the roll, the rule, the words and the secret of a lot, and open the vote."""
    now = timelines.standing(proposal, at=step.at)
    first = proposal.questions.select_related("roll").filter(call=1).first()
    version = proposal.versions.order_by("-number")[0]
    rule, seats = rule_and_places(proposal, version, now, first)
    roll = first.roll if first else roll_at_opening(proposal, now.charter, rule, now)
    question = Question(
        institution=proposal.institution,
        proposal=proposal,
        call=step.call,
        version_number=version.number,
        rule=plain.rule_to_plain(rule),
        method=rule.method,
        seats=seats,
        budget=proposal.terms.get("budget"),
        options=version.options,
        roll=roll,
        lot_salt=token_bytes(SECRET_BYTES),
        opens_at=step.at,
        closes_at=days_later(step.at, _voting_days(rule, step), now.timeline.zone),
    )
    if rule.is_secret:
        set_up_box(question)
    question.save()
    lot = seal_of_lot(bytes(question.lot_salt or b""))
    facts: Facts = {
        "roll": roll.size,
        "call": question.call,
        "lot": lot,
        **sealed((QUESTION, question)),
    }
    note("open_question", proposal, by=None, at=step.at, facts=facts)
    if rule.is_secret:
        open_without_paper(question, now.charter, at=step.at)


def _voting_days(rule: DecisionRule, step: Step) -> int:
    if step.call == 1 or rule.second_call is None:
        return rule.voting_days
    return rule.second_call.voting_days


def _close(proposal: Proposal, step: Step) -> None:
    """Count, write down what the count says, and what follows from it."""
    question = proposal.questions.select_related("roll").get(call=step.call)
    if is_secret(question):
        empty_box(question, at=step.at)
    result = tally(question)
    question.tie_seed = question.tie_seed or lot_text(question, grouped(question))
    question.turnout = result.turnout
    question.is_shown = can_be_shown(question)
    question.outcome = plain.outcome_to_plain(result.outcome)
    question.verdict = plain.verdict_to_plain(result.verdict)
    question.settled_at = step.at
    question.save(
        update_fields=[
            *("outcome", "verdict", "settled_at"),
            *("turnout", "is_shown", "paper", "tie_seed"),
        ]
    )
    facts: Facts = {
        "turnout": result.turnout,
        "roll": question.roll.size,
        "call": step.call,
        "seal": seal_of_result(question),
        **sealed((QUESTION, question)),
    }
    note("close_question", proposal, by=None, at=step.at, facts=facts)
    _conclude(proposal, question, result, step)
    if result.verdict.id not in stages.TOO_FEW:
        follow_count(proposal, question, result, at=step.at)


def _conclude(
    proposal: Proposal, question: Question, result: Tally, step: Step
) -> None:
    if result.verdict:
        _adopt(proposal, question, step)
    elif result.verdict.id in stages.TOO_FEW:
        note("miss_quorum", proposal, by=None, at=step.at)
    else:
        note("not_adopt_proposal", proposal, by=None, at=step.at)


def _adopt(proposal: Proposal, question: Question, step: Step) -> None:
    # Read anew: that the vote is closed was written down just now.
    closed = timelines.read_with_history(proposal.pk)
    moments = timelines.standing(closed, at=step.at).moments
    assert moments.in_force_at is not None
    decision = Decision.objects.create(
        institution=proposal.institution,
        proposal=proposal,
        question=question,
        decided_at=step.at,
        in_force_at=moments.in_force_at,
        review_at=moments.review_at,
    )
    facts = sealed((DECISION, decision))
    note("adopt_proposal", proposal, by=None, at=step.at, facts=facts)


def _carry_out(proposal: Proposal, step: Step) -> None:
    """Set in motion what was decided. Where it no longer can be, say so for good."""
    decision = Decision.objects.select_related("question").get(proposal=proposal)
    decision.carried_out_at = step.at
    try:
        # A savepoint, so that a deed refused half-way leaves nothing behind.
        with transaction.atomic():
            _set_in_motion(proposal, decision, step.at)
    except Refused as refusal:
        # Without its facts, in which names of people stand who may leave.
        decision.effect_refused = plain.verdict_to_plain(Verdict(refusal.verdict.id))
    decision.save(update_fields=["carried_out_at", "effect_refused"])
    deed = "fail_to_carry_out" if decision.effect_refused else "carry_out_decision"
    note(deed, proposal, by=None, at=step.at, facts=sealed((DECISION, decision)))


def _set_in_motion(proposal: Proposal, decision: Decision, at: datetime) -> None:
    if not proposal.effect:
        return
    effects.effect(proposal.effect).carry_out(
        proposal.institution,
        terms=terms_as_voted(proposal, decision.question),
        decision=decision.pk,
        at=at,
    )


_DEEDS = {"lapse": _lapse, "open": _open, "close": _close, "carry_out": _carry_out}
