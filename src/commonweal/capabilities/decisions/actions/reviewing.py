"""Bringing before the members what the operator did in the last resort.

The question is put by itself and not by a member, under the rule that the charter names
for it, and where it names none under the one for changing the charter. There is nothing
to look for support for, and its words do not change; so it goes to the vote after the
days to read it.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone, translation

from commonweal.capabilities.decisions.actions.upkeep import (
    next_number,
    note,
    remember_due,
)
from commonweal.capabilities.decisions.models import Decision, Proposal, Version
from commonweal.capabilities.decisions.queries.held import put
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.foundation.language import say
from commonweal.foundation.threads import actions as threads
from commonweal.foundation.threads.models import LastResort
from commonweal.foundation.threads.queries import (
    LAST_RESORT,
    last_resort_told,
    unsettled,
)
from commonweal.rules import plain
from commonweal.rules.charters.charter import Charter, rule_for
from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.decision_rule import Support
from commonweal.rules.voting.stages import TOO_FEW

EFFECT = "let_last_resort_stand"

type _Step = tuple[Callable[[LastResort, datetime], None], datetime]


def settle_reviews_in(institution: Institution, *, at: datetime) -> bool:
    """Put the reviews that are missing, and end what members or the date ended."""
    if not any(_step(one, at) for one in unsettled(institution)):
        return False
    with transaction.atomic():
        institution = lock(institution, at=at)
        for measure in unsettled(institution):
            while step := _step(measure, at):
                deed, when = step
                deed(measure, when)
                measure.refresh_from_db()
    return True


def _step(measure: LastResort, at: datetime) -> _Step | None:
    """Say what is next to be done about a measure, and the instant it was due."""
    assert measure.ends_at is not None, "what is not settled has a date"
    if measure.settled_at is not None:
        return None
    if measure.review_id is None and at < measure.ends_at:
        # Not before now, however late it is: members have all the days to read it.
        return _put, at
    rejected_at = _rejected_at(measure) if measure.review_id else None
    if rejected_at is not None and rejected_at < measure.ends_at:
        return _end, rejected_at
    return (_run_out, measure.ends_at) if measure.ends_at <= at else None


def _rejected_at(measure: LastResort) -> datetime | None:
    """Say when the members had voted and not let it stand, if they have."""
    assert measure.review_id is not None
    proposal = Proposal.objects.get(
        institution=measure.institution, pk=measure.review_id
    )
    if proposal.next_due_at is not None:
        return None
    decision = Decision.objects.filter(proposal=proposal).first()
    if decision is not None:
        return decision.carried_out_at if decision.effect_refused else None
    last = proposal.questions.order_by("-call").first()
    if last is None or last.verdict is None:
        return None
    # Where too few voted nobody decided, and the date ends it.
    too_few = plain.verdict_from_plain(last.verdict).id in TOO_FEW
    return None if too_few else last.settled_at


def _put(measure: LastResort, at: datetime) -> None:
    institution = measure.institution
    charter = charter_in_force(institution, at=at)
    rule = replace(
        rule_for(charter, EFFECT),
        support=Support(),
        support_days=1,
        deliberation_days=0,
    )
    proposal = Proposal.objects.create(
        pk=uuid4(),
        institution=institution,
        number=next_number(institution),
        author=None,
        rule_id=rule.id,
        rule=plain.rule_to_plain(rule),
        zone=charter.time_zone,
        effect=EFFECT,
        terms={"number": measure.number},
        drafted_at=at,
        put_at=at,
    )
    version = _worded(proposal, measure, charter, at)
    threads.remember_review(measure, proposal.pk)
    note(
        "put_proposal",
        proposal,
        by=None,
        at=at,
        facts=put(proposal, version, (LAST_RESORT, measure)),
        words={"title": version.title},
    )
    remember_due(proposal, at=at)


def _worded(
    proposal: Proposal, measure: LastResort, charter: Charter, at: datetime
) -> Version:
    """Write down the question, in the charter's language and by its clock."""
    place = ZoneInfo(charter.time_zone)
    with translation.override(charter.language), timezone.override(place):
        told = [say(one) for one in last_resort_told(measure, at=at)]
        title = say(Sentence("review_of_last_resort", {"number": measure.number}))
    return Version.objects.create(
        institution=proposal.institution,
        proposal=proposal,
        number=1,
        title=title,
        text="\n\n".join(told),
        language=charter.language,
        written_at=at,
    )


def _end(measure: LastResort, at: datetime) -> None:
    threads.end_rejected(measure, at=at)


def _run_out(measure: LastResort, at: datetime) -> None:
    assert measure.ends_at == at
    threads.let_run_out(measure)
