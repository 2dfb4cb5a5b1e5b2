"""What goes along to a laptop, and what comes back: as little as the room needs.

Along goes the charter, the assembly as it was called with what was done in it so far,
the roll as it was frozen, the names of those who may be in the room, minutes that it
has before it, tasks that it asks after, and the words of proposals on its agenda. No
address, no device, no talk and no ballot goes along, no words that are hidden, and
nothing by which a row is sealed here. Back comes what was done in the room.
"""

from collections.abc import Container, Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Model

from commonweal.capabilities.assemblies.access import offices_that_stop
from commonweal.capabilities.assemblies.models import (
    Assembly,
    AssemblyDeed,
    CheckOut,
    MinutesDeed,
    Task,
    TaskDeed,
)
from commonweal.capabilities.assemblies.queries import columns
from commonweal.capabilities.assemblies.queries.listing import MINUTES_OF
from commonweal.capabilities.assemblies.queries.tasks import tasks_of
from commonweal.capabilities.assemblies.queries.veils import (
    WORDS_HIDDEN,
    Veils,
    veiled,
    veils_in,
)
from commonweal.capabilities.assemblies.queries.written_out import written_out
from commonweal.capabilities.decisions import queries as decisions
from commonweal.foundation.institutions.models import (
    CharterVersion,
    Institution,
    Member,
    OfficeHolding,
    RollEntry,
)
from commonweal.foundation.institutions.queries import charter_in_force, members
from commonweal.foundation.language import say
from commonweal.rules.canonical import Json
from commonweal.rules.charters.charter import Charter
from commonweal.rules.secrecy.carried import digest_of

# The columns in which somebody's own words stand.
WORDS = frozenset({"words", "reason"})


def taken_along(taken: CheckOut, *, node: str, at: datetime) -> dict[str, Json]:
    """Write down all that goes along; the assembly is as the laptop is to have it."""
    assembly, here = taken.assembly, taken.institution
    charter = charter_in_force(here, at=at)
    earlier = list(_before_it(assembly))
    tasks = [one.row for one in tasks_of(here, at=at)]
    rows: list[Model] = [assembly, *earlier, *_deeds(assembly, *earlier)]
    task_deeds = list(TaskDeed.objects.filter(task__in=tasks).order_by("number"))
    rows += [*tasks, *task_deeds]
    charters = _charters(here, [assembly, *earlier], at=at)
    told: dict[str, Json] = {
        "node": node,
        "check_out": written_out(taken, columns.CHECK_OUT),
        "institution": written_out(here, columns.INSTITUTION),
        "charters": _each(charters, columns.CHARTER),
        "offices": _each(_offices(here, charter, at=at), columns.OFFICE),
        "members": _each(_people(here, charter, rows, at=at), columns.MEMBER),
        "proposals": list(_proposals(assembly, at=at)),
    }
    veils = veils_in(here, at=at)
    return told | {
        "assemblies": [_whole(one, veils) for one in (assembly, *earlier)],
        "tasks": [_task(one, task_deeds, veils) for one in tasks],
    }


def done_there(taken: CheckOut) -> dict[str, Json]:
    """Write down what was done in the room since, for the node; asked on the laptop."""
    assembly = taken.assembly
    assert taken.ended_at, "it is written down once it is finished"
    since = assembly.deeds.filter(number__gt=taken.deeds).order_by("number")
    return {
        "check_out": str(taken.pk),
        "assembly": str(assembly.pk),
        "went": taken.digest,
        "finished_at": taken.ended_at.isoformat(),
        "deeds": [written_out(one, columns.DEED) | _of_task(one) for one in since],
    }


def result_here(taken: CheckOut) -> str:
    """Give the number of what this laptop wrote; nothing where it is not finished."""
    return digest_of(done_there(taken)) if taken.ended_at else ""


def _of_task(deed: AssemblyDeed) -> dict[str, Json]:
    """Give along with a deed what it says of a task, which has a row of its own."""
    number, _, said = deed.what.partition(":")
    if deed.deed not in {"give_task", "check_task"}:
        return {}
    task = Task.objects.get(institution=deed.institution_id, number=int(number))
    if not said:
        return {"task": written_out(task, columns.TASK)}
    heard = task.deeds.filter(done_in=deed.assembly_id, done_at=deed.done_at)
    return {"task": {"id": str(task.pk)}, "heard": _each(heard, columns.TASK_DEED)}


def _each(rows: Iterable[Model], columns: Iterable[str]) -> list[Json]:
    return [written_out(one, columns) for one in rows]


