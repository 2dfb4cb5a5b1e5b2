"""What a congress was asked, and what it found: words to ask bases about, or none."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, NamedTuple

from commonweal.rules.confederation.council import Count, agreed, chosen_way
from commonweal.rules.confederation.gaps import chosen, filled, ways_in
from commonweal.rules.confederation.terms import Pact
from commonweal.rules.confederation.weights import votes_of
from commonweal.rules.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Question:
    """Words that were put to a congress, how, and how many members each body had then.

    `number` is what is to stand in their gap. The votes of bodies that are `resting`
    are not counted, for what they did not keep to.
    """

    words: str
    members: Mapping[str, int]
    number: Fraction | None = None
    asks_way: bool = False
    is_urgent: bool = False
    resting: frozenset[str] = frozenset()

    @property
    def options(self) -> tuple[str, ...]:
        """Give the ways that are to be put in an order, if that is asked."""
        return ways_in(self.words) if self.asks_way else ()

    def votes_by_body(self, pact: Pact) -> dict[str, Fraction]:
        """Give the votes of each body, of which those that rest have none."""
        votes = votes_of(pact.congress, self.members)
        rest = self.resting
        return {one: Fraction(0) if one in rest else n for one, n in votes.items()}


class Found(NamedTuple):
    """Whether the congress agreed, and on which words."""

    verdict: Verdict
    words: str


def found(pact: Pact, question: Question, count: Count) -> Found:
    """Say what the congress found: enough bodies spoke, and enough votes are for it.

    Where ways were asked for, the words keep the way that was chosen; a gap has the
    number that was put.
    """
    how, words = _how(pact, question, count), question.words
    if question.asks_way:
        way, verdict = chosen_way(count, question.options, **how)
        return Found(verdict, chosen(words, way) if verdict else words)
    if question.number is not None:
        words = filled(words, question.number)
    return Found(agreed(count, **how), words)


def _how(pact: Pact, question: Question, count: Count) -> dict[str, Any]:
    spoke = {line.body for line in count.lines if line.counts}
    terms = pact.urgent if question.is_urgent else pact.congress
    return {
        "bodies": len(question.members),
        "present": len(spoke & set(question.members)),
        "quorum": terms.quorum,
        "majority": terms.majority,
    }
