"""A sheet of printed codes: slips to cut, each with a QR picture and a code to type."""

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from commonweal.foundation.codes import grouped
from commonweal.foundation.institutions import queries
from commonweal.interfaces.web.institutions.views.pictures import qr
from commonweal.interfaces.web.navigation import whole_address
from commonweal.interfaces.web.requests import InstitutionRequest


def sheet_page(
    request: InstitutionRequest, named_codes: list[tuple[str, str]]
) -> HttpResponse:
    """Show codes as slips to print and cut, each with its own QR picture."""
    door = whole_address(reverse("institutions:join_by_code"))
    slips = [
        {
            "name": name,
            "code": grouped(code),
            "qr": qr(whole_address(reverse("institutions:join", args=[code]))),
        }
        for name, code in named_codes
    ]
    context = {"slips": slips, "door": door, "until": _last_moment(named_codes)}
    return render(request, "institutions/sheet.html", context)


def _last_moment(named_codes: list[tuple[str, str]]) -> datetime | None:
    """Give until when the codes of a sheet, made together, let somebody in."""
    if not named_codes:
        return None
    invitation = queries.invitation_by_code(named_codes[0][1])
    return invitation.expires_at if invitation is not None else None
