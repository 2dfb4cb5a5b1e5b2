"""The discussion of a proposal."""

from uuid import UUID

from django.http import Http404
from ninja import Router, Status

from commonweal.foundation.institutions.models import Member
from commonweal.foundation.threads import actions, queries
from commonweal.foundation.threads.models import Post
from commonweal.interfaces.api.keys import DISCUSS, READ
from commonweal.interfaces.api.operations.proposals import ONE, shown_view
from commonweal.interfaces.api.paging import page_of
from commonweal.interfaces.api.requests import ApiRequest, enter
from commonweal.interfaces.api.schemas import decisions as schemas
from commonweal.interfaces.api.schemas.common import Cursor, Limit, Number, Page, Said
from commonweal.interfaces.api.telling.moderation import words_veiled

router = Router(tags=["discussions"])
HERE = ONE + "/posts"


@router.get(HERE, auth=READ, response=Page[schemas.Post])
def list_posts(
    request: ApiRequest, address: str, number: Number, after: Cursor, limit: Limit
) -> Page[schemas.Post]:
    """List what was said about a proposal, the oldest first."""
    hall = enter(request, address)
    me = hall.as_member()
    view = shown_view(hall, number)
    said = list(queries.posts(hall.institution, view.proposal.pk))
    found = queries.without_hidden(hall.institution, said, by=me, at=hall.at)
    shown, more = page_of(found, lambda one: one.pk, after=after, limit=limit)
    veil = words_veiled(hall, [one.pk for one in shown])
    items = [_told(one, me, veil(one.pk)) for one in shown]
    return Page[schemas.Post](items=items, next=more)


@router.post(HERE, auth=DISCUSS, response={201: schemas.Post})
def say_something(
    request: ApiRequest, address: str, number: Number, sent: schemas.NewPost
) -> Status[schemas.Post]:
    """Say something about a proposal, perhaps in answer to somebody."""
    hall = enter(request, address)
    me = hall.as_member()
    view = shown_view(hall, number)
    post = actions.say_in_thread(
        view.proposal.pk,
        institution=hall.institution,
        by=me,
        text=sent.text,
        answers=sent.answers,
        at=hall.at,
    )
    return Status(201, _told(post, me, []))


@router.api_operation(
    ["DELETE"], HERE + "/{uuid:post}", auth=DISCUSS, response=schemas.Post
)
def take_back_post(
    request: ApiRequest, address: str, number: Number, post: UUID
) -> schemas.Post:
    """Take back what I said: its words go, its place stays."""
    hall = enter(request, address)
    me = hall.as_member()
    view = shown_view(hall, number)
    thread = queries.posts(hall.institution, view.proposal.pk)
    found = next((one for one in thread if one.pk == post), None)
    if found is None:
        raise Http404
    return _told(actions.take_back(found, by=me, at=hall.at), me, [])


def _told(post: Post, me: Member, hidden: list[Said]) -> schemas.Post:
    return schemas.Post(
        id=post.pk,
        author=post.author.name if post.author else None,
        answers=post.answers_id,
        text="" if hidden else post.text,
        hidden=hidden,
        written_at=post.written_at,
        taken_back_at=post.taken_back_at,
        is_mine=post.author_id == me.pk,
    )
