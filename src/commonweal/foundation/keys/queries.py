"""Opening what is sealed, finding equal things, and what is wrong with the keys."""

from collections.abc import Iterable

from commonweal.foundation.keys import store
from commonweal.foundation.keys.models import StandingKey
from commonweal.foundation.keys.standing import checked, standing_key
from commonweal.rules.secrecy import sealed_words
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Refused, refused


def opened(value: bytes | memoryview, *, about: str) -> str:
    """Open a sealed value with the key it names."""
    name = key_of(value)
    words = sealed_words.opened(bytes(value), key=store.kept(name), about=about)
    if words is None:
        raise Refused(refused("key_wrong", name=name))
    return words.decode()


def key_of(value: bytes | memoryview) -> str:
    """Say which key opens a sealed value."""
    return sealed_words.key_named(bytes(value))


def looked_up(purpose: str, text: str) -> str:
    """Give the digest by which equal texts are found; empty for an empty text."""
    if not text:
        return ""
    return sealed_words.keyed_digest(standing_key(purpose), purpose, text)


def troubles(sealed_by: Iterable[str] = ()) -> tuple[Sentence, ...]:
    """Say what is wrong with the keys that stay, and with those named."""
    asked = [_trouble_of_mark(mark) for mark in StandingKey.objects.order_by("name")]
    asked += [_trouble(name) for name in sealed_by]
    return tuple(found for found in asked if found)


def _trouble_of_mark(mark: StandingKey) -> Sentence | None:
    try:
        checked(mark)
    except Refused as trouble:
        return trouble.verdict.reason
    return None


def _trouble(name: str) -> Sentence | None:
    try:
        store.kept(name)
    except Refused as trouble:
        return trouble.verdict.reason
    return None
