"""How a backup lies in its store: sealed pieces, and one signed list of them.

`pieces/` holds sealed pieces, each named by the digest of its own bytes, so that a
damaged one is found without any key. `backups/` holds one list a backup: the pieces it
needs, and, sealed, which rows of which table they are. Pieces are written first and
the list last, so a backup that was interrupted is none, and the one before is whole.
A piece that an earlier backup holds already is not written again.
"""

import json
import zlib
from base64 import b64encode
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from nacl.exceptions import CryptoError

from commonweal.foundation.backups.keys import PaperKey, WriterKeys
from commonweal.foundation.backups.lists import (
    FORMAT,
    PIECES,
    Listed,
    Piece,
    listed_as,
    name_at,
    names_in,
    place_of,
    read,
)
from commonweal.foundation.backups.stores import Store
from commonweal.rules.backups.pieces import Sum, pieces
from commonweal.rules.canonical import Json, canonical
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.verdict import Refused, refused

# In so many nights every piece is read once.
NIGHTS = 28

type Rows = Iterable[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True)
class TableKept:
    """One table in a backup: its columns, how many rows, their sum, their pieces."""

    label: str
    columns: tuple[str, ...]
    rows: int
    sum: str
    pieces: tuple[str, ...]


@dataclass(slots=True)
class Writing:
    """A backup being written: what is new in it, and what was there before."""

    store: Store
    keys: WriterKeys
    there: dict[str, Piece] = field(default_factory=dict)
    used: dict[str, Piece] = field(default_factory=dict)
    damaged: list[str] = field(default_factory=list)
    tables: list[TableKept] = field(default_factory=list)
    new: int = 0
    new_bytes: int = 0

    def table(self, label: str, columns: Sequence[str], rows: Rows) -> None:
        """Write a table, piece by piece; what is there already is only named."""
        total = Sum()
        names = []
        for lines in pieces(rows):
            for line in lines:
                total.add(line)
            names.append(self._piece(label, lines))
        self.tables.append(
            TableKept(label, tuple(columns), total.rows, total.text, tuple(names))
        )

    def _piece(self, label: str, lines: Sequence[bytes]) -> str:
        plain = b"\n".join([label.encode(), *lines])
        name = self.keys.name_of(plain)
        if name not in self.used:
            self.used[name] = self.there.get(name) or self._written(name, plain)
        return name

    def _written(self, name: str, plain: bytes) -> Piece:
        sealed = self.keys.sealed(zlib.compress(plain, 6))
        digest = sha256(sealed).hexdigest()
        self.store.put(place_of(digest), sealed)
        self.new += 1
        self.new_bytes += len(sealed)
        return Piece(name, digest, len(sealed))

    def finish(self, taken_at: datetime, facts: Mapping[str, Json]) -> Listed:
        """Write the list: from now on it is a backup."""
        self._require_whole()
        moment = taken_at.astimezone(UTC).isoformat()
        # Sealed too, so that nobody puts what is sealed under a list of another day.
        inner: dict[str, Json] = {"taken_at": moment, **facts}
        inner["tables"] = [_told(one) for one in self.tables]
        sealed = self.keys.sealed(zlib.compress(canonical(inner), 6))
        told: dict[str, Json] = {
            "format": FORMAT,
            "taken_at": moment,
            "pieces": [[one.name, one.object, one.size] for one in self.used.values()],
            "sealed": b64encode(sealed).decode(),
            "known_by": self.keys.known_by.hex(),
        }
        signature = self.keys.signed(canonical(told))
        name = name_at(taken_at)
        self.store.put(name, canonical({**told, "signature": signature}))
        return listed_as(name, told)

    def _require_whole(self) -> None:
        """Refuse a backup whose pieces were removed while it was being written."""
        sizes = self.store.sizes(PIECES)
        for one in self.used.values():
            if sizes.get(one.place) != one.size:
                raise Refused(refused("backup_disturbed", piece=one.place))


def begin(
    store: Store, keys: WriterKeys, *, at: datetime, distrusted: Container[str] = ()
) -> Writing:
    """Begin a backup on top of the newest one that is there and ours.

    What is gone, has another length than it should or is distrusted is written anew.
    Some pieces are read each night, so that all of them are in a month: a bit that
    turned over would otherwise spoil each backup from then on.
    """
    writing = Writing(store, keys)
    sizes = store.sizes(PIECES)
    for name in reversed(names_in(store)):
        try:
            listed = read(store, name, known_by=keys.known_by)
        except Refused:
            continue
        for one in listed.pieces:
            if sizes.get(one.place) != one.size or one.object in distrusted:
                continue
            if is_read_on(one, at) and not is_whole(store, one):
                writing.damaged.append(one.object)
            else:
                writing.there[one.name] = one
        break
    return writing


