"""Inviting: a link to send or show, or a sheet of printed codes to hand out."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache

from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.actions import inviting
from commonweal.foundation.institutions.models import Invitation
from commonweal.interfaces.web.institutions.forms.inviting import LinkForm, SheetForm
from commonweal.interfaces.web.institutions.views.pictures import qr
from commonweal.interfaces.web.institutions.views.sheets import sheet_page
from commonweal.interfaces.web.institutions.views.standing import as_member
from commonweal.interfaces.web.navigation import whole_address
from commonweal.interfaces.web.once import done_once, was_done
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    deed_on,
    in_institution,
    signed_in,
)
from commonweal.rules.verdict import require


class OpenOne(NamedTuple):
    """An invitation that is open, or what is left of a sheet of them."""

    invitation: Invitation
    left: int


@in_institution
@signed_in
def invite(request: InstitutionRequest) -> HttpResponse:
    """Show the ways to invite, and the invitations that are open."""
    return _page(request, SheetForm())


@deed_on("institutions:invite")
@in_institution
@signed_in
def make_link(request: InstitutionRequest) -> HttpResponse:
    """Make a link that several people can use, and show it."""
    form = _link_form(request, request.POST)
    if not form.is_valid():
        return _page(request, SheetForm(), form, status=422)
    made = inviting.invite_by_link(
        request.institution,
        by=request.member,
        most=form.cleaned_data["most"],
        at=request.at,
    )
    return redirect("institutions:show_link", request.institution.address, made.code)


@never_cache
@in_institution
@signed_in
def show_link(request: InstitutionRequest, code: str) -> HttpResponse:
    """Show a link with its QR picture, to copy, to send, to print."""
    require(access.may_invite(request.member, request.charter, at=request.at))
    invitation = queries.invitation_by_code(code)
    if invitation is None or invitation.institution_id != request.institution.pk:
        raise Http404("There is no such link here.")
    link = whole_address(reverse("institutions:join", args=[code]))
    context = {"invitation": invitation, "link": link, "qr": qr(link)}
    return render(request, "institutions/link.html", context)


@never_cache
@in_institution
@signed_in
def make_codes(request: InstitutionRequest) -> HttpResponse:
    """Make a sheet of printed codes. They are shown this once and kept nowhere."""
    if request.method != "POST" or was_done(request):
        return _shown_once(request)
    form = SheetForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    count = form.cleaned_data["count"]
    sheet = inviting.invite_by_codes(
        request.institution, by=request.member, count=count, at=request.at
    )
    page = sheet_page(request, [("", code) for code in sheet.codes])
    return done_once(request, page)


@never_cache
@in_institution
@signed_in
def make_code_for(request: InstitutionRequest, one: UUID) -> HttpResponse:
    """Make a printed code for somebody on the list who has not signed in yet."""
    if request.method != "POST" or was_done(request):
        return _shown_once(request)
    everybody = queries.members(request.institution, at=request.at)
    place = next((each for each in everybody if each.pk == one), None)
    if place is None:
        raise Http404("There is nobody of that kind here.")
    made = inviting.invite_to_place(place, by=request.member, at=request.at)
    return done_once(request, sheet_page(request, [(place.name, made.code)]))


@deed_on("institutions:invite")
@in_institution
@signed_in
def revoke_sheet(request: InstitutionRequest, sheet: UUID) -> HttpResponse:
    """Call back what is left of a sheet of codes."""
    inviting.revoke_sheet(request.institution, sheet, by=request.member, at=request.at)
    return redirect("institutions:invite", request.institution.address)


@deed_on("institutions:invite")
@in_institution
@signed_in
def revoke(request: InstitutionRequest, one: UUID) -> HttpResponse:
    """Call one invitation back."""
    open_ones = queries.invitations_of(request.institution, at=request.at)
    invitation = next((each for each in open_ones if each.pk == one), None)
    if invitation is None:
        raise Http404("There is no such invitation here.")
    inviting.revoke(invitation, by=request.member, at=request.at)
    return redirect("institutions:invite", request.institution.address)


def _shown_once(request: InstitutionRequest) -> HttpResponse:
    messages.info(
        request,
        gettext(
            "Codes are shown once. If you have not printed them, take them back here "
            "and make new ones."
        ),
    )
    return redirect("institutions:invite", request.institution.address)


def _link_form(
    request: InstitutionRequest, data: Mapping[str, Any] | None = None
) -> LinkForm:
    return LinkForm(data, limit=access.most_per_link(request.charter))


def _page(
    request: InstitutionRequest,
    form: SheetForm,
    link: LinkForm | None = None,
    status: int = 200,
) -> HttpResponse:
    as_member(request)
    me, charter, at = request.member, request.charter, request.at
    may_invite = access.may_invite(me, charter, at=at)
    context = {
        "form": form,
        "link": link or _link_form(request),
        "may_invite": may_invite,
        "may_bring": access.may_bring(request.institution, me, charter, at=at),
        "invitations": _open_ones(request) if may_invite else (),
    }
    return render(request, "institutions/invite.html", context, status=status)


def _open_ones(request: InstitutionRequest) -> list[OpenOne]:
    """List the open invitations, the codes of one sheet together."""
    found = queries.invitations_of(request.institution, at=request.at)
    sheets: dict[UUID, list[Invitation]] = {}
    for one in found:
        sheets.setdefault(one.sheet or one.pk, []).append(one)
    return [OpenOne(codes[0], len(codes)) for codes in sheets.values()]
