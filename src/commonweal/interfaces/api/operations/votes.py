"""Votes: reading one, casting a ballot, and all with which the count is checked."""

from typing import Any

from django.http import Http404
from ninja import Router

from commonweal.capabilities.decisions import actions, queries
from commonweal.capabilities.decisions.queries import QuestionView
from commonweal.foundation.institutions.queries import roll_proof
from commonweal.interfaces.api.keys import ANYBODY, READ, VOTE
from commonweal.interfaces.api.operations.proposals import ONE, shown_view
from commonweal.interfaces.api.paging import page_of
from commonweal.interfaces.api.requests import ApiRequest, Hall, enter
from commonweal.interfaces.api.schemas import decisions as schemas
from commonweal.interfaces.api.schemas.common import Cursor, Limit, Number, Page
from commonweal.interfaces.api.telling.decisions import vote_told
from commonweal.rules.verdict import ALLOWED, refused, require
from commonweal.rules.voting.roll import leaf

router = Router(tags=["votes"])
HERE = ONE + "/votes/{int:call}"


@router.get(HERE, auth=ANYBODY, response=schemas.Vote)
def read_vote(
    request: ApiRequest, address: str, number: Number, call: Number
) -> schemas.Vote:
    """Read one call of a vote: its numbers while open, its outcome once closed."""
    return vote_told(_vote(enter(request, address), number, call))


@router.put(HERE + "/ballot", auth=VOTE, response=schemas.Vote)
def cast_ballot(
    request: ApiRequest, address: str, number: Number, call: Number, sent: schemas.Marks
) -> schemas.Vote:
    """Cast my ballot in an open vote, in place of any I cast before."""
    hall = enter(request, address)
    question = _vote(hall, number, call).question
    by_people = queries.is_secret(question)
    require(refused("secret_ballots_by_people") if by_people else ALLOWED)
    actions.cast_ballot(question, by=hall.member, marks=_marks(sent), at=hall.at)
    return vote_told(_vote(hall, number, call))


@router.get(HERE + "/recount", auth=ANYBODY, response=dict[str, Any])
def recount_bundle(
    request: ApiRequest, address: str, number: Number, call: Number
) -> dict[str, Any]:
    """Give all that recomputes the outcome, for `commonweal count --bundle`."""
    question = _closed(_vote(enter(request, address), number, call))
    return dict(queries.recount_bundle(question.question))


@router.get(HERE + "/roll", auth=READ, response=dict[str, Any])
def prove_on_roll(
    request: ApiRequest, address: str, number: Number, call: Number
) -> dict[str, Any]:
    """Give what proves that I am on the roll and nobody was added."""
    hall = enter(request, address)
    member = hall.as_member()
    roll = _vote(hall, number, call).question.roll
    proof = roll_proof(roll, member)
    if proof is None:
        raise Http404
    mine = str(member.pk)
    return {
        "format": "commonweal-roll-1",
        "seal": roll.hash,
        "member": mine,
        "salt": proof.salt.hex(),
        "leaf": leaf(proof.salt, mine),
        "leaves": list(proof.leaves),
    }


@router.get(HERE + "/ballots", auth=READ, response=Page[schemas.OpenBallot])
def list_ballots(
    request: ApiRequest,
    address: str,
    number: Number,
    call: Number,
    after: Cursor,
    limit: Limit,
) -> Page[schemas.OpenBallot]:
    """List who said what in an open vote that is over, by name."""
    hall = enter(request, address)
    hall.as_member()
    question = _closed(_vote(hall, number, call))
    told = list(enumerate(queries.open_ballots(question.question), start=1))
    shown, more = page_of(told, lambda one: one[0], after=after, limit=limit)
    items = [
        schemas.OpenBallot(name=name, marks=dict(marks)) for _, (name, marks) in shown
    ]
    return Page[schemas.OpenBallot](items=items, next=more)


def _vote(hall: Hall, number: int, call: int) -> QuestionView:
    view = shown_view(hall, number)
    question = next((one for one in view.questions if one.call == call), None)
    if question is None:
        raise Http404
    return question


def _closed(question: QuestionView) -> QuestionView:
    require(
        ALLOWED
        if question.closed
        else refused("count_is_not_open", closes=question.closes_at)
    )
    return question


def _marks(sent: schemas.Marks) -> dict[str, object]:
    marks: dict[str, object] = sent.model_dump(exclude_none=True)
    require(ALLOWED if len(marks) == 1 else refused("one_sort_of_marks"))
    return marks
