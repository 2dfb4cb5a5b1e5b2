"""The minutes: how they stand, their lines put right, sent out, taken along as text."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.actions import OnMinutes, write_minutes
from commonweal.capabilities.assemblies.queries import Kept
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.language import say
from commonweal.interfaces.web.assemblies.forms import LineForm, MinutesForm
from commonweal.interfaces.web.assemblies.views.laid_out import LaidOut, laid_out
from commonweal.interfaces.web.assemblies.views.paged import as_pdf
from commonweal.interfaces.web.assemblies.views.showing import assembly_at
from commonweal.interfaces.web.assemblies.views.text import written_out
from commonweal.interfaces.web.institutions.views.standing import as_member
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    in_institution,
    signed_in,
    what_was_sent,
)
from commonweal.rules.assemblies.minutes import Act
from commonweal.rules.verdict import first_refusal, require

OFFERED: tuple[Act, ...] = ("propose", "send_out", "confirm")


@in_institution
@signed_in
def minutes(request: InstitutionRequest, number: int) -> HttpResponse:
    """Show the minutes as they stand, with what the reader can do with them."""
    context = _shown(_kept(request, number), as_member(request))
    return render(request, "assemblies/minutes.html", context)


@in_institution
@signed_in
def line(request: InstitutionRequest, number: int, line: int) -> HttpResponse:
    """Take words for one line of the minutes."""
    kept, member = _kept(request, number), as_member(request)
    found = kept.line(line)
    if found is None:
        raise Http404
    form = LineForm(what_was_sent(request), is_writer=kept.is_writer(member))
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        context = {**_shown(kept, member), "line": found, "form": form}
        return render(request, "assemblies/line.html", context, status=status)
    write_minutes(kept.held.row, form.on_line(line), by=member, at=request.at)
    messages.success(request, gettext("Your words stand beside the line."))
    return redirect("assemblies:minutes", request.institution.address, number)


@in_institution
@signed_in
def act_on_minutes(request: InstitutionRequest, number: int) -> HttpResponse:
    """Do what a button of the minutes says, and go back to them."""
    member, row = as_member(request), assembly_at(request, number)
    here = redirect("assemblies:minutes", request.institution.address, number)
    if request.method != "POST":
        return here
    form = MinutesForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=HTTPStatus.UNPROCESSABLE_ENTITY)
    given = form.cleaned_data
    words, answers = given["words"], given["answers"] or 0
    deed = OnMinutes(given["deed"], words=words, answers=answers)
    write_minutes(row, deed, by=member, at=request.at)
    return here


@in_institution
@signed_in
def words(request: InstitutionRequest, number: int) -> HttpResponse:
    """List what people wrote in an assembly and beside its minutes, to report it."""
    row = assembly_at(request, number)
    held = queries.seen(row, at=request.at)
    found = queries.passages(row, at=request.at)
    context = {
        "held": held,
        "passages": found,
        "can_report": bool(request.charter.moderation.office),
        "me": as_member(request).pk,
    }
    return render(request, "assemblies/words.html", context)


@in_institution
@signed_in
def minutes_text(request: InstitutionRequest, number: int) -> HttpResponse:
    """Give the minutes as plain text, to keep, to send or to print."""
    text = written_out(_laid_out(request, _kept(request, number)))
    answer = HttpResponse(text, content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="minutes-{number}.txt"'
    return answer


@in_institution
@signed_in
def minutes_pdf(request: InstitutionRequest, number: int) -> HttpResponse:
    """Give the minutes set in pages, to print, sign and put away."""
    kept = _kept(request, number)
    pages = as_pdf(_laid_out(request, kept), at=kept.held.row.opens_at)
    answer = HttpResponse(pages, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="minutes-{number}.pdf"'
    return answer


@in_institution
@signed_in
def fixed_minutes(request: InstitutionRequest, number: int) -> HttpResponse:
    """Give approved minutes byte by byte, as their number in the journal has them."""
    kept = _kept(request, number)
    approved = kept.approved
    if approved is None:
        raise Http404
    require(queries.may_give_file(kept))
    answer = HttpResponse(approved.text, content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="minutes-{number}.json"'
    return answer


def _laid_out(request: InstitutionRequest, kept: Kept) -> LaidOut:
    return laid_out(kept, say(request.charter.name))


def _kept(request: InstitutionRequest, number: int) -> Kept:
    return queries.kept(queries.seen(assembly_at(request, number), at=request.at))


def _shown(kept: Kept, member: Member) -> dict[str, Any]:
    may_touch = queries.may_touch_minutes(kept.held.row, at=kept.held.at)
    return {
        "kept": kept,
        "held": kept.held,
        "me": str(member.pk),
        "is_writer": bool(may_touch) and kept.is_writer(member),
        "may": {
            one: first_refusal(may_touch, queries.may_minute_now(kept, one, by=member))
            for one in OFFERED
        },
    }
