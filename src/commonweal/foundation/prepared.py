"""Questions that every request asks of the tables: put into SQL once, asked often.

Writing a query out as SQL costs the server several times what the database needs to
answer it. A few queries are asked by every page and every ballot; those are written out
once in each thread, with places for the values that are given each time. What comes
back is what the same query would give; `benchmarks/casting.py` shows what it saves.
"""

from collections.abc import Callable, Mapping
from functools import partial
from threading import local
from typing import Any, NamedTuple

from django.db import connections
from django.db.models import Expression, Field, Model, QuerySet
from django.db.models.sql.compiler import SQLCompiler

type Values = Mapping[str, object]


class Given(Expression):
    """The place of a value that is given each time the query is asked."""

    def __init__(self, name: str, field: "Field[Any, Any]") -> None:
        super().__init__(output_field=field)
        self.place = _Place(name, field)

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, Any]:
        """Leave the place open."""
        return "%s", [self.place]


class _Place(NamedTuple):
    name: str
    field: "Field[Any, Any]"


class _Written(NamedTuple):
    """A query written out for the connection of one thread."""

    queryset: Any
    compiler: Any
    sql: str
    parameters: tuple[object, ...]


class Prepared[Row]:
    """A query with open places, written out once a thread."""

    def __init__(self, build: Callable[[], "QuerySet[Any, Row]"]) -> None:
        self.build = build
        self.written = local()

    def rows(self, values: Values) -> list[Row]:
        """Ask with these values in the open places."""
        written = self._written()
        filled = partial(_filled, written, values)
        # Everything else is Django's: running, reading rows, making models of them.
        written.compiler.as_sql = filled
        queryset = written.queryset
        return list(queryset._iterable_class(queryset))

    def first(self, values: Values) -> Row | None:
        """Give the first row there is, in the order the query names."""
        return next(iter(self.rows(values)), None)

    def _written(self) -> _Written:
        written: _Written | None = getattr(self.written, "query", None)
        if written is None or not _is_current(written):
            written = self.written.query = _written_out(self.build())
        return written


def _is_current(written: _Written) -> bool:
    # A thread may come by another connection, as when an event loop starts in it.
    return written.compiler.connection is connections[written.queryset.db]


def _written_out(queryset: "QuerySet[Any, Any]") -> _Written:
    connection = connections[queryset.db]
    query: Any = queryset.query
    compiler = query.get_compiler(connection=connection)
    sql, parameters = compiler.as_sql()
    query.get_compiler = lambda using=None, connection=None, elide_empty=True: compiler
    return _Written(queryset, compiler, sql, tuple(parameters))


def _filled(written: _Written, values: Values) -> tuple[str, tuple[object, ...]]:
    connection = written.compiler.connection
    return written.sql, tuple(
        one.field.get_db_prep_value(_plain(values[one.name]), connection)
        if isinstance(one, _Place)
        else one
        for one in written.parameters
    )


def _plain(value: object) -> object:
    return value.pk if isinstance(value, Model) else value
