"""The assemblies of an institution, the page of one, its minutes, its file."""

from http import HTTPStatus

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from commonweal.capabilities.assemblies import access, queries
from commonweal.capabilities.assemblies.models import Assembly
from commonweal.capabilities.assemblies.queries import Held
from commonweal.capabilities.assemblies.queries.untold import deeds_told
from commonweal.capabilities.reaching.queries.calendars import entry_for
from commonweal.foundation.institutions.access import has_right
from commonweal.foundation.institutions.queries import Membership
from commonweal.interfaces.web.assemblies.views.page import page_of, seen_now
from commonweal.interfaces.web.institutions.views.standing import as_member
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    in_institution,
    signed_in,
)
from commonweal.rules.assemblies.calendar import calendar
from commonweal.rules.verdict import require

ROWS = 50


@in_institution
@signed_in
def assemblies(request: InstitutionRequest) -> HttpResponse:
    """List the assemblies that are to come and those that were."""
    as_member(request)
    here, at = request.institution, request.at
    found = queries.veiled_rows(queries.assemblies_of(here)[:ROWS], at=at)
    coming = queries.veiled_rows(queries.to_come(here, at=at), at=at)
    context = {
        "coming": coming,
        "may_attend": has_right(
            as_member(request), request.charter, "attend", at=request.at
        ),
        "earlier": [one for one in found if one not in coming],
        "may_call": access.may_call_now(request.member, request.charter, at=request.at),
    }
    return render(request, "assemblies/list.html", context)


@in_institution
@signed_in
def assembly(request: InstitutionRequest, number: int) -> HttpResponse:
    """Show an assembly as it stands, with what the reader can do in it."""
    held = queries.seen(assembly_at(request, number), at=request.at)
    return _shown(request, held, "assemblies/assembly.html")


@in_institution
@signed_in
def screen(request: InstitutionRequest, number: int) -> HttpResponse:
    """Show an assembly on the wall: what all may see, nothing of the reader's own."""
    row = assembly_at(request, number)
    if request.GET.get("seen") == seen_now(deeds_told(row), request.at):
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    held = queries.seen(row, at=request.at)
    return _shown(request, held, "assemblies/screen.html")


@in_institution
@signed_in
def live(request: InstitutionRequest, number: int) -> HttpResponse:
    """Give what changes on the page of an assembly, or nothing if nothing has.

    A page in the room asks every other second; what it has seen it says itself.
    """
    row = assembly_at(request, number)
    if request.GET.get("seen") == seen_now(deeds_told(row), request.at):
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    held = queries.seen(row, at=request.at)
    is_away = queries.away(row, at=request.at) is not None
    page = "assemblies/_away.html" if is_away else "assemblies/_live.html"
    return _shown(request, held, page)


@in_institution
@signed_in
def calendar_file(request: InstitutionRequest, number: int) -> HttpResponse:
    """Give the assembly as a file for people's own calendars."""
    row = assembly_at(request, number)
    held = queries.seen(row, at=request.at)
    is_off = held.now.stage in {"called_off", "lapsed"}
    mine = Membership(request.institution, as_member(request), request.charter)
    ended_at = held.now.closed_at or row.opens_at
    language = get_language() or "en"
    entry = entry_for(held.row, mine, language, off_at=ended_at if is_off else None)
    answer = HttpResponse(calendar(entry), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="assembly-{number}.ics"'
    return answer


def _shown(request: InstitutionRequest, held: Held, template: str) -> HttpResponse:
    context = page_of(held, as_member(request), request.charter)
    return render(request, template, context)


def assembly_at(request: InstitutionRequest, number: int) -> Assembly:
    """Find an assembly for a member who may attend, or say that it is not there."""
    member = as_member(request)
    require(has_right(member, request.charter, "attend", at=request.at))
    found = queries.assembly_in(request.institution, number)
    if found is None:
        raise Http404
    found.institution = request.institution
    return found
