"""Calling an assembly."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from commonweal.capabilities.assemblies import access, queries
from commonweal.capabilities.assemblies.actions import call_assembly
from commonweal.capabilities.assemblies.models import Assembly
from commonweal.capabilities.decisions import queries as decisions
from commonweal.foundation.institutions.access import has_right
from commonweal.foundation.people.queries import sends_letters
from commonweal.interfaces.web.assemblies.forms import CallForm
from commonweal.interfaces.web.institutions.views.standing import as_member
from commonweal.interfaces.web.refusals import done_or_said
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    in_institution,
    signed_in,
    what_was_sent,
)
from commonweal.rules.charters.charter import Charter
from commonweal.rules.verdict import require

# Proposals whose words or votes are still before the members.
OPEN = frozenset({"seeking_support", "deliberating", "amending", "frozen", "deciding"})
# Beside which field a refusal stands.
BESIDE = {
    "form_unknown": "form",
    "working_meeting_decides_nothing": "form",
    "assembly_needs_title": "title",
    "assembly_needs_place": "place",
    "call_too_late": "day",
    "call_too_far": "day",
    "agenda_is_empty": "matters",
    "too_many_matters": "matters",
}


@in_institution
@signed_in
def call(request: InstitutionRequest) -> HttpResponse:
    """Take what an assembly is called for, and call it."""
    as_member(request)
    form = _form(request)
    if not form.is_bound:
        return _page(request, form)
    require(access.may_call(request.member, request.charter, at=request.at))
    if not form.is_valid():
        return _page(request, form, status=422)
    made = done_or_said(form, lambda: _called(request, form), **BESIDE)
    if made is None:
        return _page(request, form, status=422)
    messages.success(request, _told())
    return redirect("assemblies:assembly", request.institution.address, made.number)


def _told() -> str:
    """Say how members learn of it: by letters only from where letters go out."""
    if sends_letters():
        return gettext(
            "The assembly is called. All members find it under “What needs me”, and "
            "whoever has a mail address is written to."
        )
    return gettext("The assembly is called. All members find it under “What needs me”.")


def _called(request: InstitutionRequest, form: CallForm) -> Assembly:
    return call_assembly(
        request.institution,
        form.calling(request.charter.time_zone),
        by=request.member,
        at=request.at,
    )


def _page(
    request: InstitutionRequest, form: CallForm, *, status: int = 200
) -> HttpResponse:
    charter = request.charter
    context = {
        "form": form,
        "may_call": access.may_call_now(request.member, charter, at=request.at),
        "terms": charter.assemblies,
    }
    return render(request, "assemblies/call.html", context, status=status)


def _form(request: InstitutionRequest) -> CallForm:
    institution, charter, at = request.institution, request.charter, request.at
    # What an assembly left, and why, is told to whoever may read that assembly.
    reads = has_right(as_member(request), charter, "attend", at=at)
    return CallForm(
        what_was_sent(request),
        from_=_from(charter, at),
        decided=queries.decided_here_by(charter),
        proposals=_proposals(request),
        reviews=queries.reviews(institution, at=at),
        left=queries.left_over(institution, at=at) if reads else (),
    )


def _from(charter: Charter, at: datetime) -> datetime:
    """Give from when on it can begin, by the place's clock, to the next full hour.

    Whoever fills the form in takes some minutes, in which the soonest moves on.
    """
    soonest = queries.soonest_beginning(charter, at=at)
    there = soonest.astimezone(ZoneInfo(charter.time_zone))
    return (there + timedelta(hours=1)).replace(minute=0, second=0, microsecond=0)


def _proposals(request: InstitutionRequest) -> list[tuple[int, str]]:
    found = decisions.proposal_views(
        request.institution, at=request.at, member=request.member
    )
    return [(one.number, one.title) for one in found if one.stage in OPEN]
