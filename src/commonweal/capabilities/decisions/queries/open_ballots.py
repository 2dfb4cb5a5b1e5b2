"""Who said what in an open vote, for its members once it is over."""

from collections.abc import Mapping

from commonweal.capabilities.decisions.models import Ballot, Question


def open_ballots(question: Question) -> tuple[tuple[str, Mapping[str, object]], ...]:
    """List who said what in an open question, for its members once it is closed."""
    rows = Ballot.objects.filter(question=question).select_related("voter")
    return tuple((row.voter.name, row.marks) for row in rows.order_by("voter__name"))
