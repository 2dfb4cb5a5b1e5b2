"""What the page of a proposal says of its vote being put off, and offers."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from commonweal.capabilities.decisions import access
from commonweal.capabilities.decisions.queries import ProposalView
from commonweal.foundation.institutions.queries import names_of
from commonweal.interfaces.web.requests import InstitutionRequest
from commonweal.rules.sentence import LocalText
from commonweal.rules.voting.pauses import PauseTerms


@dataclass(frozen=True, slots=True)
class PutOff:
    """A time that the vote was put off: by which right, by whom, for how long."""

    right: LocalText | str
    by: str
    days: int
    at: datetime


def put_off(request: InstitutionRequest, view: ProposalView) -> dict[str, Any]:
    """Give each time it was put off, and the rights the reader has to do so now."""
    charter = request.charter
    if not charter.pauses and not view.proposal.pauses:
        return {}
    paused = access.pauses_of(view.proposal)
    names = names_of(request.institution, {UUID(one.by) for one in paused})
    return {
        "put_off": [
            PutOff(
                found.name if (found := charter.pause(one.by_right)) else one.by_right,
                names.get(UUID(one.by), "") if request.member else "",
                one.days,
                one.at,
            )
            for one in paused
        ],
        "may_put_off": _rights(request, view),
    }


def _rights(request: InstitutionRequest, view: ProposalView) -> list[PauseTerms]:
    return [
        one
        for one in request.charter.pauses
        if access.may_pause(
            request.member, view.proposal, one, stage=view.stage, at=request.at
        )
    ]
