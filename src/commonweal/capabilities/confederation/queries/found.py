"""What a congress found: words to ask the bases about, or why it found none."""

from fractions import Fraction
from typing import Any, NamedTuple

from commonweal.capabilities.confederation.models import ConfederalDeed
from commonweal.capabilities.confederation.queries.matters import Read
from commonweal.rules.confederation.council import Count, agreed, chosen_way
from commonweal.rules.confederation.gaps import chosen, filled, ways_in
from commonweal.rules.verdict import Verdict


class Found(NamedTuple):
    """Whether the congress agreed, and on which words."""

    verdict: Verdict
    words: str


def found_by(read: Read, put: ConfederalDeed, count: Count) -> Found:
    """Say what the congress found: enough bodies spoke, and enough votes are for it.

    Where ways were asked for, the words keep the way that was chosen; a gap has the
    number that was put.
    """
    how = _how(read, put, count)
    if put.facts.get("asks_way"):
        way, verdict = chosen_way(count, ways_in(put.words), **how)
        return Found(verdict, chosen(put.words, way) if verdict else put.words)
    number = put.facts.get("number")
    words = put.words if number is None else filled(put.words, Fraction(number))
    return Found(agreed(count, **how), words)


def _how(read: Read, put: ConfederalDeed, count: Count) -> dict[str, Any]:
    pact, urgent = read.case.pact, put.facts["is_urgent"]
    spoke = {line.body for line in count.lines if line.counts}
    return {
        "bodies": len(put.facts["members"]),
        "present": len(spoke & set(put.facts["members"])),
        "quorum": pact.urgent.quorum if urgent else pact.congress.quorum,
        "majority": pact.urgent.majority if urgent else pact.congress.majority,
    }
