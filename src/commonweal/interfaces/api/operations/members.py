"""Who belongs, my own membership, and the members that a group brings along."""

from http import HTTPStatus
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from ninja import Router, Status

from commonweal.foundation.institutions import queries
from commonweal.foundation.institutions.actions import bringing, confirming, joining
from commonweal.foundation.institutions.actions.bringing import Brought
from commonweal.foundation.institutions.actions.lists import class_names
from commonweal.foundation.institutions.models import Member
from commonweal.interfaces.api.keys import BELONG, ORGANISE, READ
from commonweal.interfaces.api.paging import page_of
from commonweal.interfaces.api.problems import Wrong, problem
from commonweal.interfaces.api.requests import ApiRequest, Hall, enter
from commonweal.interfaces.api.schemas import institutions as schemas
from commonweal.interfaces.api.schemas.common import (
    Cursor,
    Done,
    Limit,
    Page,
    said,
)
from commonweal.rules.sentence import Sentence

router = Router(tags=["members"])
HERE = "/institutions/{slug:address}/members"


@router.get(HERE, auth=READ, response=Page[schemas.Member])
def list_members(
    request: ApiRequest, address: str, after: Cursor, limit: Limit
) -> Page[schemas.Member]:
    """List who belongs, by name."""
    hall = enter(request, address)
    hall.as_member()
    found = list(queries.members(hall.institution, at=hall.at))
    shown, more = page_of(found, lambda one: one.pk, after=after, limit=limit)
    items = [member_told(one, hall) for one in shown]
    return Page[schemas.Member](items=items, next=more)


@router.patch(HERE + "/me", auth=BELONG, response=schemas.Member)
def rename_me(
    request: ApiRequest, address: str, sent: schemas.NewName
) -> schemas.Member:
    """Take another name here."""
    hall = enter(request, address)
    me = joining.rename(hall.as_member(), name=sent.name, at=hall.at)
    return member_told(me, hall)


@router.api_operation(["DELETE"], HERE + "/me", auth=BELONG, response=Done)
def leave_institution(request: ApiRequest, address: str) -> Done:
    """Leave the institution. My name is erased; this cannot be undone."""
    hall = enter(request, address)
    joining.leave(hall.as_member(), at=hall.at)
    return Done(at=hall.at)


@router.put(HERE + "/{uuid:member}/known", auth=BELONG, response=schemas.Member)
def confirm_member(request: ApiRequest, address: str, member: UUID) -> schemas.Member:
    """Say that I know a member who came by an open invitation, so that they vote."""
    hall = enter(request, address)
    me = hall.as_member()
    there = queries.members(hall.institution, at=hall.at)
    found = there.filter(pk=member).first()
    if found is None:
        raise Http404
    return member_told(confirming.confirm(found, by=me, at=hall.at), hall)


@router.post(HERE + "/dry-run", auth=ORGANISE, response=schemas.DryRun)
def read_members_list(
    request: ApiRequest, address: str, sent: schemas.MembersList
) -> schemas.DryRun:
    """Read a members' list to look at. Nothing is kept."""
    hall = enter(request, address)
    hall.as_member()
    brought = _brought(hall, sent)
    default = hall.charter.joining.invited_class
    return schemas.DryRun(
        rows=[
            schemas.Line(
                name=one.name, email=one.email, member_class=one.member_class or default
            )
            for one in brought.rows
        ],
        problems=[said(one) for one in brought.problems],
    )


@router.post(HERE, auth=ORGANISE, response={201: schemas.Sheet})
def bring_members(
    request: ApiRequest, address: str, sent: schemas.BroughtList
) -> Status[schemas.Sheet] | HttpResponse:
    """Put a list of people on the members' list; codes are told this once.

    Say where the names come from; each person on the list can read it, and can take
    their name off.
    """
    hall = enter(request, address)
    me = hall.as_member()
    brought = _brought(hall, sent)
    if brought.problems:
        return _not_taken_in(brought)
    told = sent.origin
    origin = bringing.Origin(told.words, told.ground, told.gathered_on)
    sheet = bringing.bring_members(
        hall.institution, brought.rows, origin=origin, by=me, at=hall.at
    )
    named = zip(sheet.names, sheet.codes, strict=True)
    codes = [code_told(code, name) for name, code in named]
    return Status(201, schemas.Sheet(sheet=sheet.id, codes=codes))


def member_told(member: Member, hall: Hall) -> schemas.Member:
    """Tell of a member, and whether they count yet."""
    return schemas.Member(
        id=member.pk,
        name=member.name,
        member_class=member.member_class,
        has_come=member.person_id is not None,
        counts=member.counts(hall.at),
        is_me=member.pk == hall.as_member().pk,
    )


def code_told(code: str, name: str = "") -> schemas.Code:
    """Tell a code, and the link that leads in with it."""
    link = settings.JOIN_LINK.format(code=code)
    return schemas.Code(name=name, code=code, link=link)


def _brought(hall: Hall, sent: schemas.MembersList) -> Brought:
    return bringing.read_members(sent.list, classes=class_names(hall.charter))


def _not_taken_in(brought: Brought) -> HttpResponse:
    return problem(
        HTTPStatus.CONFLICT,
        Sentence("list_has_problems", {"n": len(brought.problems)}),
        wrongs=[Wrong("body.list", one) for one in brought.problems],
    )
