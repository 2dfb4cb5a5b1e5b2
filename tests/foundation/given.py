"""Given what the journal says, and what a refusal says."""

from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.journal import queries
from commonweal.foundation.journal.models import Line


def last_line(institution: Institution) -> Line:
    """Give the newest line; a test of a deed asserts what it says."""
    return queries.lines(institution, limit=1)[0]


def words_beside(line: Line) -> dict[str, str]:
    """Give the words beside a line, none if they were erased."""
    kept = queries.words_of(line)
    return kept.words if kept else {}
