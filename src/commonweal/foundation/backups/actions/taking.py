"""Taking a backup, and forgetting old ones."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import DEFAULT_DB_ALIAS

from commonweal.foundation.backups import archives, keys, tables
from commonweal.foundation.backups.keys import WriterKeys
from commonweal.foundation.backups.stores import Store
from commonweal.rules.backups.keeping import KeepRule, kept


@dataclass(frozen=True, slots=True)
class Taken:
    """A backup that was taken: its name, what it holds, and what of that was new."""

    name: str
    rows: int
    pieces: int
    new: int
    new_bytes: int


def take(
    store: Store, own: WriterKeys, *, at: datetime, alias: str = DEFAULT_DB_ALIAS
) -> Taken:
    """Write all that stands in the database at one moment, but for what is left out.

    Pages go on being read and written meanwhile. Until the last file is written there
    is no new backup, and the ones before are not touched.
    """
    writing = archives.begin(store, own)
    with tables.one_moment(alias):
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
    rows = sum(table.rows for table in writing.tables)
    pieces = len(listed.pieces)
    return Taken(listed.name, rows, pieces, writing.new, writing.new_bytes)


def prune(store: Store, rule: KeepRule) -> tuple[list[str], int]:
    """Forget the backups a rule does not keep; name them, and count their pieces."""
    names = {archives.read(store, name).taken_at: name for name in _all(store)}
    staying = kept(names, rule)
    doomed = [name for moment, name in sorted(names.items()) if moment not in staying]
    return doomed, archives.forget(store, doomed)


def _all(store: Store) -> Iterable[str]:
    return archives.names_in(store)
