"""The discussion of a proposal."""

from uuid import UUID

from django.http import Http404, HttpResponse

from commonweal.foundation.threads import actions, queries
from commonweal.interfaces.web.decisions.forms import SayForm
from commonweal.interfaces.web.decisions.views.page import (
    decision_page,
    shown_view,
    to_decision,
)
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    in_institution,
    signed_in,
)


@in_institution
@signed_in
def say(request: InstitutionRequest, number: int) -> HttpResponse:
    """Say something, perhaps in answer to somebody."""
    view = shown_view(request, number)
    form = SayForm(request.POST)
    if request.method != "POST":
        return to_decision(request, number)
    if not form.is_valid():
        return decision_page(request, view, said=form, status=422)
    actions.say_in_thread(
        view.proposal.pk,
        institution=request.institution,
        by=request.member,
        text=form.cleaned_data["text"],
        answers=form.cleaned_data["answers"],
        at=request.at,
    )
    return to_decision(request, number, "#discussion")


@in_institution
@signed_in
def take_back(request: InstitutionRequest, number: int, post: UUID) -> HttpResponse:
    """Take back what one said."""
    view = shown_view(request, number)
    thread = queries.posts(request.institution, view.proposal.pk)
    said = next((one for one in thread if one.pk == post), None)
    if said is None:
        raise Http404("There is nothing of that kind here.")
    if request.method == "POST":
        actions.take_back(said, by=request.member, at=request.at)
    return to_decision(request, number, "#discussion")
