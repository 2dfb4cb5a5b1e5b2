"""Telling those who look at reports that something is wrong with words."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from commonweal.foundation.people.models import Person
from commonweal.foundation.threads import access
from commonweal.interfaces.reporting import Reporting, take_report
from commonweal.interfaces.web.requests import InstitutionRequest, in_institution
from commonweal.interfaces.web.threads.forms import ReportForm
from commonweal.interfaces.web.threads.views.places import address_of, said_here


@in_institution
def report(request: InstitutionRequest, kind: str, about: UUID) -> HttpResponse:
    """Take a report in three fields; a stranger may report what strangers see."""
    said = said_here(request, kind, about)
    one = Reporting(
        said,
        request.institution,
        request.charter,
        request.member,
        request.user if isinstance(request.user, Person) else None,
        request.at,
    )
    form = ReportForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        context = {"said": said, "form": form, "back": address_of(request, said)}
        context["may_report"] = one.may
        context["stands_in"] = access.stands_in(
            said, request.institution, request.charter, at=request.at
        )
        context["office"] = request.charter.office(request.charter.moderation.office)
        return render(request, "threads/report.html", context, status=status)
    take_report(request, one, form.complaint())
    messages.success(request, gettext("Thank you. Those who look at reports see it."))
    return redirect(address_of(request, said))
