"""The people of an institution, and one's own membership in it."""

from collections.abc import Collection
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.actions import confirming, joining
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.sealing import queries as sealing
from commonweal.interfaces.web.institutions.forms.confirming import KnownForm
from commonweal.interfaces.web.institutions.forms.joining import LeaveForm, NameForm
from commonweal.interfaces.web.institutions.views.newcomers import (
    newcomers_for,
    unknown_to_others,
)
from commonweal.interfaces.web.institutions.views.offices import officers_of
from commonweal.interfaces.web.institutions.views.standing import as_member
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    deed_on,
    in_institution,
    signed_in,
)
from commonweal.rules.sentence import LocalText


@in_institution
@signed_in
def people(request: InstitutionRequest) -> HttpResponse:
    """Show who belongs here, as what, and who holds which office."""
    form = NameForm(initial={"name": as_member(request).name})
    return _page(request, form)


@deed_on("institutions:people")
@in_institution
@signed_in
def rename(request: InstitutionRequest) -> HttpResponse:
    """Take another name here."""
    form = NameForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    joining.rename(as_member(request), name=form.cleaned_data["name"], at=request.at)
    return redirect("institutions:people", request.institution.address)


@in_institution
@signed_in
def known(request: InstitutionRequest) -> HttpResponse:
    """Show of whom nobody has said yet that they know them, and let me say so."""
    form = KnownForm(newcomers=[one.member for one in unknown_to_others(request)])
    return render(request, "institutions/known.html", {"knowing": form})


@deed_on("institutions:people")
@in_institution
@signed_in
def confirm(request: InstitutionRequest) -> HttpResponse:
    """Say of those who were ticked that I know them."""
    offered = queries.not_known_yet(request.institution, at=request.at)
    form = KnownForm(request.POST, newcomers=[one.member for one in offered])
    if not form.is_valid():
        name = NameForm(initial={"name": as_member(request).name})
        return _page(request, name, knowing=form, status=422)
    for one in form.chosen():
        confirming.confirm(one, by=as_member(request), at=request.at)
    messages.success(request, gettext("Thank you. It stands in the journal."))
    return redirect("institutions:people", request.institution.address)


@deed_on("institutions:people")
@in_institution
@signed_in
def leave(request: InstitutionRequest) -> HttpResponse:
    """Leave the institution, once the box is ticked."""
    form = LeaveForm(request.POST)
    if not form.is_valid():
        name = NameForm(initial={"name": as_member(request).name})
        return _page(request, name, leaving=form, status=422)
    joining.leave(as_member(request), at=request.at)
    messages.success(request, gettext("You have left. Your name is erased here."))
    if not access.may_find(None, request.charter):
        return redirect("node:home")
    return redirect("institutions:face", request.institution.address)


def _page(
    request: InstitutionRequest,
    form: NameForm,
    *,
    leaving: LeaveForm | None = None,
    knowing: KnownForm | None = None,
    status: int = 200,
) -> HttpResponse:
    member = as_member(request)
    everybody = queries.everybody(request.institution, at=request.at)
    waiting = newcomers_for(request, everybody)
    context = {
        "form": form,
        "leaving": leaving or LeaveForm(),
        "members": everybody,
        "newcomers": waiting,
        "knowing": knowing
        or KnownForm(newcomers=[one.told.member for one in waiting if one.may_confirm]),
        "i_count": member.counts(request.at),
        "waits_anew": member.waits_anew(request.at),
        "is_last": not any(one.person_id for one in everybody if one != member),
        "classes": by_class(request, everybody),
        "officers": officers_of(request),
        "written_to": _written_to(request, everybody),
        "has_trustees": bool(sealing.threshold(request.institution)),
        "may_invite": access.may_invite(member, request.charter, at=request.at),
    }
    return render(request, "institutions/people.html", context, status=status)


def _written_to(
    request: InstitutionRequest, everybody: list[Member]
) -> Collection[UUID]:
    if all(one.person_id for one in everybody):
        return ()
    return access.written_to(request.institution)


def by_class(
    request: InstitutionRequest, everybody: list[Member]
) -> list[tuple[LocalText, list[Member]]]:
    """Sort the members by their class, in the charter's order."""
    return [
        (one.name, there)
        for one in request.charter.classes
        if (there := [each for each in everybody if each.member_class == one.id])
    ]
