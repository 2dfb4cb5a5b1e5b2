"""Rows as plain data that another machine reads back, and back into rows.

Only the columns that are named go along; the others stay empty there.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import BinaryField, Field, ForeignKey, Model

from commonweal.foundation.journal.seals import plain
from commonweal.rules.canonical import Json

NOTHING: Mapping[str, Any] = {}


def written_out(row: Model, columns: Iterable[str]) -> dict[str, Json]:
    """Write down some columns of a row, the id of the row first."""
    return {"id": plain(row.pk)} | {
        name: plain(getattr(row, _field(type(row), name).attname)) for name in columns
    }


def read_back[M: Model](
    model: type[M],
    told: Mapping[str, Any],
    columns: Iterable[str],
    more: Mapping[str, Any] = NOTHING,
) -> M:
    """Make a row, not kept yet, of what was written down; `more` are set besides.

    Raises `KeyError`, `TypeError`, `ValueError` or `ValidationError` for what is not
    the shape of such a row.
    """
    values = {
        _field(model, name).attname: _value(_field(model, name), told[name])
        for name in ("id", *columns)
    }
    return model(**values, **more)


def _field(model: type[Model], name: str) -> "Field[Any, Any]":
    found = model._meta.get_field(name)
    assert isinstance(found, Field), "only columns are written down"
    return found


def _value(field: "Field[Any, Any]", told: Any) -> Any:
    if isinstance(field, BinaryField):
        return bytes.fromhex(told)
    if told is None:
        return None
    if isinstance(field, ForeignKey):
        return field.target_field.to_python(told)
    return field.to_python(told)
