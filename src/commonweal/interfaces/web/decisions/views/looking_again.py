"""Looking at a decision again: to keep it, change it or end it, each by a proposal."""

from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext

from commonweal.capabilities.decisions import access, queries
from commonweal.capabilities.decisions.queries import ProposalView
from commonweal.foundation.language import number
from commonweal.interfaces.web.decisions.forms.proposing import TITLE_LIMIT
from commonweal.interfaces.web.decisions.views.aims import ways
from commonweal.interfaces.web.decisions.views.listing import (
    page_of,
    readable,
    require_readable,
)
from commonweal.interfaces.web.decisions.views.standing import standing_words
from commonweal.interfaces.web.requests import InstitutionRequest
from commonweal.rules.sentence import N_

BUTTONS = {
    "keep_button": N_("Propose to keep it"),
    "change_button": N_("Propose to change it"),
    "end_button": N_("Propose to end it"),
}
MEANINGS = {
    "keep_meaning": N_("If this is carried, decision {n} is kept."),
    "change_meaning": N_("If this is carried, it takes the place of decision {n}."),
    "end_meaning": N_("If this is carried, decision {n} ends."),
}
TITLES = {
    "keep_question": N_("Shall decision {n} stand? It asked: “{title}”"),
    "change_question": N_(
        "Shall these words take the place of decision {n}? It asked: “{title}”"
    ),
    "end_question": N_("Shall decision {n} end? It asked: “{title}”"),
}


class Again(NamedTuple):
    """Which decision a proposal looks at again, and what a yes to it means."""

    number: int
    how: str

    @property
    def meaning(self) -> str:
        """What a yes means for the earlier decision."""
        return gettext(MEANINGS[f"{self.how}_meaning"]).format(n=number(self.number))

    @property
    def terms(self) -> dict[str, object]:
        """The same as the terms of the proposal."""
        return {"again": str(self.number), "how": self.how}


def looking_again(request: InstitutionRequest) -> Again | None:
    """Read from the address of the page which decision is looked at again."""
    return _again(request.GET.get("again"), request.GET.get("how"))


def words_for(
    request: InstitutionRequest, again: Again | None
) -> dict[str, Any] | None:
    """Give the words to begin with: of a change, those that stand."""
    if again is None:
        return None
    view = queries.proposal_view(
        request.institution, again.number, at=request.at, member=request.member
    )
    if view is None:
        raise Http404("There is no such decision here.")
    require_readable(request, view)
    title = gettext(TITLES[f"{again.how}_question"]).format(
        title=view.title, n=number(again.number)
    )
    text = view.text if again.how == "change" else ""
    return {"title": title[:TITLE_LIMIT], "text": text}


def looked_at_again(request: InstitutionRequest, view: ProposalView) -> dict[str, Any]:
    """Say what the page tells of a review: of this decision, or made by it."""
    terms = view.proposal.terms
    told: dict[str, Any] = {"again": _again(terms.get("again"), terms.get("how"))}
    if view.stage == "review_due" and not _ends(view):
        told["looked_again"] = _review(request, view)
        told["may_propose"] = access.may_propose(
            request.member, request.charter, at=request.at
        )
    return told


def _again(asked: object, how: object) -> Again | None:
    text = str(asked)
    known = text.isascii() and text.isdigit() and len(text) < 10
    return Again(int(text), str(how)) if known and how in access.WAYS_TO_LOOK else None


def _ends(view: ProposalView) -> bool:
    return bool(view.proposal.terms.get("how") == "end")


def _review(request: InstitutionRequest, view: ProposalView) -> dict[str, Any] | None:
    """Lead to the proposal that looks at it again, or to the ways to make one."""
    again = view.looked_again
    if again is not None:
        if again.is_under_way and not _may_see(request, again.number):
            return None
        link = page_of(request.institution.address, again.number)
        return {"words": standing_words(view), "link": link, "number": again.number}
    if request.member is None:
        return None
    bound = bool(view.effect)
    hows = [access.KEEP] if bound else access.WAYS_TO_LOOK
    return {
        "bound": bound,
        "ways": [
            {
                "link": _link(request, view, how),
                "words": gettext(BUTTONS[f"{how}_button"]),
            }
            for how in hows
        ],
    }


def _may_see(request: InstitutionRequest, asked: int) -> bool:
    found = queries.proposal_view(
        request.institution, asked, at=request.at, member=request.member
    )
    return found is not None and readable(request, found)


def _link(request: InstitutionRequest, view: ProposalView, how: str) -> str:
    """Lead to where one proposes it, by the rule of the decision where that is open."""
    by_rule = [
        way
        for way in ways(request.charter)
        if not way.effect and way.rule.asks_one_text
    ]
    own = [way for way in by_rule if way.rule.id == view.proposal.rule_id]
    way = (own or by_rule)[0]
    page = reverse(
        "decisions:propose_aim", args=[request.institution.address, way.slug]
    )
    return f"{page}?{urlencode({'again': view.number, 'how': how})}"
