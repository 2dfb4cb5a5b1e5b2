"""A body sets what it would change in a pact, and proposes to ask all bodies."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from commonweal.capabilities.confederation.queries.choices import (
    Belonging,
    belonging_to,
)
from commonweal.capabilities.decisions import access, actions
from commonweal.foundation.language import say
from commonweal.interfaces.web.confederation.forms.things import ThingsForm
from commonweal.interfaces.web.decisions.views.rules import rule_today
from commonweal.interfaces.web.institutions.views.amending import AmendmentForms
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    in_institution,
    signed_in,
)
from commonweal.rules.charters.charter import Charter, rule_for
from commonweal.rules.verdict import require

EFFECT = "change_pact"


class PactForms(AmendmentForms):
    """The controls of a pact, what comes into it and what goes out, and why."""

    def __init__(
        self, request: InstitutionRequest, charter: Charter, effect: str, question: str
    ) -> None:
        super().__init__(request, charter, effect, question)
        data = request.POST if request.method == "POST" else None
        self.things = ThingsForm(data, charter=charter)
        self.things.begin_with(self.begun)

    def are_filled_in(self) -> bool:
        """Say whether this is a change that could be carried out."""
        return self.things.is_valid() and super().are_filled_in()

    def terms(self) -> dict[str, object]:
        """Give what would change, come and go, and nothing else."""
        return {**super().terms(), **self.things.terms()}


@in_institution
@signed_in
def change(request: InstitutionRequest, whole: UUID) -> HttpResponse:
    """Set what would change in the pact, and put that as a proposal of this body."""
    require(access.may_propose(request.member, request.charter, at=request.at))
    ours = _ours(request, whole)
    question = gettext("Shall the pact of “{name}” change?")
    asked = question.format(name=say(ours.charter.name))
    forms = PactForms(request, ours.charter, EFFECT, asked)
    if not forms.are_filled_in():
        return _page(request, ours, forms)
    terms = {"membership": str(ours.row.pk), **forms.terms()}
    proposal = actions.draft_proposal(
        request.institution,
        by=request.member,
        words=forms.words(),
        aim=actions.Aim(EFFECT, terms),
        at=request.at,
    )
    return redirect("decisions:decision", request.institution.address, proposal.number)


def _ours(request: InstitutionRequest, whole: UUID) -> Belonging:
    """Find the confederation of that id, if this body is in it."""
    ours = belonging_to(request.institution, whole, at=request.at)
    if ours is None:
        raise Http404
    return ours


def _page(
    request: InstitutionRequest, ours: Belonging, forms: PactForms
) -> HttpResponse:
    context = {
        "ours": ours,
        "forms": forms,
        "rule": rule_today(request, rule_for(request.charter, EFFECT)),
    }
    status = 422 if forms.why.is_bound else 200
    return render(request, "confederation/change_pact.html", context, status=status)
