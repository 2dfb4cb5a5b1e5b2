"""What the journal says of decisions, held against the tables.

The lines of the journal carry digests of the words, the ballots and the result. So
whoever changes a table afterwards, with the database in their hands, contradicts a
line that others may have written down.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any, NamedTuple
from uuid import UUID

from commonweal.capabilities.decisions.models import (
    Ballot,
    Proposal,
    Question,
    SecretBallot,
    Support,
    Version,
)
from commonweal.capabilities.decisions.queries.held import seal_of_words
from commonweal.capabilities.decisions.queries.judged import judged
from commonweal.capabilities.decisions.queries.tally import asked, grouped, lot_text
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.journal.models import Line
from commonweal.rules import recount
from commonweal.rules.canonical import canonical
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.sealed_lot import seal_of_lot

type _Cast = tuple[UUID | None, UUID | None, int]

WORDS = ("put_proposal", "revise_proposal", "correct_proposal")
SUPPORTED, STEPPED_BACK = "support_proposal", "take_back_support"
# Elections of before were sealed anew when the candidates' names were taken out.
ANEW = "seal_without_names"


def seal_of(ballot: Ballot) -> str:
    """Give the digest of a ballot that stands in the journal."""
    return _seal_of_marks(ballot.salt, ballot.marks)


def _seal_of_marks(salt: bytes | memoryview, marks: Any) -> str:
    return sha256(bytes(salt) + canonical(marks)).hexdigest()


def seal_of_result(question: Question) -> str:
    """Give the digest of what the ballots of a question yield, and of the ballots.

    A secret one is salted: of few ballots there are few counts, which could be tried.
    """
    kept = grouped(question)
    return _seal_of(question, kept, _result(question, kept))


def words_compared(institution: Institution) -> Iterator[Sentence]:
    """Say which proposals do not read as they did when their lines were written."""
    said = {
        (row.about_id, row.facts.get("version", 1)): row.facts.get("seal")
        for row in Line.objects.filter(institution=institution, deed__in=WORDS)
    }
    for row in Line.objects.filter(institution=institution, deed=ANEW):
        for number, seal in row.facts["versions"].items():
            said[row.about_id, int(number)] = seal
    versions = Version.objects.filter(institution=institution).select_related(
        "proposal"
    )
    for version in versions.filter(proposal__put_at__isnull=False):
        if said.get((version.proposal_id, version.number)) != seal_of_words(version):
            yield Sentence("journal_text_differs", _of(version.proposal.number))


class _Backed(NamedTuple):
    """A support as lines tell of it: for which version, from when, until when."""

    proposal: UUID | None
    member: UUID | None
    version: int
    given_at: datetime
    withdrawn_at: datetime | None


def supports_compared(institution: Institution) -> Iterator[Sentence]:
    """Say where somebody supports a proposal otherwise than lines tell."""
    told = Counter(_told_of_supports(institution))
    rows = Support.objects.filter(institution=institution)
    kept = Counter(
        _Backed(*row)
        for row in rows.values_list(
            *("proposal_id", "member_id", "version_number"),
            *("given_at", "withdrawn_at"),
        )
    )
    proposals = Proposal.objects.filter(institution=institution)
    numbers: dict[UUID | None, int] = dict(proposals.values_list("pk", "number"))
    wrong = (kept - told) + (told - kept)
    for number in sorted({numbers.get(one.proposal, 0) for one in wrong}):
        yield Sentence("journal_support_differs", _of(number))


def _told_of_supports(institution: Institution) -> Iterator[_Backed]:
    lines = Line.objects.filter(
        institution=institution, deed__in=(SUPPORTED, STEPPED_BACK)
    )
    standing: dict[tuple[UUID | None, UUID | None], tuple[int, datetime]] = {}
    told = lines.order_by("number").values_list("about_id", "by", "deed", "facts", "at")
    for about, by, deed, facts, at in told:
        before = standing.pop((about, by), None)
        if before is not None:
            yield _Backed(about, by, *before, at)
        if deed == SUPPORTED:
            standing[about, by] = (facts.get("version", 1), at)
    for key, now in standing.items():
        yield _Backed(*key, *now, None)


def ballots_compared(institution: Institution) -> Iterator[Sentence]:
    """Say where a ballot is not the one that was cast, or is gone."""
    lines = Line.objects.filter(institution=institution, deed="cast_ballot")
    told = lines.order_by("number").values_list("about_id", "by", "facts", "at")
    cast: dict[_Cast, tuple[str, datetime]] = {
        (about, by, facts.get("call")): (facts.get("seal"), at)
        for about, by, facts, at in told.iterator(chunk_size=2000)
    }
    asked_here = Question.objects.filter(institution=institution)
    questions = {
        pk: (proposal, call, number)
        for pk, proposal, call, number in asked_here.values_list(
            "pk", "proposal_id", "call", "proposal__number"
        )
    }
    numbers = {proposal: number for proposal, _, number in questions.values()}
    rows = Ballot.objects.filter(institution=institution).values_list(
        "question_id", "voter_id", "salt", "marks", "cast_at"
    )
    for pk, voter, salt, marks, at in rows.iterator(chunk_size=2000):
        proposal, call, number = questions.get(pk, (None, 0, 0))
        if cast.pop((proposal, voter, call), None) != (_seal_of_marks(salt, marks), at):
            yield Sentence("journal_ballot_differs", _of(number))
    for gone in (key[0] for key in cast if key[0]):
        yield Sentence("journal_ballot_gone", _of(numbers.get(gone, 0)))


def results_compared(institution: Institution) -> Iterator[Sentence]:
    """Count every vote again; say where that is not what was sealed or written."""
    closed = {
        (row.about_id, row.facts.get("call")): row.facts
        for row in Line.objects.filter(institution=institution, deed="close_question")
    }
    for row in Line.objects.filter(institution=institution, deed=ANEW):
        for call, seal in row.facts["results"].items():
            closed[row.about_id, int(call)] = {"seal": seal}
    astray = SecretBallot.objects.filter(question__institution=institution)
    astray = astray.exclude(institution=institution)
    strayed = set(astray.values_list("question", flat=True))
    settled = Question.objects.filter(institution=institution, settled_at__isnull=False)
    for question in settled.select_related("proposal", "roll"):
        facts: Mapping[str, Any] = closed.get((question.proposal_id, question.call), {})
        kept = grouped(question)
        result = _result(question, kept)
        is_sealed = facts.get("seal") == _seal_of(question, kept, result)
        if not is_sealed or question.pk in strayed:
            yield Sentence("journal_result_differs", _of(question.proposal.number))
        elif not _is_drawn_right(question, kept):
            yield Sentence("journal_lot_differs", _of(question.proposal.number))
        if not judged(question, result):
            yield Sentence("journal_verdict_differs", _of(question.proposal.number))


def _result(question: Question, kept: Any) -> Any:
    return recount.result(asked(question, kept), recount.ballots_of(kept))


def _seal_of(question: Question, kept: Any, result: Any) -> str:
    return sha256(bytes(question.salt or b"") + canonical([kept, result])).hexdigest()


def lots_compared(institution: Institution) -> Iterator[Sentence]:
    """Hold the secret of each lot against the seal told of it at the opening."""
    opened = {
        (row.about_id, row.facts.get("call", 1)): row.facts.get("lot")
        for row in Line.objects.filter(institution=institution, deed="open_question")
    }
    for question in Question.objects.filter(institution=institution).select_related(
        "proposal"
    ):
        told = opened.get((question.proposal_id, question.call))
        secret = question.lot_salt
        if told != (secret and seal_of_lot(bytes(secret))):
            yield Sentence("journal_lot_differs", _of(question.proposal.number))


def _is_drawn_right(question: Question, kept: Any) -> bool:
    """Say whether the text of a lot follows from its secret and the ballots."""
    return question.tie_seed == lot_text(question, kept)


def _of(number: int) -> dict[str, Fact]:
    return {"number": number}
