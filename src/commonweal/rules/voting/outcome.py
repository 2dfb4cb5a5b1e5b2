"""What a count yields: who won, what was tied, and every step that led there.

All numbers are exact. An outcome is a pure function of the contest, the ballots and
the text that seeds a lot, so two strangers who count the same ballots hold the same
outcome, byte for byte.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from commonweal.rules.sentence import Sentence

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
    """

    method: str
    seats: int
    winners: tuple[str, ...]
    tied: tuple[tuple[str, ...], ...] = ()
    tie_break: Sentence | None = None
    steps: tuple[Step, ...] = ()
    facts: Mapping[str, Number] = field(default_factory=dict)
