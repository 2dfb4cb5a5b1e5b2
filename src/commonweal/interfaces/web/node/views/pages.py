"""The front door, what needs me, what the operator sees, and what phones ask for."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import cache_control, never_cache

from commonweal.capabilities.decisions import queries as decisions
from commonweal.capabilities.reaching.queries import Waiting, waiting_for
from commonweal.foundation import duties
from commonweal.foundation.backups import queries as backups
from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.institutions.queries.recovering import (
    recoveries_of,
)
from commonweal.foundation.nodes import queries as nodes
from commonweal.foundation.nodes.queries.in_short import operator_in_short
from commonweal.foundation.people.models import Person
from commonweal.interfaces.web.node.views import samples
from commonweal.interfaces.web.requests import TimedRequest
from commonweal.interfaces.web.templatetags.components import NeedsRow

A_PAGE = 50


@cache_control(private=True, no_cache=True)
def home(request: TimedRequest) -> HttpResponse:
    """Show what needs me; to a stranger, what this is and how to begin."""
    if not isinstance(request.user, Person):
        return render(request, "node/front.html", _who_is_here(request))
    for one in institutions.memberships_of(request.user, at=request.at):
        duties.settle(one.institution, at=request.at)
    memberships = institutions.memberships_of(request.user, at=request.at)
    found = waiting_for(request.user, memberships, at=request.at)
    rows = [_row(one) for one in found.waiting]
    recoveries = recoveries_of(request.user, at=request.at)
    context = {
        "needs": rows,
        "waiting": len(rows) + len(recoveries),
        "to_know": found.to_know,
        "memberships": memberships,
        "news": decisions.news_of(request.user, at=request.at),
        "recoveries": recoveries,
    }
    return render(request, "node/needs.html", context)


def _row(one: Waiting) -> NeedsRow:
    return NeedsRow(
        url=reverse(one.page.name, args=one.args),
        title=one.title,
        act=one.act,
        where=one.membership.charter.name,
        until=None if one.goes_on else one.due_at,
        zone=one.zone,
        if_nothing=one.if_nothing,
    )


def _who_is_here(request: TimedRequest) -> dict[str, object]:
    """Give a page of the institutions that strangers may know of, and the next one."""
    after = request.GET.get("after", "")
    asked = after if after.replace("-", "").isalnum() else ""
    found = institutions.public_institutions(
        at=request.at, after=asked, limit=A_PAGE + 1
    )
    more = found[A_PAGE - 1].institution.address if len(found) > A_PAGE else None
    return {"institutions": found[:A_PAGE], "after": asked, "more_from": more}


def operator(request: HttpRequest) -> HttpResponse:
    """Say what whoever runs this machine could see: in short, and table by table."""
    tables = nodes.what_an_operator_sees()
    context = {"tables": tables, "in_short": operator_in_short(tables)}
    return render(request, "node/operator.html", context)


def lot(request: HttpRequest) -> HttpResponse:
    """Say how a lot is drawn, and how anybody draws it again."""
    return render(request, "node/lot.html")


def restored(request: HttpRequest) -> HttpResponse:
    """Say when this server was put back to an earlier day, if it ever was."""
    context = {"restorations": backups.restorations()}
    return render(request, "node/restored.html", context)


def style(request: TimedRequest) -> HttpResponse:
    """Show every component of the pages together."""
    return render(request, "node/style.html", samples.everything(at=request.at))


def offline(request: HttpRequest) -> HttpResponse:
    """Say that there is no network: what a phone shows then."""
    return render(request, "node/offline.html")


@cache_control(max_age=86400)
def manifest(_request: HttpRequest) -> HttpResponse:
    """Tell a phone how to keep this node among its programs."""
    return JsonResponse(
        {
            "name": "Commonweal",
            "short_name": "Commonweal",
            "description": gettext("Decide as equals, provide for each other."),
            "start_url": "/",
            "display": "standalone",
            "background_color": "#fbf8f2",
            "theme_color": "#fbf8f2",
            "icons": [
                {
                    "src": static("web/icon.svg"),
                    "sizes": "any",
                    "type": "image/svg+xml",
                    "purpose": "any",
                }
            ],
        },
        content_type="application/manifest+json",
    )


@never_cache
def service_worker(request: HttpRequest) -> HttpResponse:
    """Give the script that keeps what was last read, for when there is no network."""
    return render(
        request, "node/service-worker.js", content_type="text/javascript; charset=utf-8"
    )
