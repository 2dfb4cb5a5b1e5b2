"""Django's SQLite, with the writers of one process queueing before the file.

SQLite lets one writer in at a time; the others sleep and look again, ever more rarely,
so that under load some are kept waiting long after their turn. Here the threads of a
process wait for each other without sleeping. Between processes it is as always. What
one of them has committed is on the disk before it goes on, but no other waits for that.

A database that is made here is made for nobody else to read.
"""

import os
from collections import defaultdict
from contextlib import suppress
from functools import lru_cache
from threading import Lock
from typing import Any, Self

from django.db.backends.sqlite3.base import DatabaseWrapper as Sqlite
from django.db.backends.sqlite3.base import SQLiteCursorWrapper

from commonweal.project.queued_sqlite3.on_disk import DISKS
from commonweal.project.turns import stepped_aside

# What Django's SQLite offers to those who build on it is not in its published types.
_Sqlite: Any = Sqlite
_Cursor: Any = SQLiteCursorWrapper
_LINES: defaultdict[str, Lock] = defaultdict(Lock)


class CursorWrapper(_Cursor):  # type: ignore[misc]
    """A cursor that remembers how a statement is written for SQLite."""

    wrapper: "DatabaseWrapper"

    def of(self, wrapper: "DatabaseWrapper") -> Self:
        """Say whose cursor it is."""
        self.wrapper = wrapper
        return self

    def execute(self, query: str, params: Any = None) -> Any:
        """Run a statement; one outside of a transaction is a commit of its own."""
        result = super().execute(query, params)
        self.wrapper.keep_what_changed()
        return result

    def executemany(self, query: str, param_list: Any) -> Any:
        """Run a statement for each of the parameters."""
        result = super().executemany(query, param_list)
        self.wrapper.keep_what_changed()
        return result

    def convert_query(self, query: str, *, param_names: Any = None) -> str:
        """Write the places of values as SQLite does."""
        if param_names is None:
            return _written_for_sqlite(query)
        return str(super().convert_query(query, param_names=param_names))


@lru_cache(maxsize=1024)
def _written_for_sqlite(query: str) -> str:
    # What Django does with it makes no use of the cursor.
    return str(_Cursor.convert_query(None, query))


class DatabaseWrapper(_Sqlite):  # type: ignore[misc]
    """A connection that takes its place in line before it begins to write."""

    is_in_front = False
    changes_kept = 0

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Open the file; a new one is this user's alone, and so is what SQLite adds."""
        path = str(conn_params["database"])
        # Only one that is new: closing it would give away the locks that SQLite holds
        # on it for other threads.
        with suppress(FileExistsError):
            if self._is_file(path):
                os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        self.changes_kept = 0
        return super().get_new_connection(conn_params)

    def create_cursor(self, name: str | None = None) -> Any:
        """Give a cursor that writes the same statement out only once."""
        return self.connection.cursor(factory=CursorWrapper).of(self)

    def keep_what_changed(self) -> None:
        """Wait for the disk, if something was changed and is not still under way."""
        connection = self.connection
        if connection.in_transaction or connection.total_changes == self.changes_kept:
            return
        self.changes_kept = connection.total_changes
        name = str(self.settings_dict["NAME"])
        if self._is_file(name):
            with stepped_aside():
                DISKS[name].keep()

    def _start_transaction_under_autocommit(self) -> None:
        self._wait_in_line()
        try:
            super()._start_transaction_under_autocommit()
        except BaseException:
            self._let_next()
            raise

    def _commit(self) -> Any:
        result = super()._commit()
        # A commit that fails is followed by a rollback, which lets the next one on.
        self._let_next()
        self.keep_what_changed()
        return result

    def _rollback(self) -> Any:
        try:
            return super()._rollback()
        finally:
            self._let_next()

    def _close(self) -> Any:
        try:
            return super()._close()
        finally:
            self._let_next()

    def _wait_in_line(self) -> None:
        if not self.is_in_front:
            # Whoever has waited this long is told by SQLite that it is locked.
            patience = float(self.settings_dict["OPTIONS"].get("timeout", 5))
            self.is_in_front = self._line.acquire(timeout=patience)

    def _let_next(self) -> None:
        if self.is_in_front:
            self.is_in_front = False
            self._line.release()

    @staticmethod
    def _is_file(name: str) -> bool:
        return not name.startswith("file:") and name != ":memory:"

    @property
    def _line(self) -> Lock:
        return _LINES[str(self.settings_dict["NAME"])]
