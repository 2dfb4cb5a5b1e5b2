"""Where an assembly stands: who is there, what is on the agenda, who has the word."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from fractions import Fraction
from typing import Literal

from commonweal.rules.assemblies.counting import Decision
from commonweal.rules.assemblies.events import ROLES, Event, Role, Sort
from commonweal.rules.assemblies.events_deciding import Channel
from commonweal.rules.assemblies.forms import Form
from commonweal.rules.assemblies.positions import ConsensusTest
from commonweal.rules.assemblies.spokes import Spokes
from commonweal.rules.assemblies.terms import Assemblies
from commonweal.rules.assemblies.texts import Texts
from commonweal.rules.consensus.state import Before
from commonweal.rules.consensus.terms import Consensus
from commonweal.rules.sentence import LocalText, Sentence
from commonweal.rules.voting.decision_rule import DecisionRule

type Standing = Literal["", "minutes", "tasks"]
type Stage = Literal["called", "open", "closed", "called_off", "lapsed"]


@dataclass(frozen=True, slots=True)
class Item:
    """A matter on the agenda and its minutes; whether something is decided there.

    What `needs_full` cannot be decided at a second call. A matter is `standing` where
    it looks back: at earlier minutes, at tasks.
    """

    id: str
    minutes: int
    decides: bool = False
    needs_full: bool = False
    standing: Standing = ""

    def __post_init__(self) -> None:
        assert self.minutes >= 0, "no matter gives time back"


# In a room no stage ends by a day of its own, but by somebody's hand.
NO_DAY = 3_650
IN_THE_ROOM = Consensus(
    test_days=NO_DAY, fallback_days=NO_DAY, absentee_days=0, fallback=Fraction(0)
)

BY_MAJORITY = DecisionRule("ordinary", LocalText(), "members")


@dataclass(frozen=True, slots=True)
class Room:
    """What is known before: the terms, the roll, who called, for when, about what.

    Guests may come in and speak; they never count for the quorum or a decision. Those
    who `may_stop` it hold an office that can call off what others called. Whoever was
    `asked` was on the roll when they got a role, and may have left since. `consensus`
    is how a test for it runs here, `talked` what earlier assemblies made of a matter,
    by its id, and whose blocks stood there. `rule` is the charter's ordinary one.
    """

    terms: Assemblies
    roll: frozenset[str]
    called_by: str
    noticed_at: datetime
    opens_at: datetime
    zone: str
    items: tuple[Item, ...] = ()
    guests: frozenset[str] = frozenset()
    may_stop: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()
    consensus: Consensus = IN_THE_ROOM
    talked: Mapping[str, Before] = field(default_factory=dict)
    rule: DecisionRule = BY_MAJORITY
    form: Form = "assembly"

    def before(self, item: str, there: frozenset[str] = frozenset()) -> Before:
        """Say what was made of a matter before, and which blockers never came."""
        found = self.talked.get(item, Before())
        return replace(found, stayed_away=found.stayed_away - there)

    def __post_init__(self) -> None:
        assert self.noticed_at.tzinfo is not None, "an instant knows its offset"
        assert self.opens_at.tzinfo is not None, "an instant knows its offset"
        assert len({one.id for one in self.items}) == len(self.items), "ids differ"


@dataclass(frozen=True, slots=True)
class Move:
    """A coming or going of one person, and who put it down."""

    at: datetime
    is_in: bool
    by: str


@dataclass(frozen=True, slots=True)
class Presence:
    """Who is in the room and acts for whom, what is decided there, who is a spoke.

    Whoever chose none of the `channels` raises a hand.
    """

    moves: Mapping[str, tuple[Move, ...]] = field(default_factory=dict)
    proxies: Mapping[str, str] = field(default_factory=dict)
    second_called_at: datetime | None = None
    decisions: tuple[Decision, ...] = ()
    channels: Mapping[str, Channel] = field(default_factory=dict)
    tests: tuple[ConsensusTest, ...] = ()
    spokes: Spokes = field(default_factory=Spokes)

    @property
    def inside(self) -> tuple[str, ...]:
        """Who is in the room, in the order they came in."""
        last = {of: self.moves[of][-1] for of in self.there}
        return tuple(sorted(last, key=lambda of: (last[of].at, of)))

    @property
    def there(self) -> frozenset[str]:
        """Who is in the room, in no order."""
        return frozenset(of for of in self.moves if self.is_inside(of))

    def is_inside(self, of: str) -> bool:
        """Say whether somebody is in the room, without looking at all others."""
        moves = self.moves.get(of, ())
        return bool(moves) and moves[-1].is_in

    def put_out(self, of: str) -> Move | None:
        """Give the move by which another put down that somebody left, if it is so."""
        moves = self.moves.get(of, ())
        last = moves[-1] if moves else None
        return last if last and not last.is_in and last.by != of else None

    def is_decided(self, item: str) -> bool:
        """Say whether the room settled a matter, one way or the other."""
        done = (one for one in self.decisions if one.item == item and one.settles)
        return any(one.has_result and bool(one.held) for one in done)

    @property
    def deciding(self) -> Decision | None:
        """Give the decision that goes on."""
        last = self.decisions[-1] if self.decisions else None
        return last if last and last.ended_at is None else None

    @property
    def testing(self) -> ConsensusTest | None:
        """Give the test for consensus that goes on."""
        last = self.tests[-1] if self.tests else None
        return last if last and last.ended_at is None else None

    @property
    def goes_on(self) -> bool:
        """Say whether a decision or a test is going on, which is to be ended first."""
        return bool(self.deciding or self.testing)


@dataclass(frozen=True, slots=True)
class Agenda:
    """The matters in the order they are taken, and the time each has had."""

    items: tuple[Item, ...] = ()
    current: str = ""
    since: datetime | None = None
    spent: Mapping[str, int] = field(default_factory=dict)
    begun: frozenset[str] = frozenset()
    adjourned: Mapping[str, str] = field(default_factory=dict)

    def item(self, id_: str) -> Item | None:
        """Give a matter by its id, if it is on the agenda."""
        return next((one for one in self.items if one.id == id_), None)

    def seconds_left(self, id_: str, *, at: datetime) -> int:
        """Say how much of its time a matter has left; less than nought when over."""
        item = self.item(id_)
        assert item, "only what is on the agenda has time"
        spent = self.spent.get(id_, 0)
        if id_ == self.current and self.since:
            spent += int((at - self.since).total_seconds())
        return item.minutes * 60 - spent

    @property
    def ahead(self) -> tuple[Item, ...]:
        """What has neither been turned to nor adjourned."""
        gone = self.begun | self.adjourned.keys()
        return tuple(one for one in self.items if one.id not in gone)


@dataclass(frozen=True, slots=True)
class Request:
    """Somebody who waits to speak, and how many passed them who asked later."""

    of: str
    at: datetime
    sort: Sort = "turn"
    passed: int = 0

    @property
    def arrival(self) -> tuple[datetime, str]:
        """When they asked; of those who asked in one instant, by their ids."""
        return self.at, self.of


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody who had the word: on which matter, from when to when, and why then.

    `override` is the reason for giving it to them before others, if there was one.
    """

    of: str
    item: str
    sort: Sort
    began_at: datetime
    why: Sentence
    ended_at: datetime | None = None
    override: str = ""

    def seconds(self, at: datetime) -> int:
        """Say how long they have spoken by then."""
        return int(((self.ended_at or at) - self.began_at).total_seconds())


