"""Whoever waits at a door: a newcomer's words for a sponsor, a wish to found here."""

from uuid import UUID

from django.http import Http404
from ninja import Router, Status

from commonweal import kinds
from commonweal.capabilities.decisions.actions import let_draft_through
from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.institutions.access import may_guard_be_named, may_pass
from commonweal.foundation.institutions.actions import applying
from commonweal.foundation.threads import access, actions, queries
from commonweal.foundation.threads.queries import Waiting
from commonweal.interfaces import limits
from commonweal.interfaces.api.keys import ANYBODY, ORGANISE, READ, STEWARD
from commonweal.interfaces.api.requests import ApiRequest, Hall, enter, person_of
from commonweal.interfaces.api.schemas import waiting as schemas
from commonweal.interfaces.api.schemas.common import may, said
from commonweal.rules.verdict import require

router = Router(tags=["waiting"])
HALL = "/institutions/{slug:address}/waiting"


@router.get("/door", auth=ANYBODY, response=schemas.Door)
def read_door(request: ApiRequest) -> schemas.Door:
    """Read who may found institutions here, and what I was told if I asked."""
    return _door(request)


@router.post("/applications", auth=ORGANISE, response={201: schemas.Door})
def ask_to_found(
    request: ApiRequest, sent: schemas.NewApplication
) -> Status[schemas.Door]:
    """Ask whoever guards the door whether I may found an institution here."""
    if sent.kind not in kinds.names():
        raise Http404
    require(limits.may_try(request, limits.FOUNDING, at=request.at))
    applying.apply(
        request.user, name=sent.name, kind=sent.kind, why=sent.why, at=request.at
    )
    return Status(201, _door(request))


@router.get(HALL, auth=READ, response=list[schemas.Waiting])
def list_waiting(request: ApiRequest, address: str) -> list[schemas.Waiting]:
    """List the newcomers' words that wait, and that I could let through."""
    return _waiting(enter(request, address))


@router.post(HALL + "/{uuid:hold}", auth=STEWARD, response=list[schemas.Waiting])
def answer_newcomer(
    request: ApiRequest, address: str, hold: UUID, sent: schemas.Answer
) -> list[schemas.Waiting]:
    """Let a newcomer's words through, which vouches for them; or say why not."""
    hall = enter(request, address)
    me = hall.as_member()
    found = queries.hold_of(hall.institution, hold)
    if found is None:
        raise Http404
    if not sent.let_through:
        actions.turn_down(found, by=me, reason=sent.reason, at=hall.at)
    elif found.about_kind == "draft":
        let_draft_through(found, by=me, at=hall.at)
    else:
        actions.let_through(found, by=me, at=hall.at)
    return _waiting(hall)


def _waiting(hall: Hall) -> list[schemas.Waiting]:
    me, charter = hall.as_member(), hall.charter
    return [
        _told(one)
        for one in queries.waiting_for_sponsor(hall.institution)
        if access.may_sponsor(me, charter, one.hold, at=hall.at)
    ]


def _told(one: Waiting) -> schemas.Waiting:
    return schemas.Waiting(
        id=one.hold.pk,
        kind=one.hold.about_kind,
        author=one.hold.author.name,
        title=one.said.title,
        text=one.said.text,
        since=one.hold.held_at,
    )


def _door(request: ApiRequest) -> schemas.Door:
    person = person_of(request)
    door = institutions.door_for(person)
    mine, guard = door.mine, door.assembly
    named = guard and may_guard_be_named(guard, person, at=request.at)
    return schemas.Door(
        founding=door.stands,
        in_words=said(door.in_words),
        guard="institution" if guard else "operator",
        assembly=guard.address if guard and named else None,
        may_found=may(may_pass(person)),
        asked_at=mine.made_at if mine else None,
        answered_at=mine.answered_at if mine else None,
        answer=mine.answer if mine and mine.answered_at else None,
    )
