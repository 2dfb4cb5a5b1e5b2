"""My own page: who I am here, where I belong, what waits for me, what is kept."""

from typing import Any

from ninja import Router

from commonweal.capabilities.decisions import queries as decisions
from commonweal.foundation import duties
from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.people import actions, queries
from commonweal.interfaces.api.keys import BELONG, READ
from commonweal.interfaces.api.requests import ApiRequest
from commonweal.interfaces.api.schemas import people as schemas
from commonweal.interfaces.api.schemas.common import Done, in_words, said

router = Router(tags=["me"])


@router.get("/me", auth=READ, response=schemas.Myself)
def me(request: ApiRequest) -> schemas.Myself:
    """Say who I am on this node, and which key this was asked with."""
    person, token = request.user, request.token
    assert token is not None, "nobody comes here without a key"
    return schemas.Myself(
        id=person.id,
        email=person.email,
        email_confirmed=person.email_confirmed,
        language=person.language,
        joined_on=person.joined_on,
        key=schemas.TokenShown(
            name=token.name,
            scopes=token.scopes,
            made_on=token.made_on,
            ends_on=token.ends_on,
        ),
    )


@router.get("/me/memberships", auth=READ, response=list[schemas.Membership])
def my_memberships(request: ApiRequest) -> list[schemas.Membership]:
    """List the institutions I belong to, the oldest membership first."""
    return [
        schemas.Membership(
            address=one.institution.address,
            institution=in_words(one.charter.name),
            member=one.member.pk,
            name=one.member.name,
            member_class=one.member.member_class,
            joined_at=one.member.joined_at,
        )
        for one in institutions.memberships_of(request.user, at=request.at)
    ]


@router.get("/me/needs", auth=READ, response=list[schemas.Need])
def my_needs(request: ApiRequest) -> list[schemas.Need]:
    """List what waits for me over all my institutions, the first deadline first."""
    for one in institutions.memberships_of(request.user, at=request.at):
        duties.settle(one.institution, at=request.at)
    return [
        schemas.Need(
            act=said(need.act),
            address=need.institution.address,
            proposal=need.number,
            title=need.title,
            due_at=need.due_at,
            if_nothing=said(need.if_nothing),
        )
        for need in decisions.needs_of(request.user, at=request.at)
    ]


@router.get("/me/held", auth=READ, response=schemas.Held)
def held_about_me(request: ApiRequest) -> dict[str, Any]:
    """Give me all that this node holds about me, table by table."""
    return {"held": queries.held_about(request.user, at=request.at)}


@router.put("/me/language", auth=BELONG, response=Done)
def change_language(request: ApiRequest, sent: schemas.NewLanguage) -> Done:
    """Change the language I read and am written to in."""
    actions.change_language(request.user, language=sent.language)
    return Done(at=request.at)
