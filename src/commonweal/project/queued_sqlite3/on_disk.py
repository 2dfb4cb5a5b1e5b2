"""Getting what was committed onto the disk, for several who committed at once.

SQLite can wait for the disk within each commit, and then everybody who wants to write
waits behind it. Here a commit is appended to the write-ahead log, the next one goes on,
and each waits, before anything is acknowledged, until the disk has said that its part
of the log is there. One wait serves all who committed before it began, as in every
larger database ("group commit").

Source: SQLite, Write-Ahead Logging: with `synchronous=NORMAL` the log is not waited for
at a commit, but is before its pages go into the database. Gray and Reuter, Transaction
Processing (1992), section 9.4, on group commit.
"""

import os
from collections import defaultdict
from pathlib import Path
from threading import Condition


class Disk:
    """The log of one database, and who waits for it to be on the disk."""

    def __init__(self, database: str) -> None:
        self.log = Path(f"{database}-wal")
        self.turn = Condition()
        self.asked = self.kept = 0
        self.is_asking = False
        self.known_log = 0

    def keep(self) -> None:
        """Give back once all that was committed before this call is on the disk."""
        with self.turn:
            self.asked += 1
            mine = self.asked
            while self.kept < mine:
                if self.is_asking:
                    self.turn.wait()
                else:
                    self._ask()

    def _ask(self) -> None:
        """Wait for the disk, for all who asked by now; others may ask meanwhile."""
        self.is_asking, upto = True, self.asked
        self.turn.release()
        try:
            self.write_down()
        finally:
            self.turn.acquire()
            self.is_asking = False
            self.turn.notify_all()
        self.kept = upto

    def write_down(self) -> None:
        """Wait until the log, and the name of a new one, are on the disk."""
        try:
            log = os.open(self.log, os.O_RDONLY)
        except FileNotFoundError:
            # Whoever closed last has put the log into the database, and waited for it.
            return
        try:
            os.fdatasync(log)
            identity = os.fstat(log).st_ino
        finally:
            # SQLite holds no lock on its log, so that closing it here gives none away.
            os.close(log)
        if identity != self.known_log:
            _write_down_names(self.log.parent)
            self.known_log = identity


def _write_down_names(folder: Path) -> None:
    names = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(names)
    finally:
        os.close(names)


class _Disks(defaultdict[str, Disk]):
    def __missing__(self, database: str) -> Disk:
        self[database] = Disk(database)
        return self[database]


DISKS = _Disks()
