"""Tasks: asking somebody to take one on, answering for it, and hearing of it again."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from commonweal.capabilities.assemblies import access, queries
from commonweal.capabilities.assemblies.actions.taking_part import Deed, do_in_room
from commonweal.capabilities.assemblies.models import Assembly, Task, TaskDeed
from commonweal.capabilities.assemblies.queries import Taken
from commonweal.capabilities.assemblies.queries.held import sealed_task
from commonweal.foundation.institutions.access import has_right, may_be_written_in
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.foundation.journal import actions as journal
from commonweal.foundation.rows import new_salt
from commonweal.foundation.text import clean_line
from commonweal.rules.assemblies.tasks import CHECKS, OF_WHOM, may_ask, may_say
from commonweal.rules.canonical import Json
from commonweal.rules.verdict import Verdict, require

LONGEST = 300


@dataclass(frozen=True, slots=True)
class NewTask:
    """What is to be done, by whom, and until which day."""

    words: str
    of: Member
    due_on: date


@dataclass(frozen=True, slots=True)
class OnTask:
    """What is said of a task: in a word, why, and until which other day."""

    name: str
    reason: str = ""
    due_on: date | None = None


@transaction.atomic
def give_task(assembly: Assembly, new: NewTask, *, by: Member, at: datetime) -> Task:
    """Ask somebody to take a task on, in the room or while its minutes are open."""
    institution = lock(assembly.institution, at=at)
    charter = charter_in_force(institution, at=at)
    day = queries.day_at(charter.time_zone, at=at)
    require(may_be_written_in(institution, at=at))
    require(has_right(by, charter, "attend", at=at))
    require(access.may_be_asked(new.of, charter, by=by, at=at))
    require(may_ask(new.words, due_on=new.due_on, today=day))
    kept = queries.minutes_anew(institution, assembly, at=at)
    number = next_task(institution)
    if kept.held.now.stage == "open":
        deed = Deed("give_task", about=new.of, what=str(number))
        do_in_room(kept.held.row, deed, by=by, at=at)
    else:
        require(access.may_note_after(kept.draft, kept.now, by=by))
    return keep_task(kept.held.row, new, number, by=by, at=at)


def next_task(institution: Institution) -> int:
    """Give the number of the next task."""
    last = Task.objects.filter(institution=institution).aggregate(last=Max("number"))
    return (last["last"] or 0) + 1


def keep_task(
    assembly: Assembly, new: NewTask, number: int, *, by: Member, at: datetime
) -> Task:
    """Keep a task that may be asked, and note it."""
    task = Task.objects.create(
        institution=assembly.institution,
        number=number,
        assembly=assembly,
        words=clean_line(new.words, LONGEST),
        asked_of=new.of,
        asked_by=by,
        asked_at=at,
        due_on=new.due_on,
        salt=new_salt(),
    )
    facts: dict[str, Json] = {"number": number, **sealed_task(task)}
    journal.record("gave_task", about=task, by=by, at=at, facts=facts)
    return task


@transaction.atomic
def answer_for_task(task: Task, said: OnTask, *, by: Member, at: datetime) -> Task:
    """Let whoever was asked take it on, refuse, lay it down, or say that it is done."""
    institution = lock(task.institution, at=at)
    require(access.is_known_of_task(said.name, OF_WHOM))
    require(may_be_written_in(institution, at=at))
    found = _found(institution, task, at=at)
    say_of_task(found, said, by=by, at=at)
    return found.row


@transaction.atomic
def check_task(
    assembly: Assembly, task: Task, said: OnTask, *, by: Member, at: datetime
) -> Task:
    """Note in the room what an assembly heard of a task of last time."""
    institution = lock(assembly.institution, at=at)
    charter = charter_in_force(institution, at=at)
    require(access.is_known_of_task(said.name, CHECKS))
    found = _found(institution, task, at=at)
    if said.name == "put_off" and said.due_on is not None:
        day = queries.day_at(charter.time_zone, at=at)
        require(may_ask(found.row.words, due_on=said.due_on, today=day))
    row = queries.read_anew(institution, assembly)
    what = f"{found.row.number}:{said.name}"
    deed = Deed("check_task", item=queries.TASKS_ITEM, what=what, reason=said.reason)
    do_in_room(row, deed, by=by, at=at)
    say_of_task(found, said, by=by, at=at, inside=row)
    return found.row


def say_of_task(
    found: Taken,
    said: OnTask,
    *,
    by: Member,
    at: datetime,
    inside: Assembly | None = None,
) -> None:
    """Keep what is said of a task, if it may be said now, and note it."""
    row = TaskDeed(
        institution=found.row.institution,
        task=found.row,
        number=found.deeds + 1,
        deed=said.name,
        reason=clean_line(said.reason, LONGEST),
        due_on=said.due_on if said.name == "put_off" else None,
        done_by=by,
        done_at=at,
        done_in=inside,
        salt=new_salt(),
    )
    require(_may(found, row))
    row.save(force_insert=True)
    line = "checked_task" if inside else "answered_for_task"
    facts: dict[str, Json] = {"number": found.row.number}
    facts |= sealed_task(found.row, row)
    journal.record(line, about=found.row, by=by, at=at, facts=facts)


def _may(found: Taken, row: TaskDeed) -> Verdict:
    return may_say(found.now, queries.said_of(row))


def _found(institution: Institution, task: Task, *, at: datetime) -> Taken:
    found = queries.task_in(institution, task.number, at=at)
    assert found, "a task that was found is there"
    found.row.institution = institution
    return found
