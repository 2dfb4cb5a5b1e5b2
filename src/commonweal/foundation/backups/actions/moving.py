"""Moving everything to another database, row by row, and leaving a mark behind."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections, transaction

from commonweal.foundation.backups import access, engines, tables
from commonweal.rules.backups.pieces import Sum
from commonweal.rules.backups.rows import row_of
from commonweal.rules.verdict import Refused, refused, require

OLD, NEW = "old", DEFAULT_DB_ALIAS

type Step = Callable[[str], None]


def move(*, say_step: Step = lambda _: None) -> int:
    """Move all rows into this empty database and say how many; nothing is left out.

    Nobody writes meanwhile. Each table is read back and compared by count and by sum
    before the move holds. Afterwards nothing is served from the old database, which
    stays as it was.
    """
    require(access.may_serve(OLD))
    require(access.may_be_left(OLD))
    tables.require_empty(NEW)
    engines.require_unicode(NEW)
    with transaction.atomic(using=OLD):
        engines.hold_still(OLD)
        there = tables.Tables(OLD)
        # Steps of the program act on the database it is set to, which is the new one.
        tables.make_tables(there.steps)
        rows = _moved(there, say_step)
        tables.mark(tables.MOVED_AWAY, OLD)
    return rows


def _moved(there: tables.Tables, say_step: Step) -> int:
    """Fill the new tables in one transaction: it holds all of it or nothing."""
    with transaction.atomic(using=NEW):
        new = tables.Tables(NEW)
        tables.empty_frames(new)
        moved = []
        rows = 0
        for model in there.models():
            label = model._meta.label_lower
            copy = new.model(label)
            count = _moved_table(model, copy)
            if count:
                say_step(f"{label}: {count:,} rows")
            rows += count
            moved.append(copy)
        tables.count_on(moved, NEW)
        connections[NEW].check_constraints()
    return rows


def _moved_table(model: tables.AnyModel, copy: tables.AnyModel) -> int:
    names = [field.attname for field in tables.columns_of(model)]
    label = model._meta.label_lower
    read = Sum()

    def lines() -> tables.Rows:
        for _, line in tables.rows_in(model, OLD):
            read.add(line)
            yield row_of(line)

    try:
        tables.put_back(copy, names, lines(), NEW)
    except (DatabaseError, ValueError, ValidationError) as error:
        raise Refused(refused("table_not_taken", table=label)) from error
    written = Sum()
    for _, line in tables.rows_in(copy, NEW):
        written.add(line)
    if (read.rows, read.text) != (written.rows, written.text):
        raise Refused(refused("table_bent_on_the_way", table=label))
    return read.rows
