"""A sheet of printed codes: slips to cut, each with a QR picture and a code to type."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from commonweal.foundation.codes import grouped
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
    return render(request, "institutions/sheet.html", {"slips": slips, "door": door})
