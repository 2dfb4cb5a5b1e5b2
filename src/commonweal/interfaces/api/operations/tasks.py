"""Tasks: which there are, noting one, answering for it, asking after it."""

from django.http import Http404
from ninja import Router, Status

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.actions import (
    NewTask,
    OnTask,
    answer_for_task,
    check_task,
    give_task,
)
from commonweal.capabilities.assemblies.queries import Taken
from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.institutions.access import has_right
from commonweal.foundation.institutions.models import Member
from commonweal.interfaces.api.keys import DISCUSS, ORGANISE, READ
from commonweal.interfaces.api.operations.assemblies import ONE, assembly_found
from commonweal.interfaces.api.operations.in_the_room import why
from commonweal.interfaces.api.requests import ApiRequest, Hall, enter
from commonweal.interfaces.api.schemas import assemblies as schemas
from commonweal.interfaces.api.schemas.common import Number, said
from commonweal.rules.verdict import require

router = Router(tags=["assemblies"])
HERE = "/institutions/{slug:address}/tasks"


@router.get(HERE, auth=READ, response=list[schemas.Task])
def list_tasks(request: ApiRequest, address: str) -> list[schemas.Task]:
    """List the tasks that are open, the first day first."""
    hall = enter(request, address)
    me = _attending(hall)
    found = queries.tasks_of(hall.institution, at=hall.at)
    return [_told(one, me) for one in found]


@router.post(HERE + "/{int:task}/deeds", auth=DISCUSS, response={204: None})
def answer_task(
    request: ApiRequest, address: str, task: Number, sent: schemas.NewTaskDeed
) -> Status[None]:
    """Say whether I do a task that I was asked to do, or that it is done."""
    hall = enter(request, address)
    me, found = _attending(hall), _found(hall, task)
    said_of_it = OnTask(sent.deed, sent.reason, sent.due_on)
    answer_for_task(found.row, said_of_it, by=me, at=hall.at)
    return Status(204, None)


@router.post(ONE + "/tasks", auth=ORGANISE, response={201: schemas.Task})
def note_task(
    request: ApiRequest, address: str, number: Number, sent: schemas.NewTask
) -> Status[schemas.Task]:
    """Note a task in an assembly, or after it, for a member who is asked to do it."""
    hall = enter(request, address)
    me, row = hall.as_member(), assembly_found(hall, number)
    there = institutions.members(hall.institution, at=hall.at)
    of = there.filter(pk=sent.of).first()
    if of is None:
        raise Http404
    made = give_task(row, NewTask(sent.words, of, sent.due_on), by=me, at=hall.at)
    return Status(201, _told(_found(hall, made.number), me))


@router.post(
    ONE + "/tasks/{int:task}/deeds", auth=ORGANISE, response={200: schemas.Task}
)
def ask_after_task(
    request: ApiRequest,
    address: str,
    number: Number,
    task: Number,
    sent: schemas.NewTaskDeed,
) -> schemas.Task:
    """Note what an assembly heard of a task of last time."""
    hall = enter(request, address)
    me, row = hall.as_member(), assembly_found(hall, number)
    found = _found(hall, task)
    heard = OnTask(sent.deed, sent.reason, sent.due_on)
    check_task(row, found.row, heard, by=me, at=hall.at)
    return _told(_found(hall, task), me)


def _attending(hall: Hall) -> Member:
    me = hall.as_member()
    require(has_right(me, hall.charter, "attend", at=hall.at))
    return me


def _found(hall: Hall, number: int) -> Taken:
    found = queries.task_in(hall.institution, number, at=hall.at)
    if found is None:
        raise Http404
    found.row.institution = hall.institution
    return found


def _told(one: Taken, me: Member) -> schemas.Task:
    return schemas.Task(
        number=one.row.number,
        words=one.words,
        hidden=why(filter(None, [one.veil])),
        of=one.name,
        is_mine=one.row.asked_of_id == me.pk,
        due_on=one.now.due_on,
        stage=one.now.stage,
        in_words=said(one.says),
        not_done=one.now.not_done,
    )
