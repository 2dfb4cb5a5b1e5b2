"""Sealing words, and destroying keys so that what they sealed is gone everywhere."""

import secrets
from collections.abc import Iterable

from django.db import transaction

from commonweal.foundation.keys import store
from commonweal.foundation.keys.models import DoomedKey
from commonweal.rules.secrecy import sealed_words


def seal(words: str, *, key: str, about: str) -> bytes:
    """Seal words with the key of a name, made now if there is none yet."""
    return sealed_words.sealed(
        words.encode(),
        key=store.made(key),
        key_name=key,
        about=about,
        nonce=secrets.token_bytes(sealed_words.NONCE_BYTES),
    )


@transaction.atomic
def destroy(names: Iterable[str]) -> None:
    """Destroy keys, once what is being done holds; whatever they sealed is gone then.

    The names are written down first. Should the machine stop in between, the duty
    finds them.
    """
    doomed = [DoomedKey(name=name) for name in names if name]
    DoomedKey.objects.bulk_create(doomed, ignore_conflicts=True)
    transaction.on_commit(destroy_what_is_doomed)


def destroy_what_is_doomed() -> bool:
    """Destroy the files of all keys that are to go; say whether there were any."""
    names = list(DoomedKey.objects.values_list("name", flat=True))
    for name in names:
        store.destroy(name)
    DoomedKey.objects.filter(name__in=names).delete()
    return bool(names)
