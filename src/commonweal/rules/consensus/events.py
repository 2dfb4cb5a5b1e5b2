"""What people do in a test of consensus, each with who did it and when."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

type Position = Literal["agree", "reservations", "stand_aside", "object", "block"]
type Answer = Literal["yes", "no", "abstain"]
POSITIONS: tuple[Position, ...] = get_args(Position.__value__)
ANSWERS: tuple[Answer, ...] = get_args(Answer.__value__)


@dataclass(frozen=True, slots=True)
class Said:
    """Where a member stands from now on; whatever they said before is taken back.

    An objection asks that its reason be talked over, and after one meeting counts as
    standing aside. A block stands until it is taken back, lapses or is ruled out.
    """

    by: str
    position: Position
    at: datetime
    reason: str = ""
    principle: str = ""
    will_meet: bool = False


@dataclass(frozen=True, slots=True)
class Raised:
    """Hands that were counted in a room: how many hold what, and whose they were.

    Whoever objects or blocks says why, so they are not among them.
    """

    by: str
    of: frozenset[str]
    agree: int
    reservations: int
    stand_aside: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Judged:
    """Whether a member finds that somebody's block holds."""

    by: str
    of: str
    holds: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Met:
    """A meeting about what stands against the proposal, and who was there."""

    by: str
    present: frozenset[str]
    at: datetime


@dataclass(frozen=True, slots=True)
class Amended:
    """The words were changed: all say anew where they stand."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """The same words are put anew, after what stood against them was talked over."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Concluded:
    """The test is ended before its time, since everybody has spoken, or by a room."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Voted:
    """A member's answer in the last vote, instead of any they gave before."""

    by: str
    answer: Answer
    at: datetime


type Event = Said | Raised | Judged | Met | Amended | AskedAgain | Concluded | Voted
