"""That this node was put back to an earlier day, and who here knows of it."""

from django.http import Http404
from ninja import Router

from commonweal.foundation.backups import access, queries
from commonweal.foundation.backups.actions import restoring
from commonweal.foundation.backups.models import Restoration
from commonweal.interfaces.api.keys import ANYBODY, BELONG
from commonweal.interfaces.api.requests import ApiRequest, Hall, enter
from commonweal.interfaces.api.schemas import moderation as schemas
from commonweal.interfaces.api.schemas.common import may

router = Router(tags=["journal"])
HERE = "/institutions/{slug:address}/restored"


@router.get(HERE, auth=ANYBODY, response=schemas.Restored)
def read_restored(request: ApiRequest, address: str) -> schemas.Restored:
    """Read when the node was last put back, where it was while this was here."""
    hall = enter(request, address)
    return _told(hall, _last_one(hall))


@router.post(HERE, auth=BELONG, response=schemas.Restored)
def acknowledge_restored(request: ApiRequest, address: str) -> schemas.Restored:
    """Say, for all to see, that I know of it."""
    hall = enter(request, address)
    one = _last_one(hall)
    restoring.acknowledge(hall.institution, one, by=hall.member, at=hall.at)
    return _told(hall, one)


def _last_one(hall: Hall) -> Restoration:
    for one in queries.restorations():
        if hall.institution.founded_at <= one.taken_at:
            return one
    raise Http404


def _told(hall: Hall, one: Restoration) -> schemas.Restored:
    return schemas.Restored(
        taken_at=one.taken_at,
        restored_at=one.restored_at,
        is_known=queries.is_acknowledged(hall.institution, one, at=hall.at),
        may_acknowledge=may(access.may_acknowledge(hall.member, one, at=hall.at)),
    )
