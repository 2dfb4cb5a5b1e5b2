"""The discussion of a proposal."""

from uuid import UUID

from django.http import Http404, HttpResponse

from commonweal.foundation.threads import actions, queries
from commonweal.interfaces.web.decisions.forms.talking import SayForm
from commonweal.interfaces.web.decisions.views.carrying import ANSWER
from commonweal.interfaces.web.decisions.views.page import (
    after_deed,
    decision_page,
    shown_view,
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
    if request.method != "POST":
        return after_deed(request, number)
    sent, meant = _sent(request)
    form = SayForm(sent)
    if not form.is_valid():
        said = form if meant == "text" else None
        return decision_page(request, view, said=said, status=422)
    actions.say_in_thread(
        view.proposal.pk,
        institution=request.institution,
        by=request.member,
        text=form.cleaned_data["text"],
        answers=form.cleaned_data["answers"],
        at=request.at,
    )
    return after_deed(request, number, "#discussion", meant=meant)


def _sent(request: InstitutionRequest) -> tuple[dict[str, str], str]:
    """Give what was said, and in which field: each answer has one of its own."""
    answered = request.POST.get("answers", "")
    own = f"{ANSWER}{answered}"
    name = own if own in request.POST else "text"
    return {"text": request.POST.get(name, ""), "answers": answered}, name


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
    return after_deed(request, number, "#discussion")
