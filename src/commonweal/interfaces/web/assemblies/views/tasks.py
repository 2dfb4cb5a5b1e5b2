"""Tasks: those of the institution, noting one, answering for it, asking after it."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.actions import (
    NewTask,
    answer_for_task,
    check_task,
    give_task,
)
from commonweal.capabilities.assemblies.queries import Taken
from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.institutions.access import has_right
from commonweal.foundation.institutions.models import Member
from commonweal.interfaces.web.assemblies.forms.tasks import OnTaskForm, TaskForm
from commonweal.interfaces.web.assemblies.views.showing import assembly_at
from commonweal.interfaces.web.institutions.views.standing import as_member
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    in_institution,
    signed_in,
    what_was_sent,
)
from commonweal.rules.verdict import require

OVER_SHOWN = 20


@in_institution
@signed_in
def tasks(request: InstitutionRequest) -> HttpResponse:
    """List the tasks that are open, with what the reader can say of theirs."""
    member = _attending(request)
    here, at = request.institution, request.at
    context = {
        "tasks": queries.tasks_of(here, at=at),
        "over": queries.tasks_over(here, at=at)[:OVER_SHOWN],
        "me": member.pk,
    }
    return render(request, "assemblies/tasks.html", context)


@in_institution
@signed_in
def answer(request: InstitutionRequest, task: int) -> HttpResponse:
    """Let whoever was asked say whether they do it, or that it is done."""
    member, found = _attending(request), _task(request, task)
    here = redirect("assemblies:tasks", request.institution.address)
    if request.method != "POST":
        return here
    form = OnTaskForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=HTTPStatus.UNPROCESSABLE_ENTITY)
    answer_for_task(found.row, form.said(), by=member, at=request.at)
    return here


@in_institution
@signed_in
def note(request: InstitutionRequest, number: int) -> HttpResponse:
    """Note a task, in the room or after it."""
    row, member = assembly_at(request, number), as_member(request)
    people = _people(request, member)
    form = TaskForm(what_was_sent(request), people=list(people.items()))
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        context = {"form": form, "row": row}
        return render(request, "assemblies/task.html", context, status=status)
    given = form.cleaned_data
    there = institutions.members(request.institution, at=request.at)
    of = there.get(pk=given["of"])
    new = NewTask(given["words"], of, given["due_on"])
    give_task(row, new, by=member, at=request.at)
    messages.success(request, gettext("The task is noted."))
    return redirect("assemblies:assembly", request.institution.address, number)


@in_institution
@signed_in
def check(request: InstitutionRequest, number: int, task: int) -> HttpResponse:
    """Note what the assembly heard of a task."""
    row, member, found = (
        assembly_at(request, number),
        as_member(request),
        _task(request, task),
    )
    here = redirect("assemblies:assembly", request.institution.address, number)
    if request.method != "POST":
        return here
    form = OnTaskForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=HTTPStatus.UNPROCESSABLE_ENTITY)
    check_task(row, found.row, form.said(), by=member, at=request.at)
    return here


def _attending(request: InstitutionRequest) -> Member:
    member = as_member(request)
    require(has_right(member, request.charter, "attend", at=request.at))
    return member


def _task(request: InstitutionRequest, number: int) -> Taken:
    found = queries.task_in(request.institution, number, at=request.at)
    if found is None:
        raise Http404
    found.row.institution = request.institution
    return found


def _people(request: InstitutionRequest, member: Member) -> dict[str, str]:
    """Name who can be asked: whoever asks first, then all who may attend."""
    rights = {one.id for one in request.charter.classes if "attend" in one.rights}
    there = institutions.members(request.institution, at=request.at)
    others = {str(one.pk): one.name for one in there if one.member_class in rights}
    return {str(member.pk): gettext("I myself"), **_but(others, str(member.pk))}


def _but(people: dict[str, str], one: str) -> dict[str, str]:
    return {id_: name for id_, name in people.items() if id_ != one}
