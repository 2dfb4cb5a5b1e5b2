"""What is asked of a database as a whole: to stand still, who is at it, its state."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, connections

from commonweal.rules.verdict import Refused, refused

UNICODE = "UTF8"


@contextmanager
def one_moment(alias: str = DEFAULT_DB_ALIAS) -> Iterator[None]:
    """Read everything as it is at one moment, without keeping anybody waiting."""
    connection = connections[alias]
    if connection.in_atomic_block:
        yield
        return
    connection.ensure_connection()
    begin = (
        "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        if connection.vendor == "postgresql"
        else "BEGIN DEFERRED"
    )
    with connection.cursor() as cursor:
        cursor.execute(begin)
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def require_unicode(alias: str = DEFAULT_DB_ALIAS) -> None:
    """Refuse a database that keeps letters otherwise than all others do."""
    kept_as = letters_kept_as(alias)
    if kept_as != UNICODE:
        raise Refused(refused("database_not_unicode", encoding=kept_as))


def letters_kept_as(alias: str = DEFAULT_DB_ALIAS) -> str:
    """Name the encoding of a database; an SQLite file has ours."""
    connection = connections[alias]
    if connection.vendor != "postgresql":
        return UNICODE
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_encoding")
        return str(cursor.fetchone()[0])


def hold_still(alias: str = DEFAULT_DB_ALIAS) -> None:
    """Let nobody write until the transaction ends, as SQLite does unasked."""
    connection = connections[alias]
    if connection.vendor == "postgresql":
        names = [
            connection.ops.quote_name(name)
            for name in connection.introspection.table_names()
        ]
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {', '.join(names)} IN SHARE MODE")


def others_at_it(alias: str = DEFAULT_DB_ALIAS) -> bool:
    """Say whether another process has this database open, as far as can be seen."""
    connection = connections[alias]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            return bool(cursor.fetchone()[0])
    path = str(Path(connection.settings_dict["NAME"]).resolve())
    return any(
        path == _leads_to(one)
        for one in Path("/proc").glob("[0-9]*/fd/*")
        if one.parts[2] != str(os.getpid())
    )


def _leads_to(link: Path) -> str:
    try:
        return str(link.readlink())
    except OSError:
        # The process has ended, or is none of ours.
        return ""


def is_sound(alias: str = DEFAULT_DB_ALIAS) -> bool:
    """Ask the database whether its file holds together; PostgreSQL watches its own."""
    connection = connections[alias]
    if connection.vendor != "sqlite":
        return True
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA quick_check(1)")
        return bool(cursor.fetchone()[0] == "ok")
