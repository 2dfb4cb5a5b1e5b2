"""Saying of a mandate to its delegate what is theirs, and to others what is not."""

from commonweal.rules.confederation.sentences_mandates import TO_THEM
from commonweal.rules.sentence import Fact, Sentence


def to_others(said: Sentence) -> Sentence:
    """Say to everybody else what is written to the delegate, and all that is in it.

    What is said to all alike stays as it is.
    """
    facts = {name: _fact(one) for name, one in said.facts.items()}
    return Sentence(f"{said.id}_others" if said.id in TO_THEM else said.id, facts)


def _fact(fact: Fact) -> Fact:
    return to_others(fact) if isinstance(fact, Sentence) else fact
