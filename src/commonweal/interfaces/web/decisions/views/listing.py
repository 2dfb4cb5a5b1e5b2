"""The decisions of an institution: what is being decided, what holds, what was."""

from functools import lru_cache
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from commonweal.capabilities.decisions import access, queries
from commonweal.capabilities.decisions.queries import (
    ListedProposal,
    ProposalView,
    StandingProposal,
)
from commonweal.foundation.institutions.access import may_see
from commonweal.interfaces.web.decisions.views.standing import standing_words
from commonweal.interfaces.web.requests import InstitutionRequest, in_institution
from commonweal.interfaces.web.templatetags.components import Card
from commonweal.rules.verdict import Verdict, require

ROWS = 50
OVER = frozenset({"not_adopted", "no_quorum", "withdrawn", "lapsed"})


@in_institution
def decisions(request: InstitutionRequest) -> HttpResponse:
    """Show what is being decided, what is in force and what came to nothing."""
    require(may_see(request.member, request.charter, "decisions"))
    return render(request, "decisions/list.html", _listed(request))


def require_readable(request: InstitutionRequest, view: StandingProposal) -> None:
    """Refuse a proposal that the charter shows to members only."""
    require(_may_read(request, view))


def readable(request: InstitutionRequest, view: StandingProposal) -> bool:
    """Say whether the reader may see it."""
    return bool(_may_read(request, view))


def card(request: InstitutionRequest, view: ProposalView | ListedProposal) -> Card:
    """Give what a list shows of a proposal."""
    address = page_of(request.institution.address, view.number)
    return Card(view.titled, address, standing_words(view), my_part(view))


@lru_cache(maxsize=4096)
def page_of(institution: str, number: int) -> str:
    """Give the address of a decision."""
    return reverse("decisions:decision", args=[institution, number])


def my_part(view: StandingProposal) -> str:
    """Say what the reader has done in it, or what waits for them."""
    question = view.question
    if view.stage == "deciding" and question is not None:
        return gettext("Your ballot is in.") if question.has_voted else ""
    match view.my_support:
        case "given":
            return gettext("You support it.")
        case "to_confirm":
            return gettext("The words changed since you supported it.")
        case _:
            return ""


def _is_live(view: StandingProposal) -> bool:
    return view.stage not in access.HOLDS and not is_over(view)


def _holds(view: StandingProposal) -> bool:
    return view.stage in access.HOLDS and not view.is_ended


def is_over(view: StandingProposal) -> bool:
    """Say whether nothing comes of it any more."""
    return view.stage in OVER and view.votes_again_at is None


def _may_read(request: InstitutionRequest, view: StandingProposal) -> Verdict:
    return access.may_read(request.member, request.charter, view.proposal, view.stage)


def _listed(request: InstitutionRequest) -> dict[str, Any]:
    before = request.GET.get("before", "")
    views = queries.proposal_views(
        request.institution,
        at=request.at,
        member=request.member,
        charter=request.charter,
        limit=ROWS + 1,
        before=int(before) if before.isdecimal() and len(before) < 10 else None,
    )
    shown = [view for view in views[:ROWS] if readable(request, view)]
    return {
        "now": [card(request, v) for v in shown if _is_live(v)],
        "in_force": [card(request, v) for v in shown if _holds(v)],
        "ended": [card(request, v) for v in shown if v.is_ended],
        "earlier": [card(request, v) for v in shown if is_over(v)],
        "earlier_from": views[ROWS - 1].number if len(views) > ROWS else None,
        "may_propose": access.may_propose(
            request.member, request.charter, at=request.at
        ),
        "may_see_proposals": may_see(request.member, request.charter, "proposals"),
    }
