"""Inviting: by link, by codes for paper, for one on the list; and joining by a code."""

from uuid import UUID

from django.conf import settings
from django.http import Http404
from ninja import Router, Status

from commonweal.foundation import duties
from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.actions import inviting, joining
from commonweal.foundation.institutions.models import Invitation
from commonweal.interfaces import limits
from commonweal.interfaces.api.keys import ANYBODY, BELONG, ORGANISE
from commonweal.interfaces.api.operations.institutions import face_of
from commonweal.interfaces.api.operations.members import code_told
from commonweal.interfaces.api.paging import page_of
from commonweal.interfaces.api.requests import ApiRequest, enter, person_of
from commonweal.interfaces.api.schemas import institutions as schemas
from commonweal.interfaces.api.schemas.common import (
    Cursor,
    Done,
    Limit,
    Page,
    in_words,
)
from commonweal.interfaces.api.telling.charters import charter_told
from commonweal.rules.verdict import Refused, refused, require

router = Router(tags=["invitations"])
HALL = "/institutions/{slug:address}"
HERE = HALL + "/invitations"


@router.get(HERE, auth=ORGANISE, response=Page[schemas.Invitation])
def list_invitations(
    request: ApiRequest, address: str, after: Cursor, limit: Limit
) -> Page[schemas.Invitation]:
    """List the invitations that are open, the newest first."""
    hall = enter(request, address)
    require(access.may_invite(hall.member, hall.charter, at=hall.at))
    found = list(queries.invitations_of(hall.institution, at=hall.at))
    shown, more = page_of(found, lambda one: one.pk, after=after, limit=limit)
    items = [_told(one) for one in shown]
    return Page[schemas.Invitation](items=items, next=more)


@router.post(HERE + "/links", auth=ORGANISE, response={201: schemas.Link})
def invite_by_link(
    request: ApiRequest, address: str, sent: schemas.NewLink | None = None
) -> Status[schemas.Link]:
    """Make a link that several people can use. Its code is told this once."""
    hall = enter(request, address)
    made = inviting.invite_by_link(
        hall.institution,
        by=hall.as_member(),
        most=sent.most if sent else None,
        at=hall.at,
    )
    told = schemas.Link(
        id=made.invitation.pk,
        code=made.code,
        link=settings.JOIN_LINK.format(code=made.code),
        expires_at=made.invitation.expires_at,
        max_uses=made.invitation.max_uses,
    )
    return Status(201, told)


@router.post(HERE + "/sheets", auth=ORGANISE, response={201: schemas.Sheet})
def invite_by_codes(
    request: ApiRequest, address: str, sent: schemas.NewSheet
) -> Status[schemas.Sheet]:
    """Make codes for paper that let in one person each. They are told this once."""
    hall = enter(request, address)
    sheet = inviting.invite_by_codes(
        hall.institution, by=hall.as_member(), count=sent.count, at=hall.at
    )
    codes = [code_told(code) for code in sheet.codes]
    return Status(201, schemas.Sheet(sheet=sheet.id, codes=codes))


@router.post(
    HALL + "/members/{uuid:member}/code", auth=ORGANISE, response={201: schemas.Code}
)
def invite_to_place(
    request: ApiRequest, address: str, member: UUID
) -> Status[schemas.Code]:
    """Make a code for somebody on the list who has not come. It is told this once."""
    hall = enter(request, address)
    me = hall.as_member()
    everybody = queries.members(hall.institution, at=hall.at)
    place = next((one for one in everybody if one.pk == member), None)
    if place is None:
        raise Http404
    made = inviting.invite_to_place(place, by=me, at=hall.at)
    return Status(201, code_told(made.code, place.name))


@router.api_operation(
    ["DELETE"], HERE + "/{uuid:invitation}", auth=ORGANISE, response=Done
)
def revoke_invitation(request: ApiRequest, address: str, invitation: UUID) -> Done:
    """Take an invitation back; who has joined by it stays."""
    hall = enter(request, address)
    me = hall.as_member()
    found = queries.invitations_of(hall.institution, at=hall.at)
    one = next((each for each in found if each.pk == invitation), None)
    if one is None:
        raise Http404
    inviting.revoke(one, by=me, at=hall.at)
    return Done(at=hall.at)


@router.api_operation(
    ["DELETE"], HERE + "/sheets/{uuid:sheet}", auth=ORGANISE, response=Done
)
def revoke_sheet(request: ApiRequest, address: str, sheet: UUID) -> Done:
    """Take back what is left of a sheet of codes."""
    hall = enter(request, address)
    me = hall.as_member()
    left = queries.invitations_of(hall.institution, at=hall.at)
    if not any(each.sheet == sheet for each in left):
        raise Http404
    inviting.revoke_sheet(hall.institution, sheet, by=me, at=hall.at)
    return Done(at=hall.at)


@router.post("/joining/look", auth=ANYBODY, response=schemas.Invited)
def look_at_invitation(request: ApiRequest, sent: schemas.CodeSent) -> schemas.Invited:
    """Read what one would join by a code. Looking uses nothing up."""
    invitation = _good_invitation(request, sent.code)
    institution, at = invitation.institution, request.at
    charter = queries.charter_in_force(institution, at=at)
    already = queries.member_of(institution, person_of(request), at=at)
    return schemas.Invited(
        address=institution.address,
        name=in_words(charter.name),
        purpose=in_words(charter.purpose),
        member_class=invitation.member_class,
        expires_at=invitation.expires_at,
        already_member=already is not None,
        charter=charter_told(charter),
    )


@router.post("/joining", auth=BELONG, response={201: schemas.Face})
def join_institution(
    request: ApiRequest, sent: schemas.Joining
) -> Status[schemas.Face]:
    """Become a member by a code, under a name of one's choice."""
    invitation = _good_invitation(request, sent.code)
    joining.join(sent.code, person=request.user, name=sent.name, at=request.at)
    return Status(201, face_of(enter(request, invitation.institution.address)))


def _good_invitation(request: ApiRequest, code: str) -> Invitation:
    """Find an invitation that still opens the door; otherwise say why it does not."""
    require(limits.may_try(request, limits.CODES, at=request.at))
    invitation = queries.invitation_by_code(code)
    if invitation is None:
        raise Refused(refused("invitation_unknown"))
    duties.settle(invitation.institution, at=request.at)
    require(access.may_be_used(invitation, at=request.at))
    limits.was_no_guess(request, limits.CODES)
    return invitation


def _told(one: Invitation) -> schemas.Invitation:
    return schemas.Invitation(
        id=one.pk,
        sheet=one.sheet,
        for_member=one.for_member_id,
        invited_by=one.invited_by.name if one.invited_by else None,
        member_class=one.member_class,
        made_at=one.made_at,
        expires_at=one.expires_at,
        max_uses=one.max_uses,
        uses=one.uses,
    )
