"""The line of the journal by which a vote was closed, for whoever wants to keep it.

Whoever kept its number and its seal finds out if the whole chain is ever written anew.
"""

from typing import NamedTuple

from commonweal.capabilities.decisions.models import Question
from commonweal.foundation.journal.models import Line


class ClosingLine(NamedTuple):
    """The number of a line and its seal."""

    number: int
    seal: str


def closing_line(question: Question) -> ClosingLine | None:
    """Find the line that tells how a vote ended, once that is written down."""
    if question.settled_at is None:
        return None
    lines = Line.objects.filter(
        institution=question.institution_id,
        about_id=question.proposal_id,
        deed="close_question",
    )
    told = lines.values_list("number", "hash", "facts").order_by("number")
    return next(
        (
            ClosingLine(number, seal)
            for number, seal, facts in told
            if facts.get("call", 1) == question.call
        ),
        None,
    )
