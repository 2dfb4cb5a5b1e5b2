"""By which keys something is sealed for holders today, wherever they lie."""

from collections.abc import Iterator

from commonweal.foundation.keys.queries import InUse
from commonweal.foundation.sealing.models import SealedThing
from commonweal.foundation.sealing.queries import given_name, half_name, key_name
from commonweal.rules.secrecy import boxes
from commonweal.rules.secrecy.shared_secret import SHARE_BYTES

HALF_BYTES, GIVEN_BYTES = boxes.KEY_BYTES + boxes.BOX_BYTES, 1 + SHARE_BYTES


def keys_in_use() -> Iterator[InUse]:
    """Name the keys of what is not destroyed: its own, or what trustees open it by."""
    there = SealedThing.objects.filter(destroyed_at=None)
    for thing in there.prefetch_related("shares").iterator(chunk_size=500):
        shares = list(thing.shares.all())
        if not shares or thing.opened_at is not None:
            yield InUse(key_name(thing))
            continue
        for share in shares:
            if share.given_at is not None:
                yield InUse(given_name(thing, share.number), GIVEN_BYTES)
            elif share.trustee_id is not None:
                yield InUse(half_name(thing, share.number), HALF_BYTES)
