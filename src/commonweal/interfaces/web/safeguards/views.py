"""Asking not to be brought together with somebody, and taking it back."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.safeguards import actions, queries
from commonweal.interfaces.web.institutions.views.standing import as_member
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    deed_on,
    in_institution,
    signed_in,
)
from commonweal.interfaces.web.safeguards.forms import AvoidForm


@never_cache
@in_institution
@signed_in
def apart(request: InstitutionRequest) -> HttpResponse:
    """Show whom I asked not to be brought together with."""
    return _page(request, AvoidForm(members=_others(request)))


@deed_on("safeguards:apart")
@in_institution
@signed_in
def avoid(request: InstitutionRequest) -> HttpResponse:
    """Ask not to be brought together with somebody."""
    others = {str(one.pk): one for one in _others(request)}
    form = AvoidForm(request.POST, members=others.values())
    if not form.is_valid():
        return _page(request, form, status=422)
    other = others[form.cleaned_data["other"]]
    actions.avoid(as_member(request), other, at=request.at)
    return redirect("safeguards:apart", request.institution.address)


@deed_on("safeguards:apart")
@in_institution
@signed_in
def stop_avoiding(request: InstitutionRequest, one: UUID) -> HttpResponse:
    """Take it back."""
    actions.stop_avoiding(as_member(request), one, at=request.at)
    return redirect("safeguards:apart", request.institution.address)


def _page(
    request: InstitutionRequest, form: AvoidForm, status: int = 200
) -> HttpResponse:
    context = {"form": form, "own": queries.own(as_member(request))}
    return render(request, "safeguards/apart.html", context, status=status)


def _others(request: InstitutionRequest) -> list[Member]:
    me = as_member(request)
    everybody = institutions.members(request.institution, at=request.at)
    return [one for one in everybody if one.pk != me.pk]