@dataclass(frozen=True, slots=True)
class Left:
    """What was somebody's when they left: it is theirs again if they never did."""

    requests: tuple[Request, ...]
    in_round: bool
    spoke_until: datetime | None


@dataclass(frozen=True, slots=True)
class Floor:
    """Who waits, who has spoken, and the groups that members say they are of.

    `round` are those whom a go-round has still to ask.
    """

    requests: tuple[Request, ...] = ()
    turns: tuple[Turn, ...] = ()
    is_closed: bool = False
    round: tuple[str, ...] = ()
    groups: Mapping[str, str] = field(default_factory=dict)
    left: Mapping[str, Left] = field(default_factory=dict)

    @property
    def speaking(self) -> Turn | None:
        """Give the turn of whoever has the word."""
        last = self.turns[-1] if self.turns else None
        return last if last and last.ended_at is None else None

    def waits(self, of: str, sort: Sort | None = None) -> bool:
        """Say whether somebody is in the queue, for this or for anything."""
        return any(one.of == of and sort in (None, one.sort) for one in self.requests)


@dataclass(frozen=True, slots=True)
class LookedBack:
    """What was done about earlier assemblies, matter by matter.

    `answered` says of each correction, by matter and number, whether it was taken;
    `settled_at`, when something was agreed to or answered last.
    """

    agreed: Mapping[str, datetime] = field(default_factory=dict)
    objected: Mapping[str, frozenset[str]] = field(default_factory=dict)
    answered: Mapping[tuple[str, str], bool] = field(default_factory=dict)
    checked: frozenset[str] = frozenset()
    settled_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Assembly:
    """All that is known at one moment, and what could not be done, with the reason."""

    stage: Stage = "called"
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    roles: Mapping[Role, str] = field(default_factory=dict)
    presence: Presence = field(default_factory=Presence)
    agenda: Agenda = field(default_factory=Agenda)
    floor: Floor = field(default_factory=Floor)
    back: LookedBack = field(default_factory=LookedBack)
    texts: Texts = field(default_factory=Texts)
    not_counted: tuple[tuple[Event, Sentence], ...] = ()

    @property
    def is_over(self) -> bool:
        """Say whether nothing can be done in it any more."""
        return self.stage not in {"called", "open"}

    def is_one_of(self, by: str, *roles: Role) -> bool:
        """Say whether somebody has one of these roles, once it is open in the room."""
        assert all(role in ROLES for role in roles)
        if self.stage == "open" and not self.presence.is_inside(by):
            return False
        return any(self.roles.get(role) == by for role in roles)
