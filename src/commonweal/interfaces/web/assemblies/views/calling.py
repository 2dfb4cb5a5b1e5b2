"""Calling an assembly."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from commonweal.capabilities.assemblies import access, queries
from commonweal.capabilities.assemblies.actions import call_assembly
from commonweal.capabilities.decisions import queries as decisions
from commonweal.interfaces.web.assemblies.forms import CallForm
from commonweal.interfaces.web.institutions.views.standing import as_member
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    in_institution,
    signed_in,
    what_was_sent,
)

# Proposals whose words or votes are still before the members.
OPEN = frozenset({"seeking_support", "deliberating", "amending", "frozen", "deciding"})


@in_institution
@signed_in
def call(request: InstitutionRequest) -> HttpResponse:
    """Take what an assembly is called for, and call it."""
    as_member(request)
    may = access.may_call_now(request.member, request.charter, at=request.at)
    form = _form(request)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        context = {"form": form, "may_call": may, "terms": request.charter.assemblies}
        return render(request, "assemblies/call.html", context, status=status)
    made = call_assembly(
        request.institution,
        form.calling(request.charter.time_zone),
        by=request.member,
        at=request.at,
    )
    messages.success(request, gettext("The assembly is called, and members are told."))
    return redirect("assemblies:assembly", request.institution.address, made.number)


def _form(request: InstitutionRequest) -> CallForm:
    institution, at = request.institution, request.at
    return CallForm(
        what_was_sent(request),
        proposals=_proposals(request),
        reviews=queries.reviews(institution, at=at),
        left=queries.left_over(institution, at=at),
    )


def _proposals(request: InstitutionRequest) -> list[tuple[int, str]]:
    found = decisions.proposal_views(
        request.institution, at=request.at, member=request.member
    )
    return [(one.number, one.title) for one in found if one.stage in OPEN]
