"""The delegate's one screen at a congress: what to say today, what changed since."""

from typing import NamedTuple

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from commonweal.capabilities.confederation import actions, queries
from commonweal.capabilities.confederation.queries import (
    Mandated,
    Read,
    ReportTold,
    Sent,
)
from commonweal.interfaces.web.confederation.forms.congress import DaysForm
from commonweal.interfaces.web.confederation.views.delegating import as_delegate
from commonweal.interfaces.web.confederation.views.mine import MayRead, may_read_out
from commonweal.interfaces.web.confederation.views.together import reading
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    deed_on,
    in_institution,
    signed_in,
)


class Before(NamedTuple):
    """A matter before a delegate: what they may say now, and what they were told."""

    read: Read
    mine: MayRead | None
    told: Mandated | None


@in_institution
@signed_in
def my_seat(request: InstitutionRequest) -> HttpResponse:
    """Show on one screen what somebody may say and do from their seat."""
    return _shown(request, DaysForm())


def _shown(request: InstitutionRequest, form: DaysForm) -> HttpResponse:
    member, whole, at = as_delegate(request), request.institution, request.at
    seats = queries.my_seats(whole, member, at=at)
    mine = next((one for one in seats if one.is_mine), None)
    there = [
        _before(request, read, mine.sent if mine else None)
        for read in queries.matters_shown(whole, at=at)
        if read.now.stage in queries.OPEN
    ]
    context = {
        "seats": seats,
        "mine": mine,
        "before": sorted(there, key=lambda one: one.mine is None),
        "form": form,
        "reports": _reports(request, mine.sent if mine else None),
    }
    status = 422 if form.errors else 200
    return render(request, "confederation/my_seat.html", context, status=status)


def _before(request: InstitutionRequest, read: Read, held: Sent | None) -> Before:
    read.matter.institution = request.institution
    return Before(
        read,
        may_read_out(read, held, at=request.at),
        queries.mandated(read, held.body) if held else None,
    )


def _reports(
    request: InstitutionRequest, held: Sent | None
) -> list[tuple[Read, ReportTold]]:
    """Give the reports that are still open for the body of the one who speaks."""
    at, found = request.at, []
    reader = reading(request)
    for read in queries.matters_shown(request.institution, at=at) if held else ():
        read.matter.institution = request.institution
        body = held.body if held else None
        if body and queries.account_of(read, body, at=at).is_open:
            told = queries.report_of(read, body, reader)
            found += [(read, told)] if told else []
    return found


@deed_on("confederation:my_seat")
@in_institution
@signed_in
def hand_over(request: InstitutionRequest) -> HttpResponse:
    """Hand one's seat over for some days."""
    member, form = as_delegate(request), DaysForm(request.POST)
    if not form.is_valid():
        return _shown(request, form)
    actions.hand_over(member, days=form.cleaned_data["days"], at=request.at)
    messages.success(request, gettext("You have handed your seat over."))
    return redirect("confederation:my_seat", request.institution.address)


@deed_on("confederation:my_seat")
@in_institution
@signed_in
def take_back(request: InstitutionRequest) -> HttpResponse:
    """Take one's seat back."""
    actions.take_back(as_delegate(request), at=request.at)
    messages.success(request, gettext("You speak from your seat again."))
    return redirect("confederation:my_seat", request.institution.address)
