"""The file with which anybody recounts one question, without asking this node."""

from typing import Any

from commonweal.capabilities.decisions.models import Question
from commonweal.capabilities.decisions.queries.tally import asked, grouped
from commonweal.foundation.institutions.queries import leaves_of
from commonweal.rules import recount


def recount_bundle(question: Question) -> dict[str, Any]:
    """Gather what one question was counted from, saying nothing of who voted how."""
    version = question.proposal.versions.get(number=question.version_number)
    about = {
        "institution": str(question.institution_id),
        "question": str(question.pk),
        "proposal": question.proposal.number,
        "version": version.number,
        "title": version.title,
        "text": version.text,
        "opens_at": question.opens_at.isoformat(),
        "closes_at": question.closes_at.isoformat(),
        "roll_hash": question.roll.hash,
        "roll_leaves": list(leaves_of(question.roll)),
    }
    return recount.bundle(asked(question), grouped(question), about=about)
