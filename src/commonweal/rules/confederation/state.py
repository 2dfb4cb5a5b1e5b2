"""Where a matter stands, and what is known of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from commonweal.rules.confederation.answers import Answer, Asked, Heard
from commonweal.rules.confederation.bodies import Union
from commonweal.rules.confederation.deeds import Deed
from commonweal.rules.confederation.ratification import Said
from commonweal.rules.confederation.terms import Pact, Ratifying
from commonweal.rules.confederation.voices import Change
from commonweal.rules.sentence import Sentence

type Stage = Literal[
    "raised",
    "stays_below",
    "deliberating",
    "before_congress",
    "asking",
    "ratified",
    "failed",
    "withdrawn",
]


@dataclass(frozen=True, slots=True)
class Case:
    """What a matter is about, and the pact that holds for it to the end.

    `competence` names what it is of, `competences` what may be decided together.
    `changes_pact` asks what a change of the pact asks. `zone` is a name of the IANA
    database, for the days.
    """

    pact: Pact
    competence: str
    competences: frozenset[str]
    zone: str
    changes_pact: bool = False

    @property
    def ratifying(self) -> Ratifying:
        """Give by what the bases say yes to it."""
        pact = self.pact
        return pact.ratifying_change if self.changes_pact else pact.ratifying


@dataclass(frozen=True, slots=True)
class Turn:
    """A stage that began, when, and why."""

    at: datetime
    stage: Stage
    why: Sentence


@dataclass(frozen=True, slots=True)
class Matter:
    """All that is known of a matter at one instant.

    `until` is when the stage ends if nobody does anything. `union` are those who were
    asked last, `said` what they said so far. What is urgent holds until `holds_until`;
    what `was_urgent` once is not again. `not_counted` are deeds that came at the wrong
    time or were not theirs to do.
    """

    stage: Stage
    until: datetime | None = None
    turns: tuple[Turn, ...] = ()
    raised_by: tuple[str, ...] = ()
    round: int = 0
    asked: Asked | None = None
    union: Union | None = None
    answers: tuple[Answer, ...] = ()
    changes: tuple[Change, ...] = ()
    heard: Heard = field(default_factory=Heard)
    said: Said | None = None
    holds_from: datetime | None = None
    holds_until: datetime | None = None
    was_urgent: bool = False
    stayed_out: Mapping[str, datetime] = field(default_factory=dict)
    not_counted: tuple[tuple[Deed, Sentence], ...] = ()

    @property
    def ratified_at(self) -> datetime | None:
        """When the bases had said yes, if they have."""
        return self.turns[-1].at if self.stage == "ratified" else None
