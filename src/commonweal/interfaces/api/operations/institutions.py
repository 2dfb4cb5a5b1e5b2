"""Institutions: which there are, founding one, its face, offices and statements."""

from collections.abc import Sequence
from dataclasses import replace

from django.http import Http404
from django.utils.translation import get_language
from ninja import Router, Status

from commonweal import kinds
from commonweal.capabilities.decisions import access as decisions
from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.actions import bringing, founding
from commonweal.foundation.institutions.charters import charter_of, with_bylaws
from commonweal.foundation.institutions.models import Statement
from commonweal.interfaces import limits
from commonweal.interfaces.api.keys import ANYBODY, ORGANISE
from commonweal.interfaces.api.paging import page_of
from commonweal.interfaces.api.requests import ApiRequest, Hall, enter
from commonweal.interfaces.api.schemas import institutions as schemas
from commonweal.interfaces.api.schemas.common import (
    Cursor,
    Limit,
    Page,
    Said,
    in_words,
    may,
)
from commonweal.interfaces.api.telling.moderation import words_veiled
from commonweal.rules.charters.charter import SHOWN, Charter
from commonweal.rules.charters.controls import adjusted
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Refused, require

router = Router(tags=["institutions"])
HERE = "/institutions/{slug:address}"


@router.get("/institutions", auth=ANYBODY, response=Page[schemas.Found])
def list_institutions(
    request: ApiRequest, after: Cursor, limit: Limit
) -> Page[schemas.Found]:
    """List the institutions that strangers may know of, by address."""
    found = queries.public_institutions(at=request.at, after=after, limit=limit + 1)
    more = len(found) > limit
    return Page[schemas.Found](
        items=[
            schemas.Found(
                address=one.institution.address,
                name=in_words(one.charter.name),
                purpose=in_words(one.charter.purpose),
            )
            for one in found[:limit]
        ],
        next=found[limit - 1].institution.address if more else None,
    )


@router.post("/institutions", auth=ORGANISE, response={201: schemas.Face})
def found_institution(
    request: ApiRequest, sent: schemas.NewInstitution
) -> Status[schemas.Face]:
    """Found an institution under the charter of a kind; I am its first member."""
    charter = _wanted(sent)
    require(limits.may_try(request, limits.FOUNDING, at=request.at))
    founding.found(
        kind=sent.kind,
        charter=charter,
        address=sent.address.strip().lower(),
        by=request.user,
        name=sent.my_name,
        at=request.at,
    )
    hall = enter(request, sent.address.strip().lower())
    return Status(201, face_of(hall))


@router.get(HERE, auth=ANYBODY, response=schemas.Face)
def read_institution(request: ApiRequest, address: str) -> schemas.Face:
    """Read the face of an institution, as far as I may see it."""
    return face_of(enter(request, address))


@router.get(HERE + "/officers", auth=ANYBODY, response=list[schemas.Officer])
def list_officers(request: ApiRequest, address: str) -> list[schemas.Officer]:
    """List who holds which office, and for how long."""
    hall = enter(request, address)
    require(access.may_see(hall.member, hall.charter, "officers"))
    return [
        schemas.Officer(
            office=one.office,
            office_name=_office_name(hall.charter, one.office),
            holder=one.holder_id,
            name=one.holder.name,
            until=one.until_at,
        )
        for one in queries.officers(hall.institution, at=hall.at)
    ]


@router.get(HERE + "/statements", auth=ANYBODY, response=Page[schemas.Statement])
def list_statements(
    request: ApiRequest, address: str, after: Cursor, limit: Limit
) -> Page[schemas.Statement]:
    """List what the institution stands by, the newest first."""
    hall = enter(request, address)
    require(access.may_see(hall.member, hall.charter, "decisions"))
    found = list(queries.statements(hall.institution, at=hall.at))
    shown, more = page_of(found, lambda one: one.pk, after=after, limit=limit)
    veil = words_veiled(hall, [one.pk for one in shown])
    items = [_stated(one, veil(one.pk)) for one in shown]
    return Page[schemas.Statement](items=items, next=more)


@router.post(HERE + "/statements", auth=ORGANISE, response={201: schemas.Statement})
def bring_statement(
    request: ApiRequest, address: str, sent: schemas.NewStatement
) -> Status[schemas.Statement]:
    """Write down what the group decided before it came here."""
    hall = enter(request, address)
    kept = bringing.bring_statement(
        hall.institution,
        by=hall.as_member(),
        title=sent.title,
        text=sent.text,
        decided_on=sent.decided_on,
        at=hall.at,
    )
    return Status(201, _stated(kept, []))


def face_of(hall: Hall) -> schemas.Face:
    """Tell what can be seen of an institution from where somebody stands."""
    institution, charter, member = hall.institution, hall.charter, hall.member
    shown = {what: bool(access.may_see(member, charter, what)) for what in SHOWN}
    count = queries.members(institution, at=hall.at).count()
    return schemas.Face(
        address=institution.address,
        name=in_words(charter.name),
        purpose=in_words(charter.purpose),
        place=charter.place,
        time_zone=charter.time_zone,
        founded_at=institution.founded_at,
        dissolved_at=institution.dissolved_at,
        member_count=count if shown["member_count"] else None,
        may_see=shown,
        ways_in=sorted(charter.joining.ways),
        me=_me(hall),
        may_propose=may(decisions.may_propose(member, charter, at=hall.at)),
        may_invite=may(access.may_invite(member, charter, at=hall.at)),
    )


def _stated(one: Statement, hidden: list[Said]) -> schemas.Statement:
    return schemas.Statement(
        id=one.pk,
        title="" if hidden else one.title,
        text="" if hidden else one.text,
        hidden=hidden,
        decided_on=one.decided_on,
        adopted_at=one.adopted_at,
    )


def _me(hall: Hall) -> schemas.Me | None:
    member = hall.member
    if member is None:
        return None
    belongs = hall.charter.member_class(member.member_class)
    return schemas.Me(
        id=member.pk,
        name=member.name,
        member_class=member.member_class,
        rights=sorted(belongs.rights) if belongs else [],
        joined_at=member.joined_at,
    )


def _office_name(charter: Charter, office_id: str) -> str:
    office = charter.office(office_id)
    return in_words(office.name) if office else office_id


def _wanted(sent: schemas.NewInstitution) -> Charter:
    """Read the charter the founder wants, or say what speaks against it."""
    if sent.kind not in kinds.names():
        raise Http404
    kept = charter_of(kinds.text_of(sent.kind))
    language = get_language() or kept.language
    if language in kept.languages:
        kept = replace(kept, language=language)
    asked_apart = {f"name.{one}": sent.name for one in kept.languages}
    wanted = adjusted(kept, {**sent.settings, **asked_apart, "place": sent.place})
    if isinstance(wanted, Charter):
        wanted = with_bylaws(wanted, sent.bylaws)
    if isinstance(wanted, Charter):
        return wanted
    raise _objected(wanted)


def _objected(objections: Sequence[Sentence]) -> Refused:
    return Refused(access.may_be_founded_with(tuple(objections)))
