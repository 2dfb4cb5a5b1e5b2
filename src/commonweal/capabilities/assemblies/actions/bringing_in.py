"""Bringing in what was done on a laptop, once: all of it or nothing.

Each deed goes through the rules of the assembly again, in its order, as though it were
done here; only whether somebody belongs, and what they typed at the door, was asked on
the laptop, by what went along. So a result follows from its deeds here as there.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.actions.coming_back import (
    EVENING,
    CameBack,
    DoneThere,
    against_rules,
    came_back,
    opened_from,
)
from commonweal.capabilities.assemblies.actions.taking_along import carry, end, note
from commonweal.capabilities.assemblies.actions.taking_part import (
    keep_deed,
    may_in_room,
)
from commonweal.capabilities.assemblies.actions.tasks import (
    keep_task,
    next_task,
    say_of_task,
)
from commonweal.capabilities.assemblies.models import Assembly, CheckOut, Task
from commonweal.capabilities.assemblies.queries import Held
from commonweal.capabilities.assemblies.queries.tasks import may_be_asked_more
from commonweal.foundation.institutions.access import has_right, may_be_written_in
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.foundation.journal import actions as journal
from commonweal.rules.assemblies.carrying import may_come_back
from commonweal.rules.assemblies.tasks import may_ask
from commonweal.rules.charters.charter import Charter
from commonweal.rules.secrecy.carried import WIDE, Carried
from commonweal.rules.verdict import (
    ALLOWED,
    Refused,
    Verdict,
    first_refusal,
    refused,
    require,
)

# What changes nothing but where the assembly stands, so that it is not read anew.
PLAIN = frozenset(
    {
        *("come_in", "see", "go_out", "undo", "hand_on", "turn_to", "ask", "take_back"),
        *("call", "finish", "close_queue", "reopen_queue", "choose_channel"),
        *("count", "answer", "position", "count_positions"),
    }
)


def bring_in(
    assembly: Assembly, file: bytes, *, by: Member | None, at: datetime
) -> CheckOut:
    """Take in what a laptop wrote, if it is the one this assembly was taken to.

    Who brings the file need not be who took the assembly: what counts is who signed it.
    Nobody brings it, where whoever runs the node does: they alone may bring an evening
    that is larger than any.
    """
    if by is not None:
        charter = charter_in_force(assembly.institution, at=at)
        require(has_right(by, charter, "attend", at=at))
    came = opened_from(assembly, file, bounds=EVENING if by else WIDE)
    return _take_in(assembly, came, by=by, at=at)


@transaction.atomic
def _take_in(
    assembly: Assembly, opened: Carried, *, by: Member | None, at: datetime
) -> CheckOut:
    """Do all of it, or nothing, now that its institution is locked."""
    institution = lock(assembly.institution, at=at)
    charter = charter_in_force(institution, at=at)
    if by is not None:
        require(has_right(by, charter, "attend", at=at))
    require(may_be_written_in(institution, at=at))
    row = queries.read_anew(institution, assembly)
    came = came_back(row, opened)
    known = queries.as_known(came.taken)
    require(may_come_back(known, result=came.digest, first_at=came.first_at, at=at))
    over = came.put_back(row, at=at)
    # From here on it is not away any more: what it has before it is its to change.
    came.taken.ended_at = at
    came.taken.save(update_fields=["ended_at"])
    _replay(row, came, charter)
    return _brought(row, came, over, by=by, at=at)


def _replay(row: Assembly, came: CameBack, charter: Charter) -> None:
    """Do each deed anew; refuse all of them where one cannot have been."""
    tasks: dict[UUID, Task] = {}
    held = _room(row, came.deeds, at=came.taken.taken_at)
    for one in came.deeds:
        is_plain = one.row.deed in PLAIN
        if not is_plain:
            held = _room(row, came.deeds, at=one.row.done_at)
        _must_follow(held, one, is_plain=is_plain)
        _ask_of_task(one, came, charter)
        _name_task(one, tasks)
        keep_deed(held, one.row, charter)
        _keep_task(row, one, tasks)
        held = queries.followed(held, one.row) if is_plain else held
        if not is_plain:
            held = _room(row, came.deeds, at=one.row.done_at)


def _room(row: Assembly, deeds: Sequence[DoneThere], *, at: datetime) -> Held:
    """Read where it stands, in a room that knows everybody who was there."""
    held = queries.held(row, at=at)
    about = {str(one.row.about_id) for one in deeds if one.row.about_id}
    guests = (held.room.guests | about) - held.room.roll
    return replace(held, room=replace(held.room, guests=guests))


def _must_follow(held: Held, one: DoneThere, *, is_plain: bool) -> None:
    by = one.row.done_by
    assert by, "who did it was looked for"
    may = (
        queries.may_follow(held, one.row)
        if is_plain
        else may_in_room(held, one.row, by=by)
    )
    if not may:
        raise Refused(against_rules(one, may))


def _ask_of_task(one: DoneThere, came: CameBack, charter: Charter) -> None:
    """Ask of a task what was asked on the laptop: its words, its day, and how many.

    Whoever left meanwhile was asked while they belonged.
    """
    by, day = one.row.done_by, queries.day_at(charter.time_zone, at=one.row.done_at)
    assert by, "who did it was looked for"
    may: Verdict = ALLOWED
    if one.new is not None:
        may = first_refusal(
            may_ask(one.new.words, due_on=one.new.due_on, today=day),
            may_be_asked_more(one.new.of, by=by, before=came.taken),
        )
    elif one.said is not None and one.said.due_on is not None:
        may = may_ask("…", due_on=one.said.due_on, today=day)
    if not may:
        raise Refused(against_rules(one, may))


def _name_task(one: DoneThere, tasks: dict[UUID, Task]) -> None:
    """Let a deed name the task by the number that it has here."""
    if one.task is None:
        return
    if one.new is not None:
        one.row.what = str(next_task(one.row.institution))
        return
    task = (
        tasks.get(one.task)
        or Task.objects.filter(institution=one.row.institution, pk=one.task).first()
    )
    if task is None or one.said is None:
        raise Refused(refused("result_unreadable"))
    tasks[one.task] = task
    one.row.what = f"{task.number}:{one.said.name}"


def _keep_task(row: Assembly, one: DoneThere, tasks: dict[UUID, Task]) -> None:
    """Keep what a deed says of a task, unless it was said here meanwhile."""
    by, at = one.row.done_by, one.row.done_at
    if one.task is None:
        return
    assert by, "who did it was looked for"
    number = int(one.row.what.partition(":")[0])
    if one.new is not None:
        tasks[one.task] = keep_task(row, one.new, number, by=by, at=at)
        return
    found = queries.task_in(row.institution, number, at=at)
    assert found, "a task that was found is there"
    assert one.said, "what is not new has something said of it"
    found.row.institution = row.institution
    try:
        say_of_task(found, one.said, by=by, at=at, inside=row)
    except Refused:
        # Somebody answered for it here: the minutes tell what the room heard.
        return


def _brought(
    row: Assembly, came: CameBack, over: timedelta, *, by: Member | None, at: datetime
) -> CheckOut:
    taken = came.taken
    deed = carry(row, "bring_in", by=by, at=at)
    end(taken, deed, result=came.digest)
    note(taken, deed, {"deeds": len(came.deeds), "digest": came.digest})
    if over:
        minutes = over // timedelta(minutes=1)
        facts = {"number": row.number, "minutes": minutes}
        journal.record("put_clock_back", about=row, by=None, at=at, facts=facts)
    return taken
