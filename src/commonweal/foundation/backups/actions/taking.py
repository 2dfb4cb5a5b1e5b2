"""Taking a backup, and forgetting old ones."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import datetime

from django.db import DEFAULT_DB_ALIAS

from commonweal.foundation.backups import archives, engines, keys, lists, tables
from commonweal.foundation.backups.keys import WriterKeys
from commonweal.foundation.backups.stores import Store
from commonweal.rules.backups.keeping import KeepRule, kept
from commonweal.rules.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Taken:
    """A backup that was taken: its name, what it holds, and what of that was new."""

    name: str
    rows: int
    pieces: int
    new: int
    new_bytes: int
    damaged: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many backups and pieces were removed, and what lies there beside ours."""

    backups: int
    pieces: int
    doubts: tuple[Sentence, ...]


def take(
    store: Store,
    own: WriterKeys,
    *,
    at: datetime,
    alias: str = DEFAULT_DB_ALIAS,
    distrusted: Container[str] = (),
) -> Taken:
    """Write all that stands in the database at one moment, but for what is left out.

    Pages go on being read and written meanwhile. Until the last file is written there
    is no new backup, and the ones before are not touched. Pieces that are distrusted,
    or that tonight's look finds damaged, are written anew and not leaned on.
    """
    writing = archives.begin(store, own, at=at, distrusted=distrusted)
    with engines.one_moment(alias):
        there = tables.Tables(alias)
        for model in there.models():
            label = model._meta.label_lower
            if label not in tables.left_out():
                names = [field.attname for field in tables.columns_of(model)]
                writing.table(label, names, tables.rows_in(model, alias))
    listed = writing.finish(
        at,
        {
            "migrations": [list(step) for step in there.steps],
            "secret_key": keys.secret_key_check(),
        },
    )
    return Taken(
        listed.name,
        rows=sum(table.rows for table in writing.tables),
        pieces=len(listed.pieces),
        new=writing.new,
        new_bytes=writing.new_bytes,
        damaged=tuple(writing.damaged),
    )


def prune(
    store: Store,
    rule: KeepRule,
    own: WriterKeys,
    *,
    at: datetime,
    sparing: str | None = None,
) -> Forgotten:
    """Forget the backups of ours that a rule does not keep.

    What others signed, what cannot be read, and what is of a moment to come is neither
    counted nor removed: whoever can add to a store has no say in what leaves it.
    """
    found = lists.found_in(store, own.known_by, at=at)
    names = {one.taken_at: one.name for one in found.ours}
    staying = kept(names, rule)
    doomed = [
        name
        for moment, name in sorted(names.items())
        if moment not in staying and name != sparing
    ]
    return Forgotten(len(doomed), lists.forget(store, found, doomed), found.doubts)