def is_read_on(piece: Piece, at: datetime) -> bool:
    """Say whether it is this piece's night to be read."""
    return int(piece.object[:8], 16) % NIGHTS == at.toordinal() % NIGHTS


def is_whole(store: Store, piece: Piece) -> bool:
    """Say whether a piece is what its name says."""
    sealed = store.get(piece.place)
    return sealed is not None and sha256(sealed).hexdigest() == piece.object


def damage(store: Store, listed: Listed) -> Iterator[Sentence]:
    """Say which pieces of a backup are gone or were changed, from the files alone."""
    total = len(listed.pieces)
    for number, piece in enumerate(listed.pieces, start=1):
        sealed = store.get(piece.place)
        facts: dict[str, Fact] = {
            "backup": listed.name,
            "piece": piece.place,
            "number": number,
            "total": total,
        }
        if sealed is None:
            yield Sentence("piece_gone", facts)
        elif sha256(sealed).hexdigest() != piece.object:
            yield Sentence("piece_changed", facts)


class Opened:
    """A backup opened with the paper key."""

    def __init__(self, store: Store, listed: Listed, key: PaperKey) -> None:
        self.store = store
        self.listed = listed
        self.key = key
        self._places = {one.name: one.object for one in listed.pieces}
        try:
            self.facts: dict[str, Any] = json.loads(
                zlib.decompress(key.opened(listed.sealed))
            )
            self.tables = [
                TableKept(
                    str(one["label"]),
                    tuple(one["columns"]),
                    int(one["rows"]),
                    str(one["sum"]),
                    tuple(one["pieces"]),
                )
                for one in self.facts["tables"]
            ]
            _require_of(listed, self.facts, key)
        except (CryptoError, zlib.error) as error:
            raise Refused(refused("paper_key_wrong")) from error
        except (ValueError, KeyError, TypeError) as error:
            raise Refused(refused("backup_list_damaged", backup=listed.name)) from error

    def lines(self, table: TableKept) -> Iterator[bytes]:
        """Give a table's rows as lines; refuses a piece that is not what it was."""
        total = Sum()
        for name in table.pieces:
            for line in self._lines_of(table, name):
                total.add(line)
                yield line
        if (total.rows, total.text) != (table.rows, table.sum):
            raise Refused(refused("table_damaged", table=table.label))

    def damage(self) -> Iterator[Sentence]:
        """Say which tables cannot be read back whole."""
        for table in self.tables:
            try:
                for _ in self.lines(table):
                    pass
            except Refused as refusal:
                yield refusal.verdict.reason

    def _lines_of(self, table: TableKept, name: str) -> list[bytes]:
        digest = self._places.get(name, "")
        sealed = self.store.get(place_of(digest)) if digest else None
        bad = refused("table_damaged", table=table.label)
        # Asked before anything is unpacked: what was put there by others never is.
        if sealed is None or sha256(sealed).hexdigest() != digest:
            raise Refused(bad)
        try:
            plain = zlib.decompress(self.key.opened(sealed))
        except (CryptoError, zlib.error) as error:
            raise Refused(bad) from error
        label, *lines = plain.split(b"\n")
        is_it = self.key.for_writing.name_of(plain) == name
        if not is_it or label != table.label.encode():
            raise Refused(bad)
        return lines


def _require_of(listed: Listed, facts: Mapping[str, Any], key: PaperKey) -> None:
    """Refuse what is not signed by this paper, or was sealed at another moment."""
    if listed.known_by != key.for_writing.known_by:
        raise Refused(refused("backup_of_another", backup=listed.name))
    # Backups of before this was sealed stand by their signature alone.
    moment = facts.get("taken_at")
    if moment and datetime.fromisoformat(moment) != listed.taken_at:
        taken = datetime.fromisoformat(moment)
        raise Refused(refused("backup_redated", backup=listed.name, taken=taken))


def _told(table: TableKept) -> dict[str, Json]:
    return {
        "label": table.label,
        "columns": list(table.columns),
        "rows": table.rows,
        "sum": table.sum,
        "pieces": list(table.pieces),
    }
