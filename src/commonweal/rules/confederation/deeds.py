"""What bodies and their congress do with a matter, each with who did it and when."""

from dataclasses import dataclass
from datetime import datetime

from commonweal.rules.confederation.answers import Answer
from commonweal.rules.confederation.bodies import Union
from commonweal.rules.confederation.voices import Change
from commonweal.rules.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Raised:
    """A body brings a matter before all, or joins those who do."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Composed:
    """A congress agreed on words, or did not; `bodies` are asked from now on.

    `bodies` is the confederation as it is, with the members of each base.
    """

    text: str
    verdict: Verdict
    bodies: Union
    at: datetime
    is_urgent: bool = False


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Whoever raised it takes it back, before any words were found."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class OptedOut:
    """A body stays out of what was ratified, where the pact lets it."""

    body: str
    at: datetime


type Deed = Raised | Composed | Withdrawn | Answer | OptedOut | Change
