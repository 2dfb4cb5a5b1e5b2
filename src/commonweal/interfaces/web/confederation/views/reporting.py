"""A delegate reports to their base on what they did with a mandate."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from commonweal.capabilities.confederation import actions
from commonweal.interfaces.web.confederation.forms.congress import ReportForm
from commonweal.interfaces.web.confederation.views.delegating import as_delegate
from commonweal.interfaces.web.confederation.views.matters import found
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    in_institution,
    signed_in,
)


@in_institution
@signed_in
def report(request: InstitutionRequest, number: int) -> HttpResponse:
    """Add words to the report that was drafted, for the base to read."""
    member, read = as_delegate(request), found(request, number)
    here = redirect("confederation:matter", request.institution.address, number)
    form = ReportForm(request.POST)
    if request.method != "POST" or not form.is_valid():
        return here
    words = form.cleaned_data["words"]
    actions.report(read.matter, words=words, by=member, at=request.at)
    messages.success(request, gettext("You have reported to your base."))
    return here
