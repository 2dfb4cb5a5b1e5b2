"""Sealing for trustees, and opening, reading, handing over and destroying together.

The code of a trustee is taken on the page alone: it goes onto paper, and a stolen key
must not end it and take another.
"""

from uuid import UUID

from django.http import Http404
from ninja import Router, Status

from commonweal.foundation.sealing import access, actions, queries
from commonweal.foundation.sealing.queries import ThingView
from commonweal.interfaces import limits
from commonweal.interfaces.api.keys import READ, SEAL
from commonweal.interfaces.api.requests import ApiRequest, Hall, enter
from commonweal.interfaces.api.schemas import sealing as schemas
from commonweal.interfaces.api.schemas.common import Done, may
from commonweal.rules.verdict import require

router = Router(tags=["sealing"])
HALL = "/institutions/{slug:address}/sealed"
ONE = HALL + "/{uuid:thing}"


@router.get(HALL, auth=READ, response=schemas.Sealed)
def read_sealed(request: ApiRequest, address: str) -> schemas.Sealed:
    """Read who the trustees are, and what I keep shares of."""
    return _sealed(enter(request, address))


@router.post(HALL, auth=SEAL, response={201: Done})
def seal_words(
    request: ApiRequest, address: str, sent: schemas.NewSealed
) -> Status[Done]:
    """Seal words for the trustees: they open them together, and I cannot."""
    hall = enter(request, address)
    me = hall.as_member()
    account = actions.Account(
        words=sent.words,
        purpose=sent.purpose,
        days=sent.days,
        is_mine_by_name=sent.is_mine_by_name,
    )
    require(limits.may_seal(me.person, at=hall.at))
    actions.seal_account(hall.institution, account, by=me, at=hall.at)
    return Status(201, Done(at=hall.at))


@router.get(ONE, auth=READ, response=schemas.SealedThing)
def read_sealed_thing(
    request: ApiRequest, address: str, thing: UUID
) -> schemas.SealedThing:
    """Read how far something is from open of which I keep a share."""
    hall = enter(request, address)
    return _told(hall, _found(hall, thing))


@router.post(ONE + "/share", auth=SEAL, response=schemas.GivenShare)
def give_share(
    request: ApiRequest, address: str, thing: UUID, sent: schemas.NewShare
) -> schemas.GivenShare:
    """Give my share with the code on my paper; with enough shares it opens."""
    hall = enter(request, address)
    view = _found(hall, thing)
    is_true = actions.give_share(view.thing, by=hall.member, code=sent.code, at=hall.at)
    return schemas.GivenShare(is_true=is_true, thing=_told(hall, _found(hall, thing)))


@router.post(ONE + "/words", auth=SEAL, response=schemas.SealedWords)
def read_sealed_words(
    request: ApiRequest, address: str, thing: UUID
) -> schemas.SealedWords:
    """Read what was opened; whoever it is about by name sees that I did.

    It is a deed, since it is noted; its answer is kept for no repeated request.
    """
    request.keeps_no_answer = True
    hall = enter(request, address)
    view = _found(hall, thing)
    return schemas.SealedWords(
        words=actions.read(view.thing, by=hall.member, at=hall.at)
    )


@router.post(ONE + "/hand-over", auth=SEAL, response=schemas.Sealed)
def hand_over_sealed(request: ApiRequest, address: str, thing: UUID) -> schemas.Sealed:
    """Seal what was opened anew, for the trustees of today."""
    hall = enter(request, address)
    actions.hand_over(_found(hall, thing).thing, by=hall.member, at=hall.at)
    return _sealed(hall)


@router.post(ONE + "/destroy", auth=SEAL, response=schemas.Sealed)
def destroy_sealed(request: ApiRequest, address: str, thing: UUID) -> schemas.Sealed:
    """Want its keys destroyed; once enough trustees do, nobody ever reads it again."""
    hall = enter(request, address)
    actions.agree_to_destroy(_found(hall, thing).thing, by=hall.member, at=hall.at)
    return _sealed(hall)


def _found(hall: Hall, thing: UUID) -> ThingView:
    """Find a thing one keeps a share of; any other is as though it were not there."""
    view = queries.thing_of(hall.as_member(), thing, at=hall.at)
    if view is None:
        raise Http404
    return view


def _sealed(hall: Hall) -> schemas.Sealed:
    me = hall.as_member()
    return schemas.Sealed(
        trustees=[
            schemas.Trustee(
                member=one.member.pk, name=one.member.name, has_code=one.has_code
            )
            for one in queries.trustees(hall.institution)
        ],
        threshold=queries.threshold(hall.institution),
        may_seal=may(access.may_seal_for_trustees(me, at=hall.at)),
        things=[_told(hall, one) for one in queries.things_of(me, at=hall.at)],
    )


def _told(hall: Hall, view: ThingView) -> schemas.SealedThing:
    me, thing, share, at = hall.member, view.thing, view.share, hall.at
    return schemas.SealedThing(
        id=thing.pk,
        purpose=thing.purpose,
        threshold=thing.threshold,
        trustees=view.trustees,
        given=view.given,
        want_destroyed=view.destroying,
        opens_at=thing.opens_at,
        opened_at=thing.opened_at,
        destroy_at=thing.destroy_at,
        is_lost=view.is_lost,
        may_give_share=may(access.may_give_share(share, thing, at=at)),
        may_read=may(access.may_read(me, thing, at=at)),
        may_hand_over=may(access.may_hand_over(me, share, thing, at=at)),
        may_destroy=may(access.may_destroy(share, thing, at=at)),
    )
