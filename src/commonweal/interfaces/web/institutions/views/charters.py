"""The charter: as prose, in its versions, what changed, and how to change it."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext

from commonweal.capabilities.decisions import access, actions
from commonweal.capabilities.decisions import queries as decisions
from commonweal.capabilities.decisions.queries import ProposalView
from commonweal.foundation.institutions import queries
from commonweal.foundation.institutions.access import may_change_from_within, may_see
from commonweal.foundation.institutions.charters import amended
from commonweal.foundation.institutions.queries import ReadVersion
from commonweal.foundation.language import say
from commonweal.foundation.text import html_of
from commonweal.interfaces.web.decisions.views.rules import rule_today
from commonweal.interfaces.web.institutions.forms.amending import AmendmentForm
from commonweal.interfaces.web.institutions.forms.controls import ControlsForm
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    in_institution,
    signed_in,
)
from commonweal.rules.charters.changes import changes, consequences
from commonweal.rules.charters.charter import Charter, rule_for
from commonweal.rules.charters.controls import adjustable
from commonweal.rules.charters.prose import prose
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Verdict, first_refusal, require

EFFECT = "amend_charter"


@in_institution
def charter(request: InstitutionRequest) -> HttpResponse:
    """Show the charter in force as prose, its versions, and the bylaws beside it."""
    versions = _versions(request)
    context = {
        **as_read(versions[-1]),
        "versions": versions,
        "may_change": _may_change(request),
    }
    return render(request, "institutions/charter.html", context)


@in_institution
def version(request: InstitutionRequest, number: int) -> HttpResponse:
    """Show a version of the charter, and what it changed."""
    versions = {one.number: one for one in _versions(request)}
    if number not in versions:
        raise Http404("The charter has no such version.")
    context = {**as_read(versions[number]), "before": versions.get(number - 1)}
    if number - 1 in versions:
        before, after = versions[number - 1].charter, versions[number].charter
        context["changes"] = changes(before, after)
    return render(request, "institutions/charter_version.html", context)


@in_institution
@signed_in
def change(request: InstitutionRequest) -> HttpResponse:
    """Change the charter's controls, and put that as a proposal."""
    require(_may_change(request))
    forms = AmendmentForms(request)
    if not forms.are_filled_in():
        return _change_page(request, forms)
    proposal = actions.draft_proposal(
        request.institution,
        by=request.member,
        words=forms.words(),
        aim=actions.Aim(EFFECT, forms.terms()),
        at=request.at,
    )
    return redirect("decisions:decision", request.institution.address, proposal.number)


def _may_change(request: InstitutionRequest) -> Verdict:
    """Let whoever may propose ask for a change, of a charter that is their own."""
    return first_refusal(
        may_change_from_within(request.charter),
        access.may_propose(request.member, request.charter, at=request.at),
    )


class AmendmentForms:
    """The charter's controls, and why they should be changed."""

    def __init__(self, request: InstitutionRequest) -> None:
        data = request.POST if request.method == "POST" else None
        self.charter = request.charter
        draft = _draft_begun(request)
        begun = draft.proposal.terms if draft else {}
        bylaws = begun.get("bylaws", request.charter.bylaws)
        words = {"title": draft.title, "text": _why_of(draft)} if draft else {}
        self.why = AmendmentForm(data, initial={"bylaws": bylaws, **words})
        self.controls = ControlsForm(data, controls=adjustable(request.charter))
        self.controls.begin_with(begun.get("changes", {}))
        self.objections: tuple[Sentence, ...] = ()

    def are_filled_in(self) -> bool:
        """Say whether this is an amendment that could be carried out."""
        why, controls = self.why.is_valid(), self.controls.is_valid()
        if not (why and controls):
            return False
        after = amended(self.charter, self.terms())
        if isinstance(after, Charter):
            return True
        if [one.id for one in after] == ["amendment_changes_nothing"]:
            self.why.add_error(None, say(after[0]))
            return False
        self.objections = self.controls.take(after)
        return False

    def terms(self) -> dict[str, object]:
        """Give what would change, and nothing else."""
        terms: dict[str, object] = {"changes": self.controls.changes()}
        bylaws = self.why.cleaned_data["bylaws"].replace("\r\n", "\n")
        if bylaws.strip() != self.charter.bylaws.strip():
            terms["bylaws"] = bylaws
        return terms

    def words(self) -> actions.Wording:
        """Write the proposal: the changes one by one, and why."""
        after = amended(self.charter, self.terms())
        assert isinstance(after, Charter), "an amendment was read before"
        told = (*changes(self.charter, after), *consequences(self.charter, after))
        listed = "\n".join(f"- {say(one)}" for one in told)
        text = "\n\n".join(
            part for part in (listed, self.why.cleaned_data["text"]) if part
        )
        title = self.why.cleaned_data["title"] or gettext(
            "Shall we change our charter?"
        )
        return actions.Wording(title, text, language=get_language() or "en")


def _draft_begun(request: InstitutionRequest) -> ProposalView | None:
    """Find the reader's own draft whose changes they set anew, if they came from it."""
    number = request.GET.get("draft", "")
    if not (number.isascii() and number.isdecimal() and len(number) < 9):
        return None
    view = decisions.proposal_view(
        request.institution, int(number), at=request.at, member=request.member
    )
    if view is None or view.author != request.member:
        return None
    return view if view.stage == "draft" and view.effect == EFFECT else None


def _why_of(draft: ProposalView) -> str:
    """Give what stands in a draft after the list of its changes."""
    return draft.text.partition("\n\n")[2]


def _versions(request: InstitutionRequest) -> tuple[ReadVersion, ...]:
    require(may_see(request.member, request.charter, "charter"))
    return queries.charter_versions(request.institution, at=request.at)


def as_read(one: ReadVersion) -> dict[str, Any]:
    """Give a version with its prose and the rules beside it, as its page shows them."""
    return {
        "version": one,
        "sections": prose(one.charter),
        "bylaws": html_of(one.charter.bylaws) if one.charter.bylaws else "",
    }


def _change_page(request: InstitutionRequest, forms: AmendmentForms) -> HttpResponse:
    context = {
        "forms": forms,
        "rule": rule_today(request, rule_for(request.charter, EFFECT)),
    }
    status = 422 if forms.why.is_bound else 200
    return render(request, "institutions/change_charter.html", context, status=status)
