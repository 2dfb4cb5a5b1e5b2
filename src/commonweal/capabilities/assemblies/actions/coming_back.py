"""Reading the file that comes back from a laptop, before anything is believed of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from commonweal.capabilities.assemblies import access
from commonweal.capabilities.assemblies.models import (
    Assembly,
    AssemblyDeed,
    CheckOut,
    Task,
    TaskDeed,
)
from commonweal.capabilities.assemblies.queries.columns import (
    DEED,
    FROM_LAPTOP,
    TASK,
    TASK_DEED,
)
from commonweal.capabilities.assemblies.queries.written_out import read_back
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.rows import new_salt
from commonweal.rules.assemblies.carrying import ahead
from commonweal.rules.secrecy.carried import Carried, unpacked
from commonweal.rules.verdict import Refused, refused, require

OF_TASKS = frozenset({"give_task", "check_task"})
UNREADABLE = (
    *(KeyError, TypeError, ValueError, AttributeError, AssertionError),
    ValidationError,
)


@dataclass(frozen=True, slots=True)
class DoneThere:
    """A deed as it came, and what it says of a task."""

    row: AssemblyDeed
    task: Task | None = None
    due_on: Any = None


@dataclass(frozen=True, slots=True)
class CameBack:
    """What a file says: which check-out it answers, its number, and what was done.

    `first_at` and `last_at` are by the laptop's clock.
    """

    taken: CheckOut
    digest: str
    deeds: tuple[DoneThere, ...]
    first_at: datetime
    last_at: datetime

    def put_back(self, row: Assembly, *, at: datetime) -> timedelta:
        """Put the times back by what the laptop's clock was ahead; say how much.

        Where nobody can have opened the assembly then, it was ahead by more.
        """
        over = ahead(self.last_at, at=at)
        for one in self.deeds:
            one.row.done_at -= over
            is_early = one.row.deed == "open" and one.row.done_at < row.opens_at
            if is_early or one.row.done_at < self.taken.taken_at:
                raise Refused(refused("laptop_clock_was_ahead", when=self.last_at))
        return over


def came_back(row: Assembly, file: bytes, *, seed: bytes) -> CameBack:
    """Read a file, or refuse it: unreadable, of something else, of another laptop."""
    came = unpacked(file, format_=FROM_LAPTOP, seed=seed)
    if came is None:
        raise Refused(refused("result_unreadable"))
    taken = _answered(row, came)
    try:
        finished = _moment(came.told["finished_at"])
        deeds = tuple(_read(row, one) for one in came.told["deeds"])
    except UNREADABLE as error:
        raise Refused(refused("result_unreadable")) from error
    times = [one.row.done_at for one in deeds]
    if times != sorted(times) or not _are_known(row, deeds):
        raise Refused(refused("result_unreadable"))
    all_of_it = (finished, *times)
    return CameBack(taken, came.digest, deeds, min(all_of_it), max(all_of_it))


def _answered(row: Assembly, came: Carried) -> CheckOut:
    """Find which check-out a file answers; refuse one of something else."""
    there = CheckOut.objects.filter(institution=row.institution, assembly=row)
    told = came.told.get("check_out")
    taken = next((one for one in there if str(one.pk) == told), None)
    if taken is None or came.told.get("went") != taken.digest:
        raise Refused(refused("result_of_another_assembly"))
    if came.by.hex() != taken.laptop:
        raise Refused(refused("result_of_another_laptop"))
    taken.assembly = row
    return taken


def _read(row: Assembly, told: Mapping[str, Any]) -> DoneThere:
    ours: dict[str, Any] = {"institution": row.institution}
    # Under an id of its own here, whatever the laptop called it.
    more = ours | {"assembly": row, "salt": new_salt()}
    deed = read_back(AssemblyDeed, told, DEED, more)
    deed.pk = AssemblyDeed().pk
    deed.full_clean(exclude=["number", "done_by", "about", "institution", "assembly"])
    assert deed.done_at.tzinfo is not None, "an instant knows its offset"
    if deed.deed == "give_task":
        return DoneThere(deed, read_back(Task, told["task"], TASK, ours))
    if deed.deed == "check_task":
        said = [read_back(TaskDeed, one, TASK_DEED, ours) for one in told["heard"]]
        moved = next((one.due_on for one in said), None)
        return DoneThere(deed, Task(pk=UUID(told["task"]["id"])), moved)
    require(access.is_known(deed.deed, deed.what))
    return DoneThere(deed)


def _are_known(row: Assembly, deeds: tuple[DoneThere, ...]) -> bool:
    """Say whether all who did something, or whom it is about, belonged here."""
    named = {one.row.done_by_id for one in deeds}
    named |= {one.row.about_id for one in deeds if one.row.about_id}
    named |= {one.task.asked_of_id for one in deeds if one.task and one.task.words}
    here = Member.objects.filter(
        institution=row.institution, pk__in=[one for one in named if one]
    )
    return None not in named and here.count() == len(named)


def _moment(told: str) -> datetime:
    moment = datetime.fromisoformat(told)
    assert moment.tzinfo is not None, "an instant knows its offset"
    return moment
