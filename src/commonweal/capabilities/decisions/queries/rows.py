"""Proposals, votes and decisions, row by row, held against the lines that sealed them.

What nobody sealed can still follow from something else: a decision from a verdict, and
the day on which a proposal goes on from all that happened to it.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from uuid import UUID

from django.db.models import Max, Q

from commonweal.capabilities.decisions.models import (
    Decision,
    Proposal,
    Question,
    Version,
)
from commonweal.capabilities.decisions.queries.due import next_step
from commonweal.capabilities.decisions.queries.held import (
    DECISION,
    PROPOSAL,
    QUESTION,
    VERSION,
)
from commonweal.capabilities.decisions.queries.timelines import with_history
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.journal.models import Line
from commonweal.foundation.journal.seals import (
    HELD,
    contradicted,
    last_told,
    unsealed,
)
from commonweal.rules import plain
from commonweal.rules.sentence import Sentence

SEALING = (
    *("put_proposal", "revise_proposal", "correct_proposal", "contest_correction"),
    *("withdraw_proposal", "open_question", "close_question"),
    *("adopt_proposal", "carry_out_decision", "fail_to_carry_out"),
)

A_DAY = timedelta(days=1)


def rows_compared(institution: Institution) -> Iterator[Sentence]:
    """Say which rows are not as lines sealed them, or do not follow from others."""
    yield from _rows(institution)
    yield from _decided(institution)
    yield from unsealed(institution, SEALING)


def _rows(institution: Institution) -> Iterator[Sentence]:
    told = last_told(institution)
    put = Q(put_at__isnull=False) | Q(pk__in=_ids(told.keys(), PROPOSAL.label))
    proposals = Proposal.objects.filter(put, institution=institution)
    was_put = {one.pk for one in proposals}
    versions = Version.objects.filter(institution=institution)
    questions = Question.objects.filter(institution=institution)
    decisions = Decision.objects.filter(institution=institution)
    older = _before_sealing(institution)
    yield from contradicted(PROPOSAL, proposals, told, older=older["put_proposal"])
    yield from contradicted(
        VERSION,
        [one for one in versions if one.proposal_id in was_put],
        told,
        older={one.pk for one in versions if one.proposal_id in older["put_proposal"]},
    )
    asked = {one.pk for one in questions if one.proposal_id in older["open_question"]}
    yield from contradicted(QUESTION, questions, told, older=asked)
    made = {one.pk for one in decisions if one.proposal_id in older["adopt_proposal"]}
    yield from contradicted(DECISION, decisions, told, older=made)


def _ids(keys: Iterable[str], label: str) -> list[UUID]:
    parts = (key.split(" ") for key in keys)
    return [UUID(id_) for table, id_ in parts if table == label]


def _before_sealing(institution: Institution) -> dict[str, set[UUID | None]]:
    """Give the proposals of which lines tell that sealed no rows yet, by deed."""
    deeds = ("put_proposal", "open_question", "adopt_proposal")
    lines = Line.objects.filter(institution=institution, deed__in=deeds)
    lines = lines.exclude(facts__has_key=HELD)
    found: dict[str, set[UUID | None]] = {deed: set() for deed in deeds}
    for deed, about in lines.values_list("deed", "about_id"):
        found[deed].add(about)
    return found


def _decided(institution: Institution) -> Iterator[Sentence]:
    """Say where a decision stands that no verdict carries, or the other way round."""
    settled = Question.objects.filter(institution=institution, settled_at__isnull=False)
    carried = {
        one.pk: one.settled_at
        for one in settled
        if plain.verdict_from_plain(one.verdict or {})
    }
    rows = Decision.objects.filter(institution=institution)
    decided = {one.question_id: one.decided_at for one in rows}
    wrong = {pk for pk in carried | decided if carried.get(pk) != decided.get(pk)}
    found = Question.objects.filter(pk__in=wrong).select_related("proposal")
    for one in found.order_by("proposal__number"):
        facts = {"number": one.proposal.number}
        yield Sentence("journal_decision_differs", facts)


def waiting_compared(institution: Institution) -> Iterator[Sentence]:
    """Say which proposals nobody would take up again, though they should go on."""
    newest = Line.objects.filter(institution=institution).aggregate(at=Max("at"))["at"]
    lapses = Line.objects.filter(institution=institution, deed="lapse_proposal")
    lapsed = set(lapses.values_list("about_id", flat=True))
    idle = Proposal.objects.filter(institution=institution, put_at__isnull=False)
    for one in with_history(idle.order_by("number")):
        step = next_step(one, at=newest)
        if step is None or (step.work == "lapse" and one.pk in lapsed):
            continue
        # Until a vote opens, whoever leaves takes their support along, and nobody
        # reckons anew. Where a key is missing it is looked at again within a day.
        latest = max(step.at, newest) + A_DAY
        is_late = one.next_due_at is not None and (
            one.next_due_at > step.at > newest or one.next_due_at > latest
        )
        voted = step.work in {"close", "carry_out"}
        if one.next_due_at is None or (is_late and voted):
            yield Sentence("journal_proposal_stopped", {"number": one.number})
