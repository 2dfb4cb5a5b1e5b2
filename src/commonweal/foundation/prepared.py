"""Questions that every request asks of the tables: put into SQL once, asked often.

Writing a query out as SQL, and finding out how its rows become models, costs the server
several times what the database needs to answer it. A few queries are asked by every
page and every ballot; those are written out once in each thread, with places for the
values that are given each time, and so are the few rows that every deed keeps. What
comes back is what the same query would give; `benchmarks/casting.py` shows what it
saves.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from threading import local
from typing import Any, NamedTuple

from django.db import connections, router
from django.db.models import Expression, Field, Model, QuerySet
from django.db.models.base import ModelState
from django.db.models.constants import OnConflict
from django.db.models.query import (
    FlatValuesListIterable,
    ModelIterable,
    ValuesListIterable,
)
from django.db.models.sql import InsertQuery

type Values = Mapping[str, object]
type Row = Sequence[Any]
type Reader = Callable[[Iterable[Row]], list[Any]]


class Given(Expression):
    """The place of a value that is given each time the query is asked."""

    def __init__(self, name: str, field: "Field[Any, Any]") -> None:
        super().__init__(output_field=field)
        self.place = _Place(name, field)

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        """Leave the place open."""
        return "%s", [self.place]


class _Place(NamedTuple):
    name: str
    field: "Field[Any, Any]"


@dataclass(slots=True)
class _Written:
    """A query written out for the connection of one thread, and its open cursor."""

    connection: Any
    sql: str
    parameters: tuple[object, ...]
    read: Reader
    cursor: Any = None
    opened_on: object = None

    def is_current(self) -> bool:
        """Say whether it is still the thread's own connection.

        A thread may come by another one, as when an event loop starts in it.
        """
        return self.connection is connections[self.connection.alias]

    def ask(self, values: Sequence[object]) -> Any:
        """Run it with these values; the cursor is open until it is run again."""
        connection = self.connection
        connection.close_if_health_check_failed()
        # One that writes a log of what it ran is not for keeping.
        logs = connection.queries_logged
        opened = connection.connection
        if logs or opened is None or self.opened_on is not opened:
            self.cursor = connection.cursor()
            self.opened_on = None if logs else connection.connection
        self.cursor.execute(self.sql, values)
        return self.cursor


class Prepared[Found]:
    """A query with open places, written out once a thread."""

    def __init__(self, build: Callable[[], "QuerySet[Any, Found]"]) -> None:
        self.build = build
        self.written = local()

    def rows(self, values: Values) -> list[Found]:
        """Ask with these values in the open places."""
        written = self._written()
        found = written.ask(_filled(written, values))
        return written.read(found.fetchall())

    def first(self, values: Values) -> Found | None:
        """Give the first row there is, in the order the query names."""
        return next(iter(self.rows(values)), None)

    def _written(self) -> _Written:
        written: _Written | None = getattr(self.written, "query", None)
        if written is None or not written.is_current():
            written = self.written.query = _written_out(self.build())
        return written


class Keeping[M: Model]:
    """One row to keep, written out once a thread; `over` says which row it replaces.

    Where a row with the same values in these columns is there, the columns named in
    `anew` are written over and the rest of it stays.
    """

    def __init__(
        self, model: type[M], *, over: Sequence[str] = (), anew: Sequence[str] = ()
    ) -> None:
        self.model, self.over, self.anew = model, over, anew
        self.fields = model._meta.concrete_fields
        self.written = local()

    def new(self, values: Values) -> M:
        """Make a row to keep, its columns named as in the table, the rest by default.

        Nothing listens to these being made, and a model that is asked for its fields
        one by one takes several times as long.
        """
        row = _unmade(self.model, adding=True, db=None)
        columns = vars(row)
        columns.update(values)
        for field in self.fields:
            if field.attname not in columns:
                columns[field.attname] = field.get_default()
        return row

    def keep(self, row: M) -> None:
        """Write the row down."""
        written = self._written(row)
        connection = written.connection
        written.ask(
            [
                field.get_db_prep_save(field.pre_save(row, add=True), connection)
                for field in self.fields
            ]
        )
        row._state.adding = False
        row._state.db = connection.alias

    def _written(self, row: M) -> _Written:
        written: _Written | None = getattr(self.written, "query", None)
        if written is None or not written.is_current():
            written = self.written.query = self._written_out(row)
        return written

    def _written_out(self, row: M) -> _Written:
        connection: Any = connections[router.db_for_write(self.model)]
        named = self.model._meta.get_field
        query: Any = InsertQuery(
            self.model,
            on_conflict=OnConflict.UPDATE if self.over else None,
            unique_fields=[named(name) for name in self.over],
            update_fields=[named(name) for name in self.anew],
        )
        query.insert_values(self.fields, [row])
        [(sql, _)] = query.get_compiler(connection=connection).as_sql()
        return _Written(connection, sql, (), list)


def _written_out(queryset: "QuerySet[Any, Any]") -> _Written:
    connection = connections[queryset.db]
    compiler: Any = queryset.query.get_compiler(connection=connection)
    sql, parameters = compiler.as_sql()
    read = READERS[queryset._iterable_class](compiler)
    return _Written(connection, sql, tuple(parameters), read)


def _filled(written: _Written, values: Values) -> tuple[object, ...]:
    return tuple(
        one.field.get_db_prep_value(_plain(values[one.name]), written.connection)
        if isinstance(one, _Place)
        else one
        for one in written.parameters
    )


def _plain(value: object) -> object:
    return value.pk if isinstance(value, Model) else value


def _tuples(compiler: Any) -> Reader:
    convert = _converter(compiler)
    return lambda rows: [tuple(convert(row)) for row in rows]


def _single_values(compiler: Any) -> Reader:
    convert = _converter(compiler)
    return lambda rows: [convert(row)[0] for row in rows]


def _models(compiler: Any) -> Reader:
    """Make models of rows as Django does, with what was asked along."""
    convert = _converter(compiler)
    make = _maker(compiler.klass_info, compiler.select, compiler.connection.alias)
    beside = tuple((compiler.annotation_col_map or {}).items())

    def model_of(row: Row) -> Any:
        values = convert(row)
        one = make(values)
        for name, place in beside:
            vars(one)[name] = values[place]
        return one

    return lambda rows: [model_of(row) for row in rows]


def _maker(info: Any, select: Any, db: str) -> Callable[[Row], Any]:
    """Make one model of its part of a row, and those that were selected along with it.

    A model that is read has nothing to compute or to announce, so its values are put
    straight where its fields look for them. What was not selected is read when asked
    for, as ever.
    """
    model, places = info["model"], info["select_fields"]
    first, last = places[0], places[-1] + 1
    names = [column[0].target.attname for column in select[first:last]]
    key = first + names.index(model._meta.pk.attname)
    related = [
        (_maker(other, select, db), other["local_setter"], other["remote_setter"])
        for other in info.get("related_klass_infos", ())
    ]

    def make(values: Row) -> Any:
        if values[key] is None:
            return None
        one = _unmade(model, adding=False, db=db)
        vars(one).update(zip(names, values[first:last], strict=True))
        for make_other, here, there in related:
            other = make_other(values)
            here(one, other)
            if other is not None:
                there(other, one)
        return one

    return make


def _unmade[M: Model](model: type[M], *, adding: bool, db: str | None) -> M:
    """Give a model whose fields nobody has set yet."""
    one = model.__new__(model)
    one._state = ModelState()
    one._state.adding, one._state.db = adding, db
    return one


def _converter(compiler: Any) -> Callable[[Row], list[Any]]:
    """Make the values of a row into Python's, column by column where it takes that."""
    columns = [column[0] for column in compiler.select[: compiler.col_count]]
    steps = [
        (place, convert, column)
        for place, (converters, column) in compiler.get_converters(columns).items()
        for convert in converters
    ]
    connection = compiler.connection

    def converted(row: Row) -> list[Any]:
        values = list(row)
        for place, convert, column in steps:
            values[place] = convert(values[place], column, connection)
        return values

    return converted


READERS: Mapping[type[Any], Callable[[Any], Reader]] = {
    ModelIterable: _models,
    ValuesListIterable: _tuples,
    FlatValuesListIterable: _single_values,
}
