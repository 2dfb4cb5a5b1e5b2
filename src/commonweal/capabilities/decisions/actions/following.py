"""What follows from a vote as soon as it is counted, from a no as from a yes."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from commonweal.capabilities.decisions.actions.addresses import opened_terms
from commonweal.capabilities.decisions.actions.upkeep import note
from commonweal.capabilities.decisions.models import Proposal, Question
from commonweal.capabilities.decisions.queries.witness import seal_of_result
from commonweal.foundation import effects
from commonweal.foundation.institutions.effect import Result
from commonweal.rules.recount import Tally
from commonweal.rules.verdict import Refused


def follow_count(
    proposal: Proposal, question: Question, tally: Tally, *, at: datetime
) -> None:
    """Do what its effect has to follow from the count, or note that it could not."""
    if not proposal.effect:
        return
    counted = effects.effect(proposal.effect).counted
    if counted is None:
        return
    try:
        # A savepoint, so that a deed refused half-way leaves nothing behind.
        with transaction.atomic():
            counted(
                proposal.institution,
                terms=terms_as_voted(proposal, question),
                result=_result(question, tally),
                at=at,
            )
    except Refused:
        note("fail_to_follow_count", proposal, by=None, at=at)


def terms_as_voted(proposal: Proposal, question: Question) -> Mapping[str, object]:
    """Give the terms as put, with the words voted on and whoever was chosen."""
    version = proposal.versions.get(number=question.version_number)
    words = {"title": version.title, "text": version.text}
    outcome = question.outcome
    chosen = outcome["winners"] if version.options and outcome else []
    return {**words, **opened_terms(proposal), "holders": chosen}


def _result(question: Question, tally: Tally) -> Result:
    """Give the count in numbers; none where so few voted that none are told."""
    told = tally.outcome.facts if question.is_shown else {}
    return Result(
        bool(tally.verdict),
        question.roll.size,
        tally.turnout,
        question.method,
        seal_of_result(question),
        question.pk,
        *(_whole(told.get(one)) for one in ("yes", "no", "abstain")),
    )


def _whole(number: object) -> int | None:
    return None if number is None else int(str(number))
