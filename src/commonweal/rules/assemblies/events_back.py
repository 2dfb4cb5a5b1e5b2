"""What binds assemblies together: minutes of an earlier one, tasks until the next."""

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


@dataclass(frozen=True, slots=True)
class TaskGiven:
    """A task was noted for somebody, who is asked to take it on."""

    by: str
    of: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TaskChecked:
    """The assembly heard what became of a task of last time."""

    by: str
    item: str
    task: str
    at: datetime


type Back = Agreed | Objected | Answered | TaskGiven | TaskChecked
BACK = (Agreed, Objected, Answered, TaskGiven, TaskChecked)
