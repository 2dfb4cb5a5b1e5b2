"""Where a test of consensus stands, and what stands against the proposal."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from itertools import takewhile
from typing import Literal

from commonweal.rules.consensus.events import Answer, Event, Position, Said
from commonweal.rules.consensus.terms import Consensus
from commonweal.rules.consensus.weighing import Weights
from commonweal.rules.sentence import Sentence

type Stage = Literal[
    "testing",
    "absentees",
    "resolving",
    "falling_back",
    "adopted",
    "not_adopted",
    "no_quorum",
]
ENDS: frozenset[Stage] = frozenset({"adopted", "not_adopted", "no_quorum"})


@dataclass(frozen=True, slots=True)
class Before:
    """What earlier gatherings made of it: tests, talks, and whose blocks stood.

    `stayed_away` are those of them who do not come to this one.
    """

    rounds: int = 0
    meetings: int = 0
    talks_end_at: datetime | None = None
    stayed_away: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Circle:
    """Who is asked, under which terms, from when on, and at which place's time.

    `quorum` is how many must speak, as a number: the charter's own, worked out for this
    roll. A `panel` is who rules on blocks where the terms leave it to one. Whoever
    leads ends a test `in_room`, and who said nothing by then holds up nothing.
    """

    terms: Consensus
    roll: frozenset[str]
    opened_at: datetime
    zone: str
    quorum: int = 1
    panel: frozenset[str] = frozenset()
    in_room: bool = False
    before: Before = Before()

    def __post_init__(self) -> None:
        assert self.opened_at.tzinfo is not None, "an instant knows its offset"
        assert self.quorum >= 1, "nobody decides nothing"
        assert self.terms.validity != "panel" or self.panel, "a panel has members"


@dataclass(frozen=True, slots=True)
class Turn:
    """A stage that began, when, and why."""

    at: datetime
    stage: Stage
    why: Sentence


@dataclass(frozen=True, slots=True)
class Process:
    """All that is known at one moment.

    `until` is when the stage ends if nobody does anything; None once it is over.
    `ruled_out` are the blocks that do not count, by whose they are, with the reason.
    `raised` are those whose hands were counted, `hands` what they showed together.
    `not_counted` are deeds that came too late or were not theirs to do.
    """

    stage: Stage
    until: datetime | None
    turns: tuple[Turn, ...]
    round: int = 1
    meetings: int = 0
    is_heard: bool = False
    had_absentees: bool = False
    talks_end_at: datetime | None = None
    positions: Mapping[str, Said] = field(default_factory=dict)
    raised: frozenset[str] = frozenset()
    hands: Mapping[Position, int] = field(default_factory=dict)
    ruled_out: Mapping[str, Sentence] = field(default_factory=dict)
    judgments: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    not_counted: tuple[tuple[Event, Sentence], ...] = ()

    @property
    def is_over(self) -> bool:
        """Say whether it has come to an end."""
        return self.stage in ENDS

    @property
    def since(self) -> datetime:
        """When the stage began."""
        in_it = takewhile(lambda turn: turn.stage == self.stage, reversed(self.turns))
        *_, first = in_it
        return first.at

    @property
    def spoke(self) -> int:
        """How many have taken a position on the words as they are."""
        return len(self.positions) + sum(self.hands.values())

    def count(self, position: Position) -> int:
        """Count those who hold a position, with blocks that were ruled out."""
        named = sum(said.position == position for said in self.positions.values())
        return named + self.hands.get(position, 0)

    @property
    def were_asked(self) -> frozenset[str]:
        """Who took a position on the words as they are, by themselves or by hand."""
        return self.raised | self.positions.keys()

    @property
    def blocks(self) -> tuple[str, ...]:
        """Whose blocks stand."""
        return tuple(
            member
            for member, said in sorted(self.positions.items())
            if said.position == "block" and member not in self.ruled_out
        )

    def weights(self, terms: Consensus) -> Weights:
        """What weighs against it. An objection that was heard stands aside.

        Blocks too few to stop it weigh no less than objections: they are heard as
        these are.
        """
        blocks, objections = len(self.blocks), self.count("object")
        if blocks < terms.blocks_needed(self.spoke):
            blocks, objections = 0, objections + blocks
        return Weights(
            spoke=self.spoke,
            blocks=blocks,
            objections=0 if self.is_heard else objections,
            stand_asides=self.count("stand_aside") + objections * self.is_heard,
            reservations=self.count("reservations"),
        )


def last_vote(circle: Circle, answers: Mapping[str, Answer]) -> tuple[Stage, Sentence]:
    """Count the vote that is left when talking has not helped.

    Who abstains took part, and leaves the share alone.
    """
    given = list(answers.values())
    yes, no = given.count("yes"), given.count("no")
    if len(given) < circle.quorum:
        facts = {"spoke": len(given), "needed": circle.quorum}
        return "no_quorum", Sentence("too_few_in_last_vote", facts)
    if not yes + no:
        return "not_adopted", Sentence("all_abstained", {"abstained": len(given)})
    facts = {"yes": yes, "of": yes + no}
    if Fraction(yes, yes + no) >= circle.terms.fallback:
        return "adopted", Sentence("last_vote_carried", facts)
    return "not_adopted", Sentence("last_vote_missed", facts)
