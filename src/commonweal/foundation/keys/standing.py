"""Keys that stay for as long as the node: by them equal things are found.

The first use makes one and notes a check of it; from then on a missing file is never
made anew in silence, and another key in its place is refused, because everything
looked up by it would seem to be gone.
"""

import hmac

from django.conf import settings
from django.db import transaction

from commonweal.foundation.keys import store
from commonweal.foundation.keys.models import StandingKey
from commonweal.rules.secrecy.sealed_words import keyed_digest
from commonweal.rules.verdict import Refused, refused

FOLDER = "standing/"
_known: dict[tuple[str, str], bytes] = {}


def standing_key(name: str) -> bytes:
    """Give the standing key of a name; read once a process, once it was checked."""
    here = (str(settings.KEYS), name)
    if here not in _known:
        mark = StandingKey.objects.filter(name=name).first()
        if mark is None:
            return _begun(name)
        _known[here] = checked(mark)
    return _known[here]


def checked(mark: StandingKey) -> bytes:
    """Give the key a mark stands for; refuse any other in its place."""
    key = store.kept(FOLDER + mark.name)
    if not hmac.compare_digest(mark.check_digest, _check(key)):
        raise Refused(refused("key_wrong", name=FOLDER + mark.name))
    return key


def forget_standing_keys() -> None:
    """Read every standing key anew next time."""
    _known.clear()


def _begun(name: str) -> bytes:
    key = store.made(FOLDER + name)
    with transaction.atomic():
        StandingKey.objects.get_or_create(
            name=name, defaults={"check_digest": _check(key)}
        )
    return key


def _check(key: bytes) -> str:
    return keyed_digest(key, "commonweal.check", "")
