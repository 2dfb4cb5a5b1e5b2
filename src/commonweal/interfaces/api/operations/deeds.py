"""What a member does with a proposal: put, support, contest, withdraw."""

from ninja import Router

from commonweal.capabilities.decisions import actions
from commonweal.interfaces.api.keys import PROPOSE
from commonweal.interfaces.api.operations.proposals import ONE, shown_view
from commonweal.interfaces.api.requests import ApiRequest, enter
from commonweal.interfaces.api.schemas import decisions as schemas
from commonweal.interfaces.api.schemas.common import Done, Number
from commonweal.interfaces.api.telling.decisions import proposal_told

router = Router(tags=["proposals"])


@router.post(ONE + "/put", auth=PROPOSE, response=schemas.Proposal)
def put_proposal(request: ApiRequest, address: str, number: Number) -> schemas.Proposal:
    """Put a draft of mine to the members; I am its first supporter."""
    hall = enter(request, address)
    me, view = hall.as_member(), shown_view(hall, number)
    actions.put_proposal(view.proposal, by=me, at=hall.at)
    return proposal_told(hall, shown_view(hall, number))


@router.put(ONE + "/support", auth=PROPOSE, response=schemas.Proposal)
def support_proposal(
    request: ApiRequest, address: str, number: Number, sent: schemas.Seen
) -> schemas.Proposal:
    """Support the words I have read, or confirm that I still do.

    Refused where they have changed since: read the newest version first.
    """
    hall = enter(request, address)
    me, view = hall.as_member(), shown_view(hall, number)
    actions.support(view.proposal, by=me, seen=sent.version, at=hall.at)
    return proposal_told(hall, shown_view(hall, number))


@router.api_operation(
    ["DELETE"], ONE + "/support", auth=PROPOSE, response=schemas.Proposal
)
def take_back_support(
    request: ApiRequest, address: str, number: Number
) -> schemas.Proposal:
    """Step back from supporting."""
    hall = enter(request, address)
    me, view = hall.as_member(), shown_view(hall, number)
    actions.take_back_support(view.proposal, by=me, at=hall.at)
    return proposal_told(hall, shown_view(hall, number))


@router.post(ONE + "/contest", auth=PROPOSE, response=schemas.Proposal)
def contest_correction(
    request: ApiRequest, address: str, number: Number
) -> schemas.Proposal:
    """Say that what is called a correction changes the meaning."""
    hall = enter(request, address)
    me, view = hall.as_member(), shown_view(hall, number)
    actions.contest_correction(view.proposal, by=me, at=hall.at)
    return proposal_told(hall, shown_view(hall, number))


@router.post(ONE + "/pause", auth=PROPOSE, response=schemas.Proposal)
def pause_vote(
    request: ApiRequest, address: str, number: Number, sent: schemas.NewPause
) -> schemas.Proposal:
    """Put off the vote, once, by a right that the charter gives my office."""
    hall = enter(request, address)
    me, view = hall.as_member(), shown_view(hall, number)
    actions.pause_vote(view.proposal, sent.right, reason=sent.reason, by=me, at=hall.at)
    return proposal_told(hall, shown_view(hall, number))


@router.post(ONE + "/withdraw", auth=PROPOSE, response=Done)
def withdraw_proposal(request: ApiRequest, address: str, number: Number) -> Done:
    """Take a proposal of mine back; a draft is thrown away."""
    hall = enter(request, address)
    me, view = hall.as_member(), shown_view(hall, number)
    actions.withdraw(view.proposal, by=me, at=hall.at)
    return Done(at=hall.at)
