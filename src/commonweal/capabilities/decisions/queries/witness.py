"""What the journal says of decisions, held against the tables.

The lines of the journal carry digests of the words, the ballots and the result. So
whoever changes a table afterwards, with the database in their hands, contradicts a
line that others may have written down.
"""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any
from uuid import UUID

from commonweal.capabilities.decisions.models import Ballot, Question, Version
from commonweal.capabilities.decisions.queries.tally import asked, grouped, lot_text
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.journal.models import Line
from commonweal.rules import recount
from commonweal.rules.canonical import canonical
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.sealed_lot import seal_of_lot

type _Cast = tuple[UUID | None, UUID | None, int]

WORDS = ("put_proposal", "revise_proposal", "correct_proposal")
# Elections of before were sealed anew when the candidates' names were taken out.
ANEW = "seal_without_names"


def compared(institution: Institution) -> tuple[Sentence, ...]:
    """Say where the tables of decisions contradict the journal."""
    return (
        *_words(institution),
        *_ballots(institution),
        *_results(institution),
        *_lots(institution),
    )


def seal_of(ballot: Ballot) -> str:
    """Give the digest of a ballot that stands in the journal."""
    return sha256(bytes(ballot.salt) + canonical(ballot.marks)).hexdigest()


def seal_of_words(version: Version) -> str:
    """Give the digest of a version's words that stands in the journal."""
    return _sealed([version.title, version.text, version.options])


def seal_of_result(question: Question) -> str:
    """Give the digest of what the ballots of a question yield, and of the ballots.

    A secret one is salted: of few ballots there are few counts, which could be tried.
    """
    kept = grouped(question)
    result = recount.result(asked(question, kept), recount.ballots_of(kept))
    return sha256(bytes(question.salt or b"") + canonical([kept, result])).hexdigest()


def _sealed(value: Any) -> str:
    return sha256(canonical(value)).hexdigest()


def _words(institution: Institution) -> Iterator[Sentence]:
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


def _ballots(institution: Institution) -> Iterator[Sentence]:
    cast: dict[_Cast, str] = {
        (row.about_id, row.by, row.facts.get("call")): row.facts.get("seal")
        for row in Line.objects.filter(
            institution=institution, deed="cast_ballot"
        ).order_by("number")
    }
    rows = Ballot.objects.filter(institution=institution).select_related(
        "question__proposal"
    )
    for ballot in rows.iterator(chunk_size=2000):
        question = ballot.question
        key: _Cast = (question.proposal_id, ballot.voter_id, question.call)
        if cast.pop(key, None) != seal_of(ballot):
            yield Sentence("journal_ballot_differs", _of(question.proposal.number))
    numbers = dict(
        Question.objects.filter(institution=institution).values_list(
            "proposal_id", "proposal__number"
        )
    )
    for proposal in (key[0] for key in cast if key[0]):
        yield Sentence("journal_ballot_gone", _of(numbers.get(proposal, 0)))


def _results(institution: Institution) -> Iterator[Sentence]:
    closed = {
        (row.about_id, row.facts.get("call")): row.facts
        for row in Line.objects.filter(institution=institution, deed="close_question")
    }
    for row in Line.objects.filter(institution=institution, deed=ANEW):
        for call, seal in row.facts["results"].items():
            closed[row.about_id, int(call)] = {"seal": seal}
    settled = Question.objects.filter(institution=institution, settled_at__isnull=False)
    for question in settled.select_related("proposal", "roll"):
        facts: Mapping[str, Any] = closed.get((question.proposal_id, question.call), {})
        if facts.get("seal") != seal_of_result(question):
            yield Sentence("journal_result_differs", _of(question.proposal.number))
        elif not _is_drawn_right(question):
            yield Sentence("journal_lot_differs", _of(question.proposal.number))


def _lots(institution: Institution) -> Iterator[Sentence]:
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


def _is_drawn_right(question: Question) -> bool:
    """Say whether the text of a lot follows from its secret and the ballots."""
    return question.tie_seed == lot_text(question, grouped(question))


def _of(number: int) -> dict[str, Fact]:
    return {"number": number}
