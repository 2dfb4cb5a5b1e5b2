"""The front door, what needs me, what the operator sees, and what phones ask for."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import cache_control, never_cache

from commonweal.capabilities.decisions import queries as decisions
from commonweal.foundation import duties
from commonweal.foundation.backups import queries as backups
from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.institutions.queries.recovering import (
    halves_to_print,
    recoveries_of,
)
from commonweal.foundation.nodes import queries as nodes
from commonweal.foundation.nodes.queries.in_short import operator_in_short
from commonweal.foundation.people.models import Person
from commonweal.foundation.sealing import queries as sealing
from commonweal.foundation.threads import queries as threads
from commonweal.interfaces.web.node.views import samples
from commonweal.interfaces.web.node.views.after_assemblies import assembly_rows
from commonweal.interfaces.web.node.views.near_assemblies import near_assemblies
from commonweal.interfaces.web.requests import TimedRequest
from commonweal.interfaces.web.templatetags.components import NeedsRow
from commonweal.rules.sentence import Sentence

A_PAGE = 50
A_LINE = 80
# What stays in force meanwhile waits behind all that ends on a day.
CAN_WAIT = "review"


@cache_control(private=True, no_cache=True)
def home(request: TimedRequest) -> HttpResponse:
    """Show what needs me; to a stranger, what this is and how to begin."""
    if not isinstance(request.user, Person):
        return render(request, "node/front.html", _who_is_here(request))
    for one in institutions.memberships_of(request.user, at=request.at):
        duties.settle(one.institution, at=request.at)
    memberships = institutions.memberships_of(request.user, at=request.at)
    needs = decisions.needs_of(request.user, at=request.at)
    waiting = (
        *threads.steward_needs(memberships, at=request.at),
        *threads.own_words_hidden(memberships, at=request.at),
        *threads.sponsor_needs(memberships, at=request.at),
    )
    meets = near_assemblies(memberships, at=request.at)
    rows = [
        *meets.today,
        *_steward_rows(waiting, memberships),
        *_trustee_rows(memberships),
        *_half_rows(memberships, at=request.at),
        *_unknown_rows(memberships, at=request.at),
        *_newcomer_rows(memberships, at=request.at),
        *assembly_rows(memberships, at=request.at),
        *_rows([one for one in needs if one.kind != CAN_WAIT], memberships),
    ]
    rows = [
        *meets.open,
        *_by_deadline(rows, request.at),
        *_rows([one for one in needs if one.kind == CAN_WAIT], memberships),
    ]
    recoveries = recoveries_of(request.user, at=request.at)
    context = {
        "needs": rows,
        "waiting": len(rows) + len(recoveries),
        "to_know": meets.to_know,
        "memberships": memberships,
        "news": decisions.news_of(request.user, at=request.at),
        "recoveries": recoveries,
    }
    return render(request, "node/needs.html", context)


def _by_deadline(rows: Sequence[NeedsRow], at: datetime) -> list[NeedsRow]:
    """Put the first deadline first, and what has none behind them all."""
    return sorted(rows, key=lambda row: (row.until is None, row.until or at))


def _who_is_here(request: TimedRequest) -> dict[str, object]:
    """Give a page of the institutions that strangers may know of, and the next one."""
    after = request.GET.get("after", "")
    asked = after if after.replace("-", "").isalnum() else ""
    found = institutions.public_institutions(
        at=request.at, after=asked, limit=A_PAGE + 1
    )
    more = found[A_PAGE - 1].institution.address if len(found) > A_PAGE else None
    return {"institutions": found[:A_PAGE], "after": asked, "more_from": more}


def _rows(
    needs: Sequence[decisions.Need], memberships: Sequence[institutions.Membership]
) -> list[NeedsRow]:
    charters = {one.institution.pk: one.charter for one in memberships}
    return [
        NeedsRow(
            url=_page_for(need),
            title=need.titled,
            act=need.act,
            where=charters[need.institution.pk].name,
            until=need.due_at,
            zone=ZoneInfo(charters[need.institution.pk].time_zone),
            if_nothing=need.if_nothing,
        )
        for need in needs
    ]


def _page_for(need: decisions.Need) -> str:
    where = [need.institution.address, need.number]
    if need.kind in {"box", "let_back"}:
        return reverse("decisions:paper", args=[*where, need.call])
    return reverse("decisions:decision", args=where)


def _steward_rows(
    needs: Sequence[threads.StewardNeed],
    memberships: Sequence[institutions.Membership],
) -> list[NeedsRow]:
    """Give what waits for those who look after words, before all that can wait."""
    charters = {one.institution.pk: one.charter for one in memberships}
    return [
        NeedsRow(
            url=_page_of(need),
            title=need.said.title or need.said.text[:A_LINE],
            act=Sentence(f"need.{need.kind}"),
            where=charters[need.institution.pk].name,
            until=need.due_at,
            zone=ZoneInfo(charters[need.institution.pk].time_zone),
            if_nothing=Sentence(f"need.{need.kind}.nothing"),
        )
        for need in needs
    ]


def _page_of(need: threads.StewardNeed) -> str:
    address = need.institution.address
    if need.hiding is None:
        return reverse("threads:stewards", args=[address])
    return reverse("threads:hidden", args=[address, need.hiding])


def _newcomer_rows(
    memberships: Sequence[institutions.Membership], *, at: datetime
) -> list[NeedsRow]:
    """Give where members wait for the reader to say that they know them."""
    found = [
        (one, len(institutions.newcomers_known_by(one.member, one.charter, at=at)))
        for one in memberships
    ]
    return [
        NeedsRow(
            url=reverse("institutions:people", args=[one.institution.address]),
            title=Sentence("need.newcomers.title", {"count": count}),
            act=Sentence("need.newcomers"),
            where=one.charter.name,
            if_nothing=Sentence("need.newcomers.nothing"),
        )
        for one, count in found
        if count
    ]


def _unknown_rows(
    memberships: Sequence[institutions.Membership], *, at: datetime
) -> list[NeedsRow]:
    """Give where the reader waits for others to say that they know them."""
    return [
        NeedsRow(
            url=reverse("institutions:people", args=[one.institution.address]),
            title=Sentence(
                "need.unknown.title",
                {
                    "have": institutions.say_they_know(one.member),
                    "needed": one.member.confirmers_needed,
                },
            ),
            act=Sentence("need.unknown"),
            where=one.charter.name,
            if_nothing=Sentence("need.unknown.nothing"),
        )
        for one in memberships
        if not one.member.counts(at)
    ]


def _half_rows(
    memberships: Sequence[institutions.Membership], *, at: datetime
) -> list[NeedsRow]:
    """Give where somebody the reader vouched for waits for a half, the days over."""
    return [
        NeedsRow(
            url=reverse("institutions:recovery", args=[one.institution.address]),
            title=Sentence("need.half.title", {"member": found.member.name}),
            act=Sentence("need.half"),
            where=one.charter.name,
            until=found.ends_at,
            zone=ZoneInfo(one.charter.time_zone),
            if_nothing=Sentence("need.half.nothing"),
        )
        for one in memberships
        for found in halves_to_print(one.member, at=at)
    ]


def _trustee_rows(memberships: Sequence[institutions.Membership]) -> list[NeedsRow]:
    """Give where the reader is a trustee and has no code yet."""
    return [
        NeedsRow(
            url=reverse("sealing:sealed", args=[one.institution.address]),
            title=Sentence("need.trustee.title"),
            act=Sentence("need.trustee"),
            where=one.charter.name,
            if_nothing=Sentence("need.trustee.nothing"),
        )
        for one in sealing.codes_to_take(memberships)
    ]


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
