"""The file with which anybody recounts one question, without asking this node."""

from typing import Any

from commonweal.capabilities.decisions.models import Question
from commonweal.capabilities.decisions.queries.candidates import candidates_of
from commonweal.capabilities.decisions.queries.tally import (
    asked,
    can_be_shown,
    grouped,
)
from commonweal.foundation.institutions.queries import charter_in_force, leaves_of
from commonweal.rules import recount


def recount_bundle(question: Question) -> dict[str, Any]:
    """Gather what one question was counted from, saying nothing of who voted how.

    Where that would tell of single people, say to whom the count is open, by the
    charter that the vote opened under.
    """
    if can_be_shown(question):
        return full_bundle(question)
    charter = charter_in_force(question.institution, at=question.opens_at)
    tellers = charter.office(charter.tellers)
    return recount.closed_bundle(
        asked(question),
        grouped(question),
        about=_about(question),
        open_to=dict(tellers.name.versions) if tellers else {},
    )


def full_bundle(question: Question) -> dict[str, Any]:
    """Gather all that one question was counted from, for those who may see it."""
    about = _about(question) | {"roll_leaves": list(leaves_of(question.roll))}
    return recount.bundle(asked(question), grouped(question), about=about)


def _about(question: Question) -> dict[str, Any]:
    version = question.proposal.versions.get(number=question.version_number)
    # Bears on nothing that is counted, so a name can go and the count stays the same.
    names = candidates_of(question)
    return ({"names": names} if names else {}) | {
        "institution": str(question.institution_id),
        "question": str(question.pk),
        "proposal": question.proposal.number,
        "version": version.number,
        "title": version.title,
        "text": version.text,
        "opens_at": question.opens_at.isoformat(),
        "closes_at": question.closes_at.isoformat(),
        "roll_hash": question.roll.hash,
    }
