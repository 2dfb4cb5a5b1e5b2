"""Rows that stand beside those of one institution and are another's, or nobody's.

Most of what is read is found by what it belongs to: a ballot by its question, a version
by its proposal. Every row says besides whose it is, and comparing reads the rows of one
institution. A row that says another's would be read by the one and not by the other; so
every table is asked here whether it has such a row.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from django.apps import apps
from django.db.models import Exists, Model, OuterRef, QuerySet, UUIDField

from commonweal.foundation.prepared import Given, Prepared
from commonweal.foundation.rows import OfInstitution

_GIVEN = Given("institution", UUIDField())


class Place(NamedTuple):
    """A table, and the column that says beside which other row each stands."""

    table: type[Model]
    column: str
    parent: type[Model]

    @property
    def label(self) -> str:
        """Name the column with its table."""
        return f"{self.table._meta.label_lower}.{self.column}"


@cache
def tables() -> tuple[type[Model], ...]:
    """Give every table whose rows are an institution's."""
    return tuple(one for one in apps.get_models() if issubclass(one, OfInstitution))


@cache
def places() -> tuple[Place, ...]:
    """Give every column by which a row stands beside another of an institution."""
    return tuple(
        Place(table, field.name, field.related_model)
        for table in tables()
        for field in table._meta.concrete_fields
        if isinstance(field.related_model, type)
        and issubclass(field.related_model, OfInstitution)
    )


def astray(place: Place, institution: UUID) -> bool:
    """Tell whether a row here is not of the institution of what it stands beside.

    Looked for are those that stand beside a row of this institution and are not its
    own, and its own beside what is another's or is not there at all.
    """
    return bool(_strayed(place).rows({"institution": institution}))


@cache
def _strayed(place: Place) -> Prepared[UUID]:
    """Write out once what is asked of every table for every institution."""
    return Prepared(lambda: _others_here(place).union(_lost(place)))


def _others_here(place: Place) -> "QuerySet[Any, UUID]":
    rows = place.table._default_manager.order_by()
    here = {f"{place.column}__institution": _GIVEN}
    return rows.filter(**here).exclude(institution=_GIVEN).values_list("pk", flat=True)


def _lost(place: Place) -> "QuerySet[Any, UUID]":
    rows = place.table._default_manager.order_by()
    ours = place.parent._default_manager.filter(
        pk=OuterRef(f"{place.column}_id"), institution=OuterRef("institution")
    )
    own = rows.filter(**{f"{place.column}__isnull": False}, institution=_GIVEN)
    return own.filter(~Exists(ours)).values_list("pk", flat=True)


def of_no_institution() -> Iterator[type[Model]]:
    """Give the tables with rows of an institution that there is not."""
    for table in tables():
        if _of_nobody(table).rows({}):
            yield table


@cache
def _of_nobody(table: type[Model]) -> Prepared[UUID]:
    there = apps.get_model("institutions.Institution")._default_manager
    rows = table._default_manager.order_by().values_list("pk", flat=True)
    whose = there.filter(pk=OuterRef("institution_id"))
    return Prepared(lambda: rows.filter(~Exists(whose))[:1])
