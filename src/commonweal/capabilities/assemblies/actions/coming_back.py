"""Reading the file that comes back from a laptop, before anything is believed of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from commonweal.capabilities.assemblies import access
from commonweal.capabilities.assemblies.actions.taking_part import Deed, row_of
from commonweal.capabilities.assemblies.actions.tasks import NewTask, OnTask
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
    OUR_KEY,
    TASK,
    TASK_DEED,
)
from commonweal.capabilities.assemblies.queries.written_out import read_back
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.keys.standing import standing_key
from commonweal.rules.assemblies.carrying import ahead
from commonweal.rules.assemblies.deed_names import IN_SECRET, OF_TASKS, decides
from commonweal.rules.assemblies.from_laptop import may_be_on_laptop
from commonweal.rules.assemblies.tasks import CHECKS
from commonweal.rules.secrecy.carried import Bounds, Carried, signer_of, unpacked
from commonweal.rules.verdict import Refused, Verdict, refused, require

# An evening of a thousand people who answer ten times by phone has half of that.
EVENING = Bounds(8_000_000, 400_000)
UNREADABLE = (
    *(KeyError, TypeError, ValueError, AttributeError, AssertionError),
    ValidationError,
)


@dataclass(frozen=True, slots=True)
class DoneThere:
    """A deed as it came, and what it says of a task: of a new one, or of which other.

    `number` is the one that it has in the file.
    """

    row: AssemblyDeed
    number: int
    task: UUID | None = None
    new: NewTask | None = None
    said: OnTask | None = None


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


def opened_from(assembly: Assembly, file: bytes, *, bounds: Bounds) -> Carried:
    """Open a file, or refuse it: of no laptop that this assembly went to, or no file.

    Whose it is is asked before it is unpacked, and all of that before anything is
    locked: whoever sends what no laptop wrote keeps nobody waiting.
    """
    there = CheckOut.objects.filter(assembly=assembly, is_here=False)
    keys = {bytes.fromhex(one) for one in there.values_list("laptop", flat=True)}
    if not keys:
        raise Refused(refused("assembly_is_not_away"))
    seed = standing_key(OUR_KEY)
    signer = signer_of(file, format_=FROM_LAPTOP, seed=seed, bounds=bounds)
    if signer is not None and signer not in keys:
        raise Refused(refused("result_of_another_laptop"))
    came = unpacked(file, format_=FROM_LAPTOP, seed=seed, by=keys, bounds=bounds)
    if came is None:
        raise Refused(refused("result_unreadable"))
    return came


def came_back(row: Assembly, came: Carried) -> CameBack:
    """Read what was opened, or refuse it: of something else, or no evening at all."""
    taken = _answered(row, came)
    try:
        finished = _moment(came.told["finished_at"])
        who = _members(row, came)
        deeds = tuple(_read(row, one, who) for one in came.told["deeds"])
    except UNREADABLE as error:
        raise Refused(refused("result_unreadable")) from error
    times = [one.row.done_at for one in deeds]
    if times != sorted(times):
        raise Refused(refused("result_unreadable"))
    _must_be_of_a_laptop(deeds)
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


def _must_be_of_a_laptop(deeds: Sequence[DoneThere]) -> None:
    """Refuse what no page of a laptop can have done, and what came after the end."""
    is_closed = False
    for one in deeds:
        may = may_be_on_laptop(one.row.deed, is_closed=is_closed)
        if not may:
            raise Refused(against_rules(one, may))
        is_closed = is_closed or one.row.deed == "close"


def against_rules(one: DoneThere, may: Verdict) -> Verdict:
    """Say of which deed in a file it is that it cannot have been, and why."""
    return refused("result_against_rules", number=one.number, why=may.reason)


def _members(row: Assembly, came: Carried) -> Mapping[UUID, Member]:
    """Find everybody who did something, or whom it is about: they belonged here."""
    named = {UUID(one["done_by"]) for one in came.told["deeds"]}
    named |= {UUID(one["about"]) for one in came.told["deeds"] if one["about"]}
    found = Member.objects.filter(institution=row.institution, pk__in=named)
    return {one.pk: one for one in found}


def _read(
    row: Assembly, told: Mapping[str, Any], who: Mapping[UUID, Member]
) -> DoneThere:
    """Make of what is told the same deed that a form makes, with its words cleaned."""
    came = read_back(AssemblyDeed, told, DEED, {"institution": row.institution})
    came.full_clean(exclude=["done_by", "about", "institution", "assembly", "salt"])
    assert came.done_at.tzinfo is not None, "an instant knows its offset"
    deed = Deed(
        came.deed,
        about=who[came.about_id] if came.about_id else None,
        item=came.item,
        what=came.what,
        reason=came.reason,
        words=came.words,
    )
    assert came.done_by_id, "nothing is done by nobody"
    # Under an id of its own here, whatever the laptop called it.
    kept = row_of(row, deed, by=who[came.done_by_id], at=came.done_at)
    if came.deed in OF_TASKS:
        return _with_task(DoneThere(kept, came.number), told)
    require(access.is_known(kept.deed, kept.what))
    if kept.deed == "decide" and decides(kept.what)[0] == IN_SECRET:
        # No laptop takes secret ballots by phone, so none brings any.
        raise Refused(refused("phones_are_seen_on_wifi"))
    return DoneThere(kept, came.number)


def _with_task(one: DoneThere, told: Mapping[str, Any]) -> DoneThere:
    """Add what a deed says of a task, which the laptop kept in a row of its own.

    Whom it asks, and who says so, stands in the deed itself and nowhere else.
    """
    task = UUID(told["task"]["id"])
    if one.row.deed == "give_task":
        asked = read_back(Task, told["task"], TASK)
        assert one.row.about, "a task is asked of somebody"
        assert isinstance(asked.words, str), "it is asked in words"
        assert isinstance(asked.due_on, date), "a task has its day"
        new = NewTask(asked.words, one.row.about, asked.due_on)
        return replace(one, task=task, new=new)
    heard = [read_back(TaskDeed, each, TASK_DEED) for each in told["heard"]]
    name = one.row.what.partition(":")[2]
    require(access.is_known_of_task(name, CHECKS))
    moved = next((each.due_on for each in heard), None)
    return replace(one, task=task, said=OnTask(name, one.row.reason, moved))


def _moment(told: str) -> datetime:
    moment = datetime.fromisoformat(told)
    assert moment.tzinfo is not None, "an instant knows its offset"
    return moment
