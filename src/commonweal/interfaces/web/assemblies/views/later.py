"""What came of a test after the room: those who were away say where they stand."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.actions import take_part
from commonweal.interfaces.web.assemblies.forms.consensus import PositionForm
from commonweal.interfaces.web.assemblies.views.consensus import talked_after
from commonweal.interfaces.web.assemblies.views.showing import assembly_at
from commonweal.interfaces.web.institutions.views.standing import as_member
from commonweal.interfaces.web.refusals import done_or_said
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    in_institution,
    signed_in,
    what_was_sent,
)

# Beside which field a refusal stands.
BESIDE = {
    "reason_of_position_missing": "reason",
    "principle_missing": "words",
    "meeting_missing": "meets",
    "too_late_to_block": "what",
}


@in_institution
@signed_in
def talk(request: InstitutionRequest, number: int, item: str) -> HttpResponse:
    """Show what came of a test, and take a position on it after the room."""
    member, row = as_member(request), assembly_at(request, number)
    held = queries.seen(row, at=request.at)
    context = talked_after(held, item, member)
    if context is None:
        raise Http404
    form = PositionForm(what_was_sent(request))
    if form.is_valid():
        deed = form.position(item)
        done = done_or_said(
            form, lambda: take_part(row, deed, by=member, at=request.at), **BESIDE
        )
        if done is not None:
            messages.success(request, gettext("You said where you stand."))
            return redirect(request.path)
    status = 422 if form.is_bound else 200
    context |= {"form": form}
    return render(request, "assemblies/talk.html", context, status=status)
