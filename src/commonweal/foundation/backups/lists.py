"""The signed lists that say which backups there are, and whose each is.

One list a backup: when it was taken, which pieces it needs and, sealed, which rows they
are. Whoever reaches a store can put files there. So a list says something only to
whom it is signed for, and what nobody here signed is neither counted nor removed.
"""

import json
from base64 import b64decode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from commonweal.foundation.backups.keys import is_signed
from commonweal.foundation.backups.stores import Store
from commonweal.rules.canonical import canonical
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Refused, refused

FORMAT = "commonweal-backup-1"
LISTS, PIECES = "backups/", "pieces/"
NAME = "%Y%m%dT%H%M%S.%fZ"
# What Python says of a list that others wrote: no JSON, too deep, of no such day.
UNREADABLE = (
    ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A sealed piece: what is in it by name, where it lies, and how long it is."""

    name: str
    object: str
    size: int

    @property
    def place(self) -> str:
        """Where it lies in the store."""
        return place_of(self.object)


@dataclass(frozen=True, slots=True)
class Listed:
    """A backup as anybody can read it who has the files: when, and which pieces."""

    name: str
    taken_at: datetime
    pieces: tuple[Piece, ...]
    sealed: bytes
    known_by: bytes


@dataclass(frozen=True, slots=True)
class Found:
    """What lies in a store: our backups until now, and what else there is."""

    ours: tuple[Listed, ...]
    ahead: tuple[Listed, ...]
    others: tuple[Listed, ...]
    unreadable: tuple[str, ...]

    @property
    def doubts(self) -> tuple[Sentence, ...]:
        """Say what lies there beside the backups that count."""
        told = (
            ("backups_of_others", [one.name for one in self.others]),
            ("backups_ahead", [one.name for one in self.ahead]),
            ("backups_unreadable", list(self.unreadable)),
        )
        return tuple(
            Sentence(reason, {"count": len(names), "backup": names[-1]})
            for reason, names in told
            if names
        )


def found_in(store: Store, known_by: bytes, *, at: datetime) -> Found:
    """Tell apart what lies in a store, each the oldest first."""
    there: dict[str, list[Listed]] = {"ours": [], "ahead": [], "others": []}
    unreadable = []
    for name in names_in(store):
        try:
            listed = read(store, name)
        except Refused:
            unreadable.append(name)
            continue
        there[_whose(listed, known_by, at)].append(listed)
    parts = {part: tuple(lists) for part, lists in there.items()}
    return Found(**parts, unreadable=tuple(unreadable))


def _whose(listed: Listed, known_by: bytes, at: datetime) -> str:
    if listed.known_by != known_by:
        return "others"
    return "ours" if listed.taken_at <= at else "ahead"


def name_at(taken_at: datetime) -> str:
    """Name the list of a backup by its moment."""
    return f"{LISTS}{taken_at.astimezone(UTC):{NAME}}.json"


def names_in(store: Store) -> list[str]:
    """Name the backups that are there, the oldest first."""
    return sorted(name for name in store.sizes(LISTS) if name.endswith(".json"))


def read(store: Store, name: str, *, known_by: bytes | None = None) -> Listed:
    """Read the list of a backup; refuses one that is damaged or another's."""
    content = store.get(name)
    if content is None:
        raise Refused(refused("backup_not_there", backup=name))
    try:
        told = json.loads(content)
        signature = str(told.pop("signature"))
        listed = listed_as(name, told)
        message = canonical(told)
    except UNREADABLE as error:
        raise Refused(refused("backup_list_damaged", backup=name)) from error
    # A list under another's name would pass an old backup off as a new one.
    is_it = told.get("format") == FORMAT and name == name_at(listed.taken_at)
    if not is_it or not is_signed(message, signature, listed.known_by):
        raise Refused(refused("backup_list_damaged", backup=name))
    if known_by is not None and known_by != listed.known_by:
        raise Refused(refused("backup_of_another", backup=name))
    return listed


def listed_as(name: str, told: Mapping[str, Any]) -> Listed:
    """Read what a list tells; raises what Python does where it tells nothing."""
    return Listed(
        name,
        datetime.fromisoformat(told["taken_at"]).astimezone(UTC),
        tuple(Piece(str(one), str(place), int(n)) for one, place, n in told["pieces"]),
        b64decode(told["sealed"]),
        bytes.fromhex(told["known_by"]),
    )


def place_of(digest: str) -> str:
    """Say where the piece of this digest lies."""
    return f"{PIECES}{digest[:2]}/{digest}"


def forget(store: Store, found: Found, doomed: Iterable[str]) -> int:
    """Remove backups of ours, and the pieces no other of ours needs; count those.

    Where all that lies there is ours, pieces go as well that no list names: a backup
    that was interrupted left them. Elsewhere nobody knows whose they are.
    """
    gone = set(doomed)
    going = [one for one in found.ours if one.name in gone]
    staying = [one for one in (*found.ours, *found.ahead) if one.name not in gone]
    alone = not found.others and not found.unreadable
    there = store.sizes(PIECES) if alone else _places(going)
    spare = sorted(set(there) - _places(staying))
    # Before the lists that name them: whoever is interrupted finds them once more.
    for name in spare:
        store.remove(name)
    for one in going:
        store.remove(one.name)
    return len(spare)


def _places(lists: Iterable[Listed]) -> set[str]:
    return {piece.place for listed in lists for piece in listed.pieces}
