"""The tasks of an institution: who took on what, until when, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from commonweal.capabilities.assemblies import access
from commonweal.capabilities.assemblies.models import CheckOut, Task, TaskDeed
from commonweal.capabilities.assemblies.queries.veils import (
    WORDS_HIDDEN,
    Veil,
    veils_in,
)
from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.language import say
from commonweal.rules.assemblies import tasks as rules
from commonweal.rules.assemblies.tasks import Asked, TaskAct, TaskDid
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.verdict import ALLOWED, Verdict, refused

SHOWN = 200


@dataclass(frozen=True, slots=True)
class Taken:
    """A task with where it stands, and the name of whoever was asked."""

    row: Task
    now: rules.Task
    name: str
    deeds: int
    veil: Veil | None = None

    @property
    def words(self) -> str:
        """Give what is to be done; where that is hidden, that it is."""
        return say(WORDS_HIDDEN) if self.veil else self.row.words

    @property
    def says(self) -> Sentence:
        """Say whose it is, until when, and how it stands."""
        facts: dict[str, Fact] = {
            "of": self.name or Sentence("minuted.gone"),
            "day": self.now.due_on,
        }
        late = "_again" if self.now.stage == "open" and self.now.not_done else ""
        return Sentence(f"task.{self.now.stage}{late}", facts)


def tasks_of(institution: Institution, *, at: datetime) -> tuple[Taken, ...]:
    """List the tasks that are not over, the first day first."""
    rows = Task.objects.filter(institution=institution, asked_at__lte=at)
    found = taken(rows.order_by("-number")[:SHOWN], at=at)
    return tuple(sorted((one for one in found if not one.now.is_over), key=_by_day))


def tasks_before(
    institution: Institution, checked: frozenset[str], *, at: datetime
) -> tuple[Taken, ...]:
    """List what an assembly asks after: what is not over, and what it has heard of.

    What it was just told is done stays before it, or a slip of the hand would not be
    seen. `checked` are the numbers that it has asked after.
    """
    rows = Task.objects.filter(institution=institution, asked_at__lte=at)
    found = taken(rows.order_by("-number")[:SHOWN], at=at)
    kept = (
        one for one in found if not one.now.is_over or str(one.row.number) in checked
    )
    return tuple(sorted(kept, key=_by_day))


def tasks_over(institution: Institution, *, at: datetime) -> tuple[Taken, ...]:
    """List the tasks that are done or dropped, the latest first."""
    rows = Task.objects.filter(institution=institution, asked_at__lte=at)
    found = taken(rows.order_by("-number")[:SHOWN], at=at)
    over = [one for one in found if one.now.ended_at is not None]
    return tuple(sorted(over, key=lambda one: one.now.ended_at or at, reverse=True))


def task_in(institution: Institution, number: int, *, at: datetime) -> Taken | None:
    """Find a task by its number."""
    rows = Task.objects.filter(institution=institution, number=number)
    return next(iter(taken(rows, at=at)), None)


def taken(rows: Iterable[Task], *, at: datetime) -> list[Taken]:
    """Read where tasks stand, all at once."""
    there = list(rows)
    said: dict[UUID, list[TaskDeed]] = {one.pk: [] for one in there}
    for deed in _deeds(there, at):
        said[deed.task_id].append(deed)
    who = {one.asked_of_id for one in there if one.asked_of_id}
    names = institutions.names_of(there[0].institution, who) if there else {}
    places = {one.institution_id: one.institution for one in there}
    veils = {id_: veils_in(one, at=at) for id_, one in places.items()}
    return [
        Taken(
            row,
            rules.task(_asked(row), map(said_of, said[row.pk])),
            names.get(row.asked_of_id, "") if row.asked_of_id else "",
            len(said[row.pk]),
            veils[row.institution_id].get(row.pk),
        )
        for row in there
    ]


def said_of(row: TaskDeed) -> TaskDid:
    """Read what was said of a task as the rules know it."""
    act = cast(TaskAct, row.deed)
    by = str(row.done_by_id or "")
    return TaskDid(row.number, act, by, row.done_at, row.due_on)


def may_say_now(one: Taken, act: TaskAct, *, by: Member, at: datetime) -> Verdict:
    """Say whether a member may say this of a task now."""
    said = TaskDid(one.deeds + 1, act, str(by.pk), at, one.now.due_on)
    return rules.may_say(one.now, said)


def may_be_asked_more(of: Member, *, by: Member, before: CheckOut) -> Verdict:
    """Ask of a task from a laptop that whoever is asked had not been too often.

    That is known there of what was asked before it went, and of what was asked in it.
    """
    known = Q(asked_at__lte=before.taken_at) | Q(assembly=before.assembly_id)
    asked = Task.objects.filter(institution=of.institution_id, asked_of=of)
    waiting = asked.filter(known, deeds__isnull=True).exclude(asked_by=of)
    most = access.MOST_ASKED_OF_ONE
    is_too_often = of != by and waiting.count() >= most
    return refused("asked_enough_of_them", most=most) if is_too_often else ALLOWED


def day_at(zone: str, *, at: datetime) -> date:
    """Give the day it is at the institution's place."""
    return at.astimezone(ZoneInfo(zone)).date()


def _deeds(rows: list[Task], at: datetime) -> QuerySet[TaskDeed]:
    found = TaskDeed.objects.filter(task__in=rows, done_at__lte=at)
    return found.order_by("number")


def _asked(row: Task) -> Asked:
    of, by = str(row.asked_of_id or ""), str(row.asked_by_id or "")
    return Asked(of, by, row.asked_at, row.due_on)


def _by_day(one: Taken) -> tuple[date, int]:
    return one.now.due_on, one.row.number
