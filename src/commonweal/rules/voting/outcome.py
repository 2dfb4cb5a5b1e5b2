"""What a count yields: who won, what was tied, and every step that led there.

All numbers are exact. An outcome is a pure function of the contest, the ballots and
the text that seeds a lot, so two strangers who count the same ballots hold the same
outcome, byte for byte.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from commonweal.rules.sentence import Fact, Sentence

type Number = int | Fraction


@dataclass(frozen=True, slots=True)
class Transfer:
    """Votes (or money) moved in one step. `to` is None where they left the count."""

    origin: str
    to: str | None
    amount: Number


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a count: where all stand, who is in, who is out, what moved."""

    title: Sentence
    explanation: Sentence
    counts: Mapping[str, Number]
    elected: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    transfers: tuple[Transfer, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the tally yields.

    `winners` are option ids in order of election (project ids in order of selection).
    `tied` holds each group of options that the rule itself could not tell apart where
    it mattered; `tie_break` says how the group was parted, or is None if nothing was.
    `beats_all` holds who beats every other in pairs, whatever the method made of it:
    one or nobody, and None where that was not asked or cannot be.
    """

    method: str
    seats: int
    winners: tuple[str, ...]
    tied: tuple[tuple[str, ...], ...] = ()
    tie_break: Sentence | None = None
    steps: tuple[Step, ...] = ()
    facts: Mapping[str, Number] = field(default_factory=dict)
    beats_all: tuple[str, ...] | None = None


def with_names(outcome: Outcome, names: Mapping[str, str]) -> Outcome:
    """Put names into the sentences of a count that knew some options by id alone.

    Ids stay where ids belong: among the winners, the counts and the transfers.
    """
    if not names:
        return outcome
    steps = tuple(
        replace(
            step,
            title=_with_names(step.title, names),
            explanation=_with_names(step.explanation, names),
        )
        for step in outcome.steps
    )
    told = outcome.tie_break and _with_names(outcome.tie_break, names)
    return replace(outcome, steps=steps, tie_break=told)


def _with_names(sentence: Sentence, names: Mapping[str, str]) -> Sentence:
    facts = {key: _named(fact, names) for key, fact in sentence.facts.items()}
    return Sentence(sentence.id, facts)


def _named(fact: Fact, names: Mapping[str, str]) -> Fact:
    match fact:
        case str():
            return names.get(fact, fact)
        case tuple():
            return tuple(_named(one, names) for one in fact)
        case Sentence():
            return _with_names(fact, names)
        case _:
            return fact
