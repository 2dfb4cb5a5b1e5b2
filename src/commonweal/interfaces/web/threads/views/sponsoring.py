"""Letting a newcomer's words through, or saying why not."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from commonweal.capabilities.decisions.actions import let_draft_through
from commonweal.foundation.threads import actions, queries
from commonweal.foundation.threads.models import Hold
from commonweal.interfaces.web.institutions.views.standing import as_member
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    deed_on,
    in_institution,
    signed_in,
)
from commonweal.interfaces.web.threads.forms import SponsorForm
from commonweal.interfaces.web.threads.views.deciding import stewards_page


@in_institution
@signed_in
@deed_on("threads:stewards")
def answer(request: InstitutionRequest, hold: UUID) -> HttpResponse:
    """Answer a newcomer who waits."""
    as_member(request)
    waiting = queries.hold_of(request.institution, hold)
    if waiting is None:
        raise Http404("There is nothing of that kind here.")
    form = SponsorForm(request.POST)
    if not form.is_valid():
        return stewards_page(request, {waiting.about_id: form}, status=422)
    _answer(request, waiting, form)
    return redirect("threads:stewards", request.institution.address)


def _answer(request: InstitutionRequest, waiting: Hold, form: SponsorForm) -> None:
    by, at = request.member, request.at
    if form.cleaned_data["deed"] == "down":
        actions.turn_down(waiting, by=by, reason=form.cleaned_data["reason"], at=at)
    elif waiting.about_kind == "draft":
        let_draft_through(waiting, by=by, at=at)
    else:
        actions.let_through(waiting, by=by, at=at)
