"""What the page of a vote says to whoever votes elsewhere, and to tellers."""

from typing import Any

from commonweal.capabilities.decisions import access, queries
from commonweal.capabilities.decisions.queries import ProposalView, QuestionView
from commonweal.interfaces.web.requests import InstitutionRequest
from commonweal.rules.verdict import Verdict
from commonweal.rules.voting.channels import SMALLEST_CHANNEL


def box_of(
    request: InstitutionRequest,
    view: ProposalView,
    question: QuestionView,
    tells: Verdict,
) -> dict[str, Any]:
    """Lead a teller to the box, and whoever votes on paper to the tellers."""
    if view.stage != "deciding" or not (tells or question.elsewhere):
        return {}
    charter, at = request.charter, request.at
    out = access.checked_out(question.question).total
    return {
        "has_box": tells and out,
        "few_on_paper": out < SMALLEST_CHANNEL,
        "way_back": _way_back(question),
        "teller_names": queries.teller_names(view.proposal, charter, at=at),
    }


def _way_back(question: QuestionView) -> queries.WayBack | None:
    """Say whether the reader, who votes elsewhere, may vote here after all."""
    if not question.elsewhere or question.member is None:
        return None
    return queries.way_back(question.question, question.member, at=question.at)
