"""Rows that stand beside those of one institution and are another's, or nobody's.

Most of what is read is found by what it belongs to: a ballot by its question, a version
by its proposal. Every row says besides whose it is, and comparing reads the rows of one
institution. A row that says another's would be read by the one and not by the other; so
every table is asked here whether it has such a row.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.apps import apps
from django.db.models import Exists, Model, OuterRef, QuerySet

from commonweal.foundation.rows import OfInstitution


class Place(NamedTuple):
    """A table, and the column that says beside which other row each stands."""

    table: type[Model]
    column: str
    parent: type[Model]

    @property
    def label(self) -> str:
        """Name the column with its table."""
        return f"{self.table._meta.label_lower}.{self.column}"


def tables() -> tuple[type[Model], ...]:
    """Give every table whose rows are an institution's."""
    return tuple(one for one in apps.get_models() if issubclass(one, OfInstitution))


def places() -> tuple[Place, ...]:
    """Give every column by which a row stands beside another of an institution."""
    return tuple(
        Place(table, field.name, field.related_model)
        for table in tables()
        for field in table._meta.concrete_fields
        if isinstance(field.related_model, type)
        and issubclass(field.related_model, OfInstitution)
    )


def astray(place: Place, institution: object) -> "QuerySet[Any, Any]":
    """Give the rows here that are not of the institution of what they stand beside.

    Those that stand beside a row of this institution and are not its own, and its own
    beside what is another's or is not there at all.
    """
    rows = place.table._default_manager.order_by()
    here = {f"{place.column}__institution": institution}
    others = rows.filter(**here).exclude(institution=institution)
    ours = place.parent._default_manager.filter(
        pk=OuterRef(f"{place.column}_id"), institution=OuterRef("institution")
    )
    own = rows.filter(**{f"{place.column}__isnull": False}, institution=institution)
    lost = own.filter(~Exists(ours))
    return others.values_list("pk").union(lost.values_list("pk"))


def without_institution() -> Iterator[tuple[type[Model], int]]:
    """Give the tables with rows of an institution that there is not, and how many."""
    there = apps.get_model("institutions.Institution")._default_manager
    for table in tables():
        whose = there.filter(pk=OuterRef("institution_id"))
        count = table._default_manager.filter(~Exists(whose)).count()
        if count:
            yield table, count
