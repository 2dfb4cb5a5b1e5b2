"""A test for consensus in the room: who is asked, and what they said so far.

Each who is asked has one channel. Whoever speaks for themselves, on their own page or
to somebody who writes it down, is no longer counted by hand; those who answer by phone
never are. So positions and hands add up to no more than the people in the room.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from commonweal.rules.consensus.events import Event, Said
from commonweal.rules.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Shown:
    """How many hands there were for each position that asks for no reason."""

    agree: int
    reservations: int
    stand_aside: int

    def __post_init__(self) -> None:
        assert min(self.agree, self.reservations, self.stand_aside) >= 0

    @property
    def all(self) -> int:
        """How many hands there were together."""
        return self.agree + self.reservations + self.stand_aside


@dataclass(frozen=True, slots=True)
class ConsensusTest:
    """One test of one wording: whom it asks, how many it needed, if it holds.

    It is again where the words are those that were put before.

    `events` are what it adds to the talk about its matter, in the order of time: while
    it goes on and, as blocks are taken back or ruled on, also after. `written` maps
    whoever had their position written down to who wrote it; `ruled_themselves` are
    those who ruled on a block on their own page.
    """

    item: str
    words: str
    by: str
    began_at: datetime
    counted: frozenset[str]
    by_phone: frozenset[str]
    needed: int
    is_again: bool = False
    events: tuple[Event, ...] = ()
    written: Mapping[str, str] = field(default_factory=dict)
    counts: Mapping[str, Shown] = field(default_factory=dict)
    differed: int = 0
    ended_at: datetime | None = None
    held: Verdict | None = None
    broken_off: str = ""
    ruled_themselves: frozenset[str] = frozenset()

    @property
    def spoken(self) -> frozenset[str]:
        """Who took a position by themselves, or had it written down."""
        return frozenset(one.by for one in self.events if isinstance(one, Said))

    @property
    def raisers(self) -> frozenset[str]:
        """Whose hands are counted."""
        return self.counted - self.by_phone - self.spoken

    @property
    def hands(self) -> Shown | None:
        """Give the count that two people came to, each for themselves."""
        found = tuple(self.counts.values())
        return found[0] if len(found) == 2 else None

    @property
    def all_answered(self) -> bool:
        """Say whether each phone has said something, whatever it is."""
        return self.by_phone <= self.spoken

    @property
    def is_kept(self) -> bool:
        """Say whether it counts: it goes on, or ended with enough people there."""
        return self.ended_at is None or bool(self.held and not self.broken_off)
