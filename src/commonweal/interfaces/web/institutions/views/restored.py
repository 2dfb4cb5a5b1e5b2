"""That the server was put back to an earlier day, and who here knows of it."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from commonweal.foundation.backups import access, queries
from commonweal.foundation.backups.actions import restoring
from commonweal.foundation.backups.models import Restoration
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    deed_on,
    in_institution,
    signed_in,
)


@in_institution
def restored(request: InstitutionRequest) -> HttpResponse:
    """Say what may be missing here, what to do about it, and who knows."""
    restoration = _last_one(request)
    context = {
        "restoration": restoration,
        "known": queries.acknowledgements(request.institution, restoration)
        if request.member
        else (),
        "enough": queries.is_acknowledged(
            request.institution, restoration, at=request.at
        ),
        "may": access.may_acknowledge(request.member, restoration, at=request.at),
    }
    return render(request, "institutions/restored.html", context)


@deed_on("institutions:restored")
@in_institution
@signed_in
def acknowledge(request: InstitutionRequest) -> HttpResponse:
    """Say that one knows."""
    restoring.acknowledge(
        request.institution, _last_one(request), by=request.member, at=request.at
    )
    return redirect("institutions:restored", request.institution.address)


def _last_one(request: InstitutionRequest) -> Restoration:
    for one in queries.restorations():
        if request.institution.founded_at <= one.taken_at:
            return one
    raise Http404("Nothing was put back here.")
