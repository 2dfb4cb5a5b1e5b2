"""Which backups there are, and what is wrong with them."""

from collections.abc import Iterator

from commonweal.foundation.backups import archives
from commonweal.foundation.backups.keys import PaperKey
from commonweal.foundation.backups.stores import Store
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Refused


def backups_in(store: Store) -> list[archives.Listed]:
    """Give the backups whose lists can be read, the oldest first."""
    found = []
    for name in archives.names_in(store):
        try:
            found.append(archives.read(store, name))
        except Refused:
            continue
    return found


def backup_of(store: Store, asked: str | None) -> archives.Listed | None:
    """Find a backup by what its name begins with, or the newest."""
    names = [
        name
        for name in archives.names_in(store)
        if asked is None or name.removeprefix(archives.LISTS).startswith(asked)
    ]
    return archives.read(store, names[-1]) if names else None


def damage_in(store: Store, key: PaperKey | None) -> Iterator[Sentence]:
    """Say what is wrong with any backup: from the files alone, or with the key."""
    by = key.for_writing.known_by if key else None
    for name in archives.names_in(store):
        try:
            listed = archives.read(store, name, known_by=by)
        except Refused as refusal:
            yield refusal.verdict.reason
            continue
        yield from archives.damage(store, listed)
        if key:
            yield from archives.Opened(store, listed, key).damage()
