"""Opening what is sealed, finding equal things, and what is wrong with the keys."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.conf import settings
from django.utils.module_loading import import_string

from commonweal.foundation.keys import store
from commonweal.foundation.keys.models import StandingKey
from commonweal.foundation.keys.standing import checked, standing_key
from commonweal.rules.secrecy import sealed_words
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Refused, refused

# Sorts of keys of which it can be said what goes with one that is gone.
LOST_WITH_ITS_KEY = {
    "people", "letters", "proposals", "ballots", "paper", "rooms", "sealed",
    "avoidances",
}  # fmt: skip


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


class InUse(NamedTuple):
    """A key that something is sealed by today, and how long it is."""

    name: str
    length: int = sealed_words.KEY_BYTES


def troubles() -> tuple[Sentence, ...]:
    """Say what is wrong with the keys that stay, and with those of each subject.

    `settings.KEYS_IN_USE` names who says by which keys something is sealed. What is
    wrong with many of one sort is said once, with what is lost by it.
    """
    asked = [_trouble_of_mark(mark) for mark in StandingKey.objects.order_by("name")]
    return (*(found for found in asked if found), *_told_by_sort(_in_use()))


def _in_use() -> Iterator[InUse]:
    for place in settings.KEYS_IN_USE:
        yield from import_string(place)()


def _told_by_sort(keys: Iterable[InUse]) -> Iterator[Sentence]:
    found: dict[tuple[str, str], list[Sentence]] = {}
    for key in keys:
        trouble = _trouble(key)
        if trouble:
            sort = (trouble.id, key.name.partition("/")[0])
            found.setdefault(sort, []).append(trouble)
    for (reason, folder), troubles_ in sorted(found.items()):
        first, count = troubles_[0], len(troubles_)
        if reason == "key_missing" and folder in LOST_WITH_ITS_KEY:
            facts = {"name": first.facts["name"], "count": count}
            yield Sentence(f"keys_missing_{folder}", facts)
        else:
            yield Sentence("keys_amiss", {"problem": first, "count": count})


def _trouble_of_mark(mark: StandingKey) -> Sentence | None:
    try:
        checked(mark)
    except Refused as trouble:
        return trouble.verdict.reason
    return None


def _trouble(key: InUse) -> Sentence | None:
    try:
        store.kept(key.name, key.length)
    except Refused as trouble:
        return trouble.verdict.reason
    return None
