"""A leaflet for an assembly: one page to print, with a QR picture that leads to it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from commonweal.capabilities.assemblies import queries
from commonweal.interfaces.web.assemblies.views.page import agenda_lines
from commonweal.interfaces.web.assemblies.views.showing import assembly_at
from commonweal.interfaces.web.institutions.views.pictures import qr
from commonweal.interfaces.web.navigation import whole_address
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    in_institution,
    signed_in,
)


@in_institution
@signed_in
def leaflet(request: InstitutionRequest, number: int) -> HttpResponse:
    """Show when and where members meet and about what, for doors and notice boards."""
    row = assembly_at(request, number)
    held = queries.seen(row, at=request.at)
    link = whole_address(
        reverse("assemblies:assembly", args=[request.institution.address, number])
    )
    context = {
        "held": held,
        "lines": agenda_lines(held),
        "link": link,
        "qr": qr(link),
        "is_off": held.now.stage in {"called_off", "lapsed"},
    }
    return render(request, "assemblies/leaflet.html", context)
