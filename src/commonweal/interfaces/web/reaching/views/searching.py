"""Finding words in all that the reader may read."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from commonweal.capabilities.reaching import queries
from commonweal.foundation.institutions.queries import memberships_of
from commonweal.interfaces.web.requests import SignedInRequest, signed_in
from commonweal.rules.reaching.searching import LONGEST

SHOWN = 50


@never_cache
@signed_in
def search(request: SignedInRequest) -> HttpResponse:
    """Find words over all my institutions, or in the one that is named."""
    typed = request.GET.get("q", "")[:LONGEST]
    only = request.GET.get("in", "")
    memberships = [
        one
        for one in memberships_of(request.user, at=request.at)
        if only in {"", one.institution.address}
    ]
    found = queries.found_in(memberships, typed, at=request.at)
    context = {
        "typed": typed,
        "only": only if memberships else "",
        "found": [
            (one, reverse(one.page.name, args=one.args)) for one in found[:SHOWN]
        ],
        "is_cut": len(found) > SHOWN,
    }
    return render(request, "reaching/search.html", context)
