"""Whether what is said about parting makes sense together."""

from collections.abc import Iterator

from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import Sentence


def objections_to_ending(charter: Charter) -> Iterator[Sentence]:
    """Object to a test for nothing."""
    if charter.ending.test and not charter.ending.goal:
        yield Sentence("charter_test_without_goal")
