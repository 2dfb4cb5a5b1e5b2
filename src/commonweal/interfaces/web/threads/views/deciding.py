"""The stewards' page, and the page of each thing that was hidden."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from commonweal.foundation.threads import access, actions, queries
from commonweal.foundation.threads.models import Hiding
from commonweal.interfaces.web.institutions.views.offices import officers_of
from commonweal.interfaces.web.institutions.views.standing import as_member
from commonweal.interfaces.web.refusals import refusal
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    deed_on,
    in_institution,
    signed_in,
)
from commonweal.interfaces.web.threads.forms import (
    AnswerForm,
    AppealForm,
    HideForm,
    ReasonForm,
)
from commonweal.interfaces.web.threads.views.places import address_of
from commonweal.interfaces.web.threads.views.standing import (
    appeals_for,
    hiding_page,
    matters_for,
    waiting_for,
)
from commonweal.rules.moderation.said import Said
from commonweal.rules.verdict import Refused


@in_institution
@signed_in
def stewards(request: InstitutionRequest) -> HttpResponse:
    """Show members who looks after words here, and what was hidden and why."""
    return stewards_page(request)


@in_institution
@signed_in
@deed_on("threads:stewards")
def decide(request: InstitutionRequest, kind: str, about: UUID) -> HttpResponse:
    """Hide reported words, or leave them standing, with a reason."""
    said = _said(request, kind, about)
    form = HideForm(request.POST)
    if not form.is_valid():
        return stewards_page(request, {said.id: form}, status=422)
    try:
        return _decided(request, said, form)
    except Refused as refused:
        reason = refused.verdict.reason
        if not reason.id.startswith(("answered_", "already_hidden")):
            raise
        return refusal(request, reason, there=_what_was_decided(request, said))


def _decided(request: InstitutionRequest, said: Said, form: HideForm) -> HttpResponse:
    given = form.cleaned_data
    here, by, at = request.institution, request.member, request.at
    why = given["reason"]
    if given["deed"] == "leave":
        actions.leave_standing(said, institution=here, by=by, reason=why, at=at)
        return redirect("threads:stewards", here.address)
    made = actions.hide(
        said, institution=here, by=by, wrong=given["wrong"], reason=why, at=at
    )
    return redirect("threads:hidden", here.address, made.pk)


def _what_was_decided(request: InstitutionRequest, said: Said) -> str:
    """Find the page on which the answer of somebody else stands."""
    hidden = queries.hidden_words(request.institution, [said.id], at=request.at)
    if said.id not in hidden:
        return address_of(request, said)
    address = request.institution.address
    return reverse("threads:hidden", args=[address, hidden[said.id].pk])


@in_institution
@signed_in
def hidden(request: InstitutionRequest, hidden: UUID) -> HttpResponse:
    """Show why something is hidden, and what the reader can do about it."""
    return hiding_page(request, *_found(request, hidden))


@in_institution
@signed_in
def appeal(request: InstitutionRequest, hidden: UUID) -> HttpResponse:
    """Ask for hidden words to come back."""
    hiding, said = _found(request, hidden)
    form = AppealForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return hiding_page(request, hiding, said, form)
    words = form.cleaned_data["words"]
    actions.appeal(hiding, said, by=request.member, words=words, at=request.at)
    return redirect("threads:hidden", request.institution.address, hiding.pk)


@in_institution
@signed_in
def answer(request: InstitutionRequest, hidden: UUID) -> HttpResponse:
    """Decide an appeal."""
    hiding, said = _found(request, hidden)
    asked = getattr(hiding, "appeal", None)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if asked is None or not form.is_valid():
        return hiding_page(request, hiding, said, form)
    actions.answer_appeal(
        asked,
        said,
        by=request.member,
        stays_hidden=form.cleaned_data["outcome"] == "hidden",
        reason=form.cleaned_data["reason"],
        at=request.at,
    )
    return redirect("threads:hidden", request.institution.address, hiding.pk)


@in_institution
@signed_in
def show_again(request: InstitutionRequest, hidden: UUID) -> HttpResponse:
    """Undo a hiding."""
    hiding, said = _found(request, hidden)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return hiding_page(request, hiding, said, form)
    why = form.cleaned_data["reason"]
    actions.show_again(hiding, said, by=request.member, reason=why, at=request.at)
    return redirect(address_of(request, said))


def stewards_page(
    request: InstitutionRequest,
    typed: dict[UUID, forms.Form] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Show who looks after words, with a form that was not filled in as it was left."""
    as_member(request)
    charter, at = request.charter, request.at
    past = queries.past_hidings(request.institution)
    context: dict[str, Any] = {
        "office": charter.office(charter.moderation.office),
        "deciding_office": charter.office(charter.moderation.deciding_office),
        "officers": officers_of(request),
        "is_vacant": not access.stewards(
            request.institution, charter.moderation.office, at=at
        ),
        "matters": matters_for(request, typed or {}),
        "appeals": appeals_for(request),
        "waiting": waiting_for(request, typed or {}),
        "past": [(one, queries.told(one, charter, at=at)) for one in past],
        "here": reverse("threads:stewards", args=[request.institution.address]),
    }
    return render(request, "threads/stewards.html", context, status=status)


def _said(request: InstitutionRequest, kind: str, about: UUID) -> Said:
    """Find words that are being decided about; the deed asks who may."""
    as_member(request)
    said = queries.said_at(request.institution, kind, about)
    if said is None:
        raise Http404("There is nothing of that kind here.")
    return said


def _found(request: InstitutionRequest, hidden: UUID) -> tuple[Hiding, Said]:
    hiding = queries.hiding_of(request.institution, hidden)
    if hiding is None:
        raise Http404("There is nothing of that kind here.")
    return hiding, _said(request, hiding.about_kind, hiding.about_id)
