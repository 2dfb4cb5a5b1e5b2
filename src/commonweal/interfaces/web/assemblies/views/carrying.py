"""Taking an assembly to a laptop, calling it back, and bringing in what came of it."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.actions import (
    bring_in,
    call_back,
    dispute,
    take_along,
)
from commonweal.capabilities.assemblies.models import Assembly
from commonweal.capabilities.assemblies.queries.away import brought_back
from commonweal.capabilities.assemblies.queries.disputes import (
    last_brought,
    may_dispute_now,
)
from commonweal.interfaces import limits
from commonweal.interfaces.web.assemblies.forms.carrying import (
    CallBackForm,
    DisputeForm,
    LaptopForm,
    ResultForm,
)
from commonweal.interfaces.web.assemblies.views.showing import assembly_at
from commonweal.interfaces.web.institutions.views.standing import as_member
from commonweal.interfaces.web.refusals import done_or_said
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    in_institution,
    signed_in,
    what_was_sent,
)
from commonweal.rules.verdict import Refused, refused, require


@in_institution
@signed_in
def laptop(request: InstitutionRequest, number: int) -> HttpResponse:
    """Show what it takes to hold an assembly without internet; write the file."""
    row, member = assembly_at(request, number), as_member(request)
    form = LaptopForm(what_was_sent(request))
    if form.is_bound:
        require(queries.may_be_done_here(row, at=request.at))
        held = queries.held(row, at=request.at)
        require(queries.may_take_along_now(held, member))
    if not form.is_valid():
        return _shown(request, row, taking=form)
    code = form.cleaned_data["code"]
    taken = done_or_said(
        form,
        lambda: take_along(row, code, by=member, at=request.at),
        laptop_code_mistyped="code",
    )
    if taken is None:
        return _shown(request, row, taking=form)
    messages.success(request, gettext("The file for the laptop is there."))
    return redirect("assemblies:laptop", request.institution.address, number)


@in_institution
@signed_in
def file_for_laptop(request: InstitutionRequest, number: int) -> HttpResponse:
    """Give the file that the laptop opens, and nobody else."""
    row, member = assembly_at(request, number), as_member(request)
    taken = queries.away(row, at=request.at)
    if taken is None or not _carries(request, row):
        raise Http404
    assert member, "only members come here"
    name = f"{request.institution.address}-{number}-to-laptop.json"
    return _file(bytes(taken.file), name)


@in_institution
@signed_in
def back(request: InstitutionRequest, number: int) -> HttpResponse:
    """Call the assembly back from the laptop, for a reason that is minuted."""
    row, member = assembly_at(request, number), as_member(request)
    form = CallBackForm(what_was_sent(request))
    if form.is_bound and not _carries(request, row):
        raise Refused(refused("only_who_leads_calls_back"))
    if not form.is_valid():
        return _shown(request, row, calling=form)
    reason = form.cleaned_data["reason"]
    call_back(row, reason, by=member, at=request.at)
    messages.success(request, gettext("The assembly is held here again."))
    return redirect("assemblies:assembly", request.institution.address, number)


@in_institution
@signed_in
def disputed(request: InstitutionRequest, number: int) -> HttpResponse:
    """Say, as one who was put down as there, that this is not what happened."""
    row, member = assembly_at(request, number), as_member(request)
    form = DisputeForm(what_was_sent(request))
    if form.is_bound:
        require(may_dispute_now(row, by=member, at=request.at))
    if not form.is_valid():
        return _shown(request, row, disputing=form)
    dispute(row, form.cleaned_data["reason"], by=member, at=request.at)
    messages.success(request, gettext("You said that it was otherwise."))
    return redirect("assemblies:laptop", request.institution.address, number)


@in_institution
@signed_in
def result(request: InstitutionRequest, number: int) -> HttpResponse:
    """Bring in the file that the laptop wrote."""
    row, member = assembly_at(request, number), as_member(request)
    if request.method == "POST" and "file" not in request.FILES:
        raise Refused(refused("result_unreadable"))
    form = ResultForm(what_was_sent(request), request.FILES or None)
    if not form.is_valid():
        return _shown(request, row, bringing=form)
    assert member.person, "whoever comes here is signed in"
    require(limits.may_bring_result(member.person, at=request.at))
    came = form.cleaned_data["file"].read()
    taken = done_or_said(form, lambda: bring_in(row, came, by=member, at=request.at))
    if taken is None:
        return _shown(request, row, bringing=form)
    limits.was_result(member.person)
    messages.success(request, gettext("What was done on the laptop stands here now."))
    return redirect("assemblies:laptop", request.institution.address, number)


def _shown(request: InstitutionRequest, row: Assembly, **forms: Form) -> HttpResponse:
    """Show the page, with whichever form was sent as it was filled in."""
    held = queries.held(row, at=request.at)
    member = as_member(request)
    context: dict[str, Any] = {
        "held": held,
        "away": queries.away(row, at=request.at),
        "back": brought_back(row),
        "last": last_brought(row),
        "may_dispute": may_dispute_now(row, by=member, at=request.at),
        "disputing": DisputeForm(),
        "carries": _carries(request, row),
        "may_take": queries.may_take_along_now(held, member),
        "taking": LaptopForm(),
        "calling": CallBackForm(),
        "bringing": ResultForm(),
    } | forms
    is_wrong = any(one.errors for one in forms.values())
    status = HTTPStatus.UNPROCESSABLE_ENTITY if is_wrong else HTTPStatus.OK
    return render(request, "assemblies/laptop.html", context, status=status)


def _carries(request: InstitutionRequest, row: Assembly) -> bool:
    """Say whether the reader took it along, or may call it back."""
    member, taken = as_member(request), queries.away(row, at=request.at)
    took = taken is not None and taken.taken_by_id == member.pk
    return took or queries.leads(queries.held(row, at=request.at), member)


def _file(words: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(words, content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store, private"
    return answer
