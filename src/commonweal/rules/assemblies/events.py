"""What people do in an assembly, each with who did it and when.

`by` is who did it, `of` whom it is about, which for those with neither phone nor
paper is somebody else.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from commonweal.rules.assemblies.carrying import Carried, SeenAtDoor
from commonweal.rules.assemblies.counting import Hands
from commonweal.rules.assemblies.events_back import Back
from commonweal.rules.assemblies.events_deciding import ChannelChosen, PhoneAnswered
from commonweal.rules.assemblies.events_spokes import SPEAKING, Speaking
from commonweal.rules.assemblies.events_testing import TESTING, Testing
from commonweal.rules.assemblies.events_texts import Wording

type Role = Literal[
    "facilitator", "timekeeper", "queue_keeper", "minute_taker", "doorkeeper"
]
type Sort = Literal["turn", "response", "process"]
ROLES: tuple[Role, ...] = get_args(Role.__value__)
SORTS: tuple[Sort, ...] = get_args(Sort.__value__)


@dataclass(frozen=True, slots=True)
class Opened:
    """The assembly is called to order."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Closed:
    """The assembly ends; what was not reached is adjourned."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CalledOff:
    """The assembly does not take place, for a reason."""

    by: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Handed:
    """A role goes to somebody, who has it until it goes on."""

    by: str
    role: Role
    to: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CameIn:
    """Somebody is in the room from now on."""

    by: str
    of: str
    at: datetime


@dataclass(frozen=True, slots=True)
class WentOut:
    """Somebody has left the room."""

    by: str
    of: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Undone:
    """Somebody's last coming or going was put down by mistake."""

    by: str
    of: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ProxyGiven:
    """Somebody who stays away lets another act for them, or with `to` empty no more."""

    by: str
    to: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SecondCall:
    """Too few came, so the assembly is called again with a smaller quorum."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class DecisionBegan:
    """The decision on a matter begins: who is counted in it is fixed now.

    It is made by hands and phones, or in secret on slips of paper, and `in_secret` by
    phones beside these. It is `about` the
    matter, the amendment whose number follows an "a", or the `texts` there are.
    """

    by: str
    item: str
    at: datetime
    by_slips: bool = False
    about: str = ""
    in_secret: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """Somebody who has a role counted the hands in the decision that goes on.

    Between texts it is about one `pair` of them, as in "1-2", or "1-" for what is.
    """

    by: str
    yes: int
    no: int
    abstain: int
    at: datetime
    pair: str = ""


@dataclass(frozen=True, slots=True)
class DecisionEnded:
    """The decision that was going on is over, or is broken off for a reason.

    A secret one has the sums of what phones said.
    """

    by: str
    at: datetime
    reason: str = ""
    from_phones: tuple[Hands, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemBegun:
    """A matter on the agenda is turned to; the one before it is done."""

    by: str
    item: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Borrowed:
    """A matter takes minutes from one that comes later."""

    by: str
    item: str
    lender: str
    minutes: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Moved:
    """A matter is taken before another, or with `before` empty as the last."""

    by: str
    item: str
    before: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Adjourned:
    """A matter is left for another assembly, for a reason."""

    by: str
    item: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody asks to speak, to answer directly, or for a point of process."""

    by: str
    of: str
    at: datetime
    sort: Sort = "turn"


@dataclass(frozen=True, slots=True)
class TookBack:
    """Somebody no longer wants to speak, or passes in a go-round."""

    by: str
    of: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody is given the word: whoever is next, or another for a reason."""

    by: str
    at: datetime
    of: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Finished:
    """Whoever speaks has finished."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class QueueClosed:
    """Nobody new is taken into the queue on this matter."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class QueueReopened:
    """The queue takes people in again."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class WentRound:
    """Everybody in the room is asked, one after another, in the order they came in."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Described:
    """A member says of themselves what group they are of; with nothing, of none."""

    by: str
    group: str
    at: datetime


type Deciding = ChannelChosen | DecisionBegan | Counted | PhoneAnswered | DecisionEnded
type Moving = CameIn | WentOut | Undone | ProxyGiven | SecondCall
type Presence = Moving | Deciding | Testing | Speaking
type OnAgenda = ItemBegun | Borrowed | Moved | Adjourned
type OnFloor = (
    Asked
    | TookBack
    | Called
    | Finished
    | QueueClosed
    | QueueReopened
    | WentRound
    | Described
)
type InRoom = Presence | OnAgenda | OnFloor | Back | Wording
type Event = Opened | Closed | CalledOff | Handed | Carried | SeenAtDoor | InRoom
PRESENCE = (
    CameIn,
    WentOut,
    Undone,
    ProxyGiven,
    SecondCall,
    ChannelChosen,
    DecisionBegan,
    Counted,
    PhoneAnswered,
    DecisionEnded,
    *TESTING,
    *SPEAKING,
)
ON_AGENDA = (ItemBegun, Borrowed, Moved, Adjourned)
