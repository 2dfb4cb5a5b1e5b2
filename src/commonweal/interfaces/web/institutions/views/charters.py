"""The charter: as prose, in its versions, what changed, and how to change it."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from commonweal.capabilities.decisions import access, actions
from commonweal.foundation.institutions import queries
from commonweal.foundation.institutions.access import (
    is_offered,
    may_change_from_within,
    may_see,
)
from commonweal.foundation.institutions.queries import ReadVersion
from commonweal.foundation.institutions.queries.fostering import (
    grown_from,
    started_from,
)
from commonweal.foundation.text import html_of
from commonweal.interfaces.web.decisions.views.rules import rule_today
from commonweal.interfaces.web.institutions.views.amending import AmendmentForms
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    in_institution,
    signed_in,
)
from commonweal.rules.charters.changes import changes
from commonweal.rules.charters.charter import rule_for
from commonweal.rules.charters.prose import prose
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
        **_kin(request),
    }
    return render(request, "institutions/charter.html", context)


def _kin(request: InstitutionRequest) -> dict[str, Any]:
    """Give from whose charter this one grew, and who grew from it."""
    here, at = request.institution, request.at
    offered = is_offered(request.charter)
    return {
        "older": grown_from(here, at=at),
        "is_offered": offered,
        "younger": started_from(here, at=at) if offered else (),
    }


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
    question = gettext("Shall we change our charter?")
    forms = AmendmentForms(request, request.charter, EFFECT, question)
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
