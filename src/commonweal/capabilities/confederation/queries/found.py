"""What a congress found: words to ask the bases about, or why it found none."""

from commonweal.capabilities.confederation.models import ConfederalDeed
from commonweal.capabilities.confederation.queries.matters import Read, question_of
from commonweal.rules.confederation.congress import Found, found
from commonweal.rules.confederation.council import Count


def found_by(read: Read, put: ConfederalDeed, count: Count) -> Found:
    """Say what the congress found: enough bodies spoke, and enough votes are for it."""
    return found(read.case.pact, question_of(put), count)
