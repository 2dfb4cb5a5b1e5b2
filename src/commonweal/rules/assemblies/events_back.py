"""What an assembly does about an earlier one: its minutes, what was left open."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Agreed:
    """Nobody objected to the minutes, so they are approved."""

    by: str
    item: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Objected:
    """Somebody does not want the minutes approved without asking for hands."""

    by: str
    item: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Answered:
    """The assembly takes a correction of the minutes, or leaves it."""

    by: str
    item: str
    correction: str
    is_taken: bool
    at: datetime


type Back = Agreed | Objected | Answered
BACK = (Agreed, Objected, Answered)