def _task(
    task: Task, deeds: Iterable[TaskDeed], veils: Container[UUID]
) -> dict[str, Json]:
    of_it = [one for one in deeds if one.task_id == task.pk]
    return _readable(task, columns.TASK, veils) | {
        "deeds": [_readable(one, columns.TASK_DEED, veils) for one in of_it]
    }


def _before_it(assembly: Assembly) -> Iterable[Assembly]:
    numbers = [one[MINUTES_OF] for one in assembly.agenda if MINUTES_OF in one]
    found = Assembly.objects.filter(institution=assembly.institution)
    return found.filter(number__in=numbers).order_by("number")


def _deeds(*assemblies: Assembly) -> Iterator[AssemblyDeed | MinutesDeed]:
    for one in assemblies:
        yield from one.deeds.order_by("number")
        yield from one.minutes_deeds.order_by("number")


def _whole(assembly: Assembly, veils: Veils) -> dict[str, Json]:
    deeds = assembly.deeds.order_by("number")
    minutes = assembly.minutes_deeds.order_by("number")
    return written_out(veiled(assembly, veils), columns.ASSEMBLY) | {
        "roll": _roll(assembly),
        "deeds": [_readable(one, columns.DEED, veils) for one in deeds],
        "minutes": [_readable(one, columns.MINUTES, veils) for one in minutes],
    }


def _readable(
    row: Model, names: Iterable[str], veils: Container[UUID]
) -> dict[str, Json]:
    """Write a row down with the words gone that are hidden."""
    told = written_out(row, names)
    gone = say(WORDS_HIDDEN) if row.pk in veils else None
    return {
        name: gone if gone and name in WORDS and value else value
        for name, value in told.items()
    }


def _roll(assembly: Assembly) -> dict[str, Json] | None:
    if assembly.roll is None:
        return None
    on_it = RollEntry.objects.filter(
        institution=assembly.institution_id, roll=assembly.roll
    )
    ids = sorted(str(one) for one in on_it.values_list("member", flat=True))
    return written_out(assembly.roll, columns.ROLL) | {"members": ids}


def _charters(
    here: Institution, assemblies: Iterable[Assembly], *, at: datetime
) -> list[CharterVersion]:
    """Give the charters by which each was called, and the one that is in force."""
    found: dict[UUID, CharterVersion] = {}
    versions = CharterVersion.objects.filter(institution=here).order_by("-number")
    for when in (at, *(one.called_at for one in assemblies)):
        one = versions.filter(in_force_at__lte=when).first()
        assert one, "what was called was called under a charter"
        found[one.pk] = one
    return sorted(found.values(), key=lambda one: one.number)


def _offices(
    here: Institution, charter: Charter, *, at: datetime
) -> Iterable[OfficeHolding]:
    named = offices_that_stop(charter)
    found = OfficeHolding.objects.filter(institution=here, office__in=named)
    return found.filter(until_at__gt=at).order_by("from_at", "id")


def _people(
    here: Institution, charter: Charter, rows: Iterable[Model], *, at: datetime
) -> list[Member]:
    """Give those who may be in the room, and whoever stands in what goes along."""
    may_come = {one.id for one in charter.classes if "attend" in one.rights}
    found = {
        one.pk: one for one in members(here, at=at) if one.member_class in may_come
    }
    named = {one for row in rows for one in _named(row)} - found.keys()
    named |= {one.holder_id for one in _offices(here, charter, at=at)} - found.keys()
    others = Member.objects.filter(institution=here, pk__in=named)
    rolls = [row.roll_id for row in rows if isinstance(row, Assembly) and row.roll_id]
    on_roll = Member.objects.filter(rollentry__roll__in=rolls)
    found |= {one.pk: one for one in (*others, *on_roll)}
    return sorted(found.values(), key=lambda one: str(one.pk))


def _named(row: Model) -> Iterator[UUID]:
    for field in row._meta.concrete_fields:
        if field.related_model is Member:
            of: UUID | None = getattr(row, field.attname)
            if of is not None:
                yield of


def _proposals(assembly: Assembly, *, at: datetime) -> Iterator[dict[str, Any]]:
    """Give the words of what is talked about; the vote on it is not in the room."""
    for item in assembly.agenda:
        if "proposal" not in item:
            continue
        found = decisions.proposal_view(assembly.institution, item["proposal"], at=at)
        if found is not None:
            yield {"number": found.number, "title": found.title, "text": found.text}
