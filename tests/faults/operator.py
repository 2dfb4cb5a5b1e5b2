"""What somebody who holds the machine can look at, and how they would link rows.

They have every table with the numbers the engine gives its rows, the log that is
written ahead, and copies of the files. `attacks` pairs those who voted with ballots in
each way there is and says how many pairs are right.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from django.db import connection, transaction

type Said = Mapping[UUID, Mapping[str, Any]]


class Row(NamedTuple):
    """A row as the engine keeps it: where, written by which transaction, and what."""

    place: int
    transaction: int
    id: UUID
    value: str


def machine() -> "Machine":
    """Give what can be looked at with the engine at hand."""
    return Sqlite() if connection.vendor == "sqlite" else Postgresql()


class Machine:
    """What is the same with both engines."""

    serial = ""
    id_type = ""

    def make_naive_tables(self) -> None:
        """Make the tables of somebody who has not thought about it."""
        beside = f"number {self.serial}, id {self.id_type}"
        self.do(f"CREATE TABLE naive_mark ({beside}, voter_id {self.id_type})")
        self.do(f"CREATE TABLE naive_ballot ({beside}, marks text)")

    @transaction.atomic
    def cast_naively(self, voter: UUID, marks: Mapping[str, Any]) -> None:
        """Write a mark and a ballot that know nothing of each other."""
        mark = "INSERT INTO naive_mark (id, voter_id) VALUES (%s, %s)"
        ballot = "INSERT INTO naive_ballot (id, marks) VALUES (%s, %s)"
        self.do(mark, self.kept(uuid4()), self.kept(voter))
        self.do(ballot, self.kept(uuid4()), json.dumps(marks))

    def attacks(
        self, said: Said, marks: Sequence[Row], ballots: Sequence[Row], watch: Any
    ) -> dict[str, int]:
        """Pair marks with ballots in every way; say how many pairs are right."""
        log = self.log_since(watch)
        ways = {
            "place": self.paired(marks, ballots, lambda row: row.place),
            "transaction": self.paired(marks, ballots, lambda row: row.transaction),
            "id": self.paired(marks, ballots, lambda row: row.id.bytes),
            "log": self.paired_in(log, marks, ballots),
        }
        right = {
            UUID(str(voter)): json.dumps(one, sort_keys=True)
            for voter, one in said.items()
        }
        return {
            way: sum(
                right[UUID(mark.value)]
                == json.dumps(json.loads(ballot.value), sort_keys=True)
                for mark, ballot in pairs
            )
            for way, pairs in ways.items()
        }

    def paired(self, marks: Sequence[Row], ballots: Sequence[Row], by: Any) -> Any:
        """Pair the first with the first, in an order in which they may have come."""
        return zip(sorted(marks, key=by), sorted(ballots, key=by), strict=True)

    def paired_in(
        self, log: bytes, marks: Sequence[Row], ballots: Sequence[Row]
    ) -> Any:
        """Pair voters and ballots in the order in which the log first mentions them."""
        voters = sorted(marks, key=lambda row: log.find(self.looks(UUID(row.value))))
        there = sorted(ballots, key=lambda row: log.find(self.looks(row.id)))
        assert all(self.looks(UUID(row.value)) in log for row in marks)
        assert all(self.looks(row.id) in log for row in ballots)
        return zip(voters, there, strict=True)

    def do(self, sql: str, *values: object) -> None:
        """Run one statement."""
        with connection.cursor() as cursor:
            cursor.execute(sql, values or None)

    def ask(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Ask one question."""
        with connection.cursor() as cursor:
            cursor.execute(sql, values or None)
            return list(cursor.fetchall())

    def kept(self, one: UUID) -> object:
        """Give an id as the engine takes it."""
        raise NotImplementedError

    def looks(self, one: UUID) -> bytes:
        """Give an id as it looks in the files."""
        raise NotImplementedError

    def log_since(self, watch: Any) -> bytes:
        """Give the log that was written ahead since then."""
        raise NotImplementedError


