"""Doing something in an assembly."""

from datetime import datetime
from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.actions import Deed, take_part
from commonweal.capabilities.assemblies.models import Assembly
from commonweal.foundation.institutions.models import Member
from commonweal.interfaces import limits
from commonweal.interfaces.web.assemblies.forms import DeedForm
from commonweal.interfaces.web.assemblies.views.showing import assembly_at
from commonweal.interfaces.web.institutions.views.standing import as_member
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    in_institution,
    signed_in,
)
from commonweal.rules.verdict import require


@in_institution
@signed_in
def act(request: InstitutionRequest, number: int) -> HttpResponse:
    """Do what a button of the page says, and go back to the page."""
    member = as_member(request)
    row = assembly_at(request, number)
    here = redirect("assemblies:assembly", request.institution.address, number)
    if request.method != "POST":
        return here
    form = DeedForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=HTTPStatus.UNPROCESSABLE_ENTITY)
    given = form.cleaned_data
    deed = Deed(
        name=given["deed"],
        about=_about(row, given["about"], at=request.at),
        item=given["item"],
        what=form.named(),
        reason=given["reason"],
        code=given["code"],
        words=given["words"],
    )
    person = member.person
    if deed.code and person:
        require(limits.may_try_room(request, person, at=request.at))
    take_part(row, deed, by=member, at=request.at)
    if deed.code and person:
        limits.was_in_room(request, person)
    return here


def _about(row: Assembly, id_: UUID | None, *, at: datetime) -> Member | None:
    if id_ is None:
        return None
    found = queries.somebody_in(row, id_, at=at)
    if found is None:
        raise Http404
    return found
