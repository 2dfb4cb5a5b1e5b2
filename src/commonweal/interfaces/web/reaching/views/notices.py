"""The proof of notices: to how many each went, and whom it did not come to."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from commonweal.foundation.institutions.access import offices
from commonweal.foundation.notices import queries
from commonweal.interfaces.web.institutions.views.standing import as_member
from commonweal.interfaces.web.requests import InstitutionRequest, in_institution


@in_institution
def notices(request: InstitutionRequest) -> HttpResponse:
    """List the notices that members were given, and to how many each went."""
    as_member(request)
    context = {"notices": queries.notices_of(request.institution)}
    return render(request, "reaching/notices.html", context)


@in_institution
def notice(request: InstitutionRequest, number: int) -> HttpResponse:
    """Show how far one notice came; to whoever gives notice, whom it did not reach."""
    me = as_member(request)
    found = queries.notice_in(request.institution, number)
    if found is None:
        raise Http404
    office = request.charter.assemblies.callers
    in_office = offices.holds(me, office, at=request.at)
    names = queries.may_see_unreached(found, me, in_office=in_office)
    context = {
        "one": found,
        "page": f"/i/{request.institution.address}{found.notice.path}",
        "unreached": queries.unreached(found) if names else (),
        "names": names,
    }
    return render(request, "reaching/notice.html", context)
