"""What people do in a test for consensus: put it, take a position, count, rule, end."""

from dataclasses import dataclass
from datetime import datetime

from commonweal.rules.consensus.events import Position


@dataclass(frozen=True, slots=True)
class PutToTest:
    """A proposal is put to a test for consensus: who is asked is fixed now.

    With no `words` it is what was put before, or the matter as it is on the agenda:
    whether they are the same is said, and not read off the words, which can be hidden.
    """

    by: str
    item: str
    words: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PositionTaken:
    """Somebody says where they stand, or has somebody with a role write it down."""

    by: str
    of: str
    item: str
    position: Position
    at: datetime
    reason: str = ""
    principle: str = ""
    will_meet: bool = False


@dataclass(frozen=True, slots=True)
class PositionsCounted:
    """Somebody who has a role counted the hands in the test that goes on."""

    by: str
    agree: int
    reservations: int
    stand_aside: int
    at: datetime


@dataclass(frozen=True, slots=True)
class BlockJudged:
    """Somebody finds that a block holds, or does not; blocks go by their number."""

    by: str
    of: str
    item: str
    block: int
    holds: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class EndedTest:
    """The test that was going on is over, or is broken off for a reason."""

    by: str
    at: datetime
    reason: str = ""


type Testing = PutToTest | PositionTaken | PositionsCounted | BlockJudged | EndedTest
TESTING = (PutToTest, PositionTaken, PositionsCounted, BlockJudged, EndedTest)