class Sqlite(Machine):
    """One file and its log; rows are numbered as they come."""

    serial = "integer PRIMARY KEY AUTOINCREMENT"
    id_type = "char(32)"

    def kept(self, one: UUID) -> object:
        return one.hex

    def looks(self, one: UUID) -> bytes:
        return one.hex.encode()

    def rows(self, table: str, column: str) -> list[Row]:
        """Read a table with the numbers of its rows; one wrote all of them."""
        found = self.ask(f'SELECT rowid, id, "{column}" FROM "{table}"')
        return [Row(place, place, UUID(id_), value) for place, id_, value in found]

    def begin_to_watch(self) -> int:
        """Empty the log, so that it begins with the first ballot."""
        self.ask("PRAGMA wal_checkpoint(TRUNCATE)")
        return 0

    def log_since(self, watch: Any) -> bytes:
        return self._file("-wal").read_bytes()[watch:]

    def bytes_of_all(self) -> bytes:
        """Give the database and its log as a thief would carry them off."""
        return self._file().read_bytes() + self._file("-wal").read_bytes()

    def sequences_of(self, tables: Sequence[str]) -> list[str]:
        """Name the tables that count their rows."""
        counted = {name for (name,) in self.ask("SELECT name FROM sqlite_sequence")}
        return sorted(counted & set(tables))

    def _file(self, ending: str = "") -> Path:
        return Path(f"{connection.settings_dict['NAME']}{ending}")


class Postgresql(Machine):
    """A folder of files; every row knows the transaction that wrote it."""

    serial = "bigserial"
    id_type = "uuid"

    def kept(self, one: UUID) -> object:
        return one

    def looks(self, one: UUID) -> bytes:
        return one.bytes

    def rows(self, table: str, column: str) -> list[Row]:
        """Read a table with the places of its rows and who wrote them."""
        found = self.ask(
            f'SELECT ctid::text, xmin::text, id, "{column}"::text FROM "{table}"'
        )
        return [
            Row(_place(ctid), int(xmin), id_, value) for ctid, xmin, id_, value in found
        ]

    def begin_to_watch(self) -> int:
        """Remember where the log has got to."""
        self.do("CHECKPOINT")
        [(there,)] = self.ask("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')")
        return int(there)

    def log_since(self, watch: Any) -> bytes:
        size = 16 * 1024 * 1024
        files = self.ask("SELECT name FROM pg_ls_waldir() ORDER BY name")
        first = self.ask(
            "SELECT pg_walfile_name('0/0'::pg_lsn + %s::numeric)", watch + 1
        )[0][0]
        later = [name for (name,) in files if name >= first and len(name) == 24]
        blob = b"".join(self._read(f"pg_wal/{name}") for name in later)
        return blob[watch % size :]

    def bytes_of_all(self) -> bytes:
        """Give every table and the whole log, as they lie on the disk."""
        self.do("CHECKPOINT")
        tables = self.ask(
            "SELECT pg_relation_filepath(oid) FROM pg_class WHERE relkind IN ('r', 't')"
            " AND relnamespace::regnamespace::text IN ('public', 'pg_toast')"
            " AND pg_relation_filepath(oid) IS NOT NULL"
        )
        return b"".join(self._read(path) for (path,) in tables) + self.log_since(0)

    def sequences_of(self, tables: Sequence[str]) -> list[str]:
        """Name the tables that count their rows."""
        return [
            table
            for table in sorted(tables)
            for (column,) in self.ask(
                "SELECT column_name FROM information_schema.columns"
                " WHERE table_name = %s",
                table,
            )
            if self.ask("SELECT pg_get_serial_sequence(%s, %s)", table, column)[0][0]
        ]

    def _read(self, path: str) -> bytes:
        [(found,)] = self.ask(
            "SELECT pg_read_binary_file(%s, 0, 1000000000, true)", path
        )
        return bytes(found or b"")


def _place(ctid: str) -> int:
    page, number = ctid.strip("()").split(",")
    return int(page) * 65536 + int(number)
