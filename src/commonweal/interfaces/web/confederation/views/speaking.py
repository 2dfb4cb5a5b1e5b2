"""A delegate puts words, speaks from their seat, and gives it back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from commonweal.capabilities.confederation import actions
from commonweal.interfaces.web.confederation.forms import SayingForm, WordsForm
from commonweal.interfaces.web.confederation.views.delegating import as_delegate
from commonweal.interfaces.web.confederation.views.matters import found, shown
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    deed_on,
    in_institution,
    signed_in,
)


@in_institution
@signed_in
def put(request: InstitutionRequest, number: int) -> HttpResponse:
    """Put words to the congress."""
    member, read = as_delegate(request), found(request, number)
    form = WordsForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return redirect("confederation:matter", request.institution.address, number)
    if not form.is_valid():
        return shown(request, read, form)
    actions.put_to_congress(
        read.matter,
        words=form.cleaned_data["words"],
        is_urgent=form.cleaned_data["is_urgent"],
        by=member,
        at=request.at,
    )
    return redirect("confederation:matter", request.institution.address, number)


@in_institution
@signed_in
def say(request: InstitutionRequest, number: int) -> HttpResponse:
    """Speak from one's seat."""
    member, read = as_delegate(request), found(request, number)
    here = redirect("confederation:matter", request.institution.address, number)
    form = SayingForm(request.POST)
    if request.method != "POST" or not form.is_valid():
        return here
    actions.say(read.matter, saying=form.saying(), by=member, at=request.at)
    messages.success(request, gettext("You have spoken for your body."))
    return here


@deed_on("confederation:together")
@in_institution
@signed_in
def give_back(request: InstitutionRequest) -> HttpResponse:
    """Give one's seat back."""
    actions.give_back(as_delegate(request), at=request.at)
    messages.success(request, gettext("You have given your seat back."))
    return redirect("confederation:together", request.institution.address)
