"""The pool and the quotas in tables, as spreadsheets save them (`.csv`).

Quotas: a row for each value with the columns `feature`, `value`, `min` and `max` (or
`category`, `feature`, `min`, `max`). Pool: a row for each person, with a column for
each feature the quotas name; the person is called by the column `id` (or one that ends
in `_id`, or `person` or `name`), else by the number of the row. Upper and lower case
are the same. Without quotas one of those names has to stand in the first row: or else
it could be a person's own, who would be lost.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from commonweal.rules.sentence import Fact
from commonweal.rules.sortition.pool import Pool, Quota
from commonweal.rules.voting.formats.errors import FormatError, fault
from commonweal.rules.voting.formats.records import table_rows

WHOLE = re.compile(r"\d{1,12}", re.ASCII)
COLUMNS = (("category", "feature"), ("category", "value"), ("feature", "value"))


class Row(NamedTuple):
    """A row's line in the file, and its cells."""

    line: int
    cells: list[str]


def read_quotas(text: str) -> tuple[Quota, ...]:
    """Read what a panel must look like. Raises `FormatError` with the line."""
    rows = _rows(text, "quotas_columns_expected")
    header = [cell.lower() for cell in rows[0].cells]
    columns = next((pair for pair in COLUMNS if set(pair) <= set(header)), None)
    if columns is None or not {"min", "max"} <= set(header):
        raise fault(rows[0].line, "quotas_no_columns", "quotas_columns_expected")
    places = [header.index(column) for column in (*columns, "min", "max")]
    quotas: list[Quota] = []
    seen: dict[tuple[str, str], int] = {}
    for row in rows[1:]:
        quota = _quota(row, places)
        key = quota.category.lower(), quota.value.lower()
        if key in seen:
            told: dict[str, Fact] = {**_named(quota), "first": seen[key]}
            raise fault(row.line, "quotas_twice", "quotas_row_expected", told)
        seen[key] = row.line
        quotas.append(quota)
    if not quotas:
        raise fault(rows[0].line, "quotas_none", "quotas_columns_expected")
    return tuple(quotas)


def read_pool(text: str, quotas: Sequence[Quota]) -> Pool:
    """Read who may be drawn, with the values the quotas name.

    Raises `FormatError` with the line of whoever has a value no quota names.
    """
    rows = _rows(text, "pool_row_expected")
    header = [cell.lower() for cell in rows[0].cells]
    categories = tuple(dict.fromkeys(quota.category for quota in quotas))
    missing = tuple(one for one in categories if one.lower() not in header)
    if missing:
        told: dict[str, Fact] = {"missing": missing}
        raise fault(rows[0].line, "pool_no_columns", "pool_columns_expected", told)
    spelt = {(q.category.lower(), q.value.lower()): q.value for q in quotas}
    places = [header.index(category.lower()) for category in categories]
    name_at = _name_at(header, set(places))
    if name_at is None and not categories:
        raise fault(rows[0].line, "pool_no_header", "pool_names_expected")
    values: dict[str, tuple[str, ...]] = {}
    line_of: dict[str, int] = {}
    for number, row in enumerate(rows[1:], start=1):
        person = str(number) if name_at is None else row.cells[name_at]
        if not person or person in line_of:
            facts: dict[str, Fact] = {
                "person": person,
                "first": line_of.get(person, row.line),
            }
            about = "pool_twice" if person else "pool_no_name"
            raise fault(row.line, about, "pool_row_expected", facts)
        line_of[person] = row.line
        values[person] = tuple(
            _value(row, category, place, spelt)
            for category, place in zip(categories, places, strict=True)
        )
    return Pool(values, categories, tuple(quotas))


def _rows(text: str, expected: str) -> list[Row]:
    rows = [Row(one.line, one.cells) for one in table_rows(text, expected)]
    if not rows:
        raise fault(1, "table_empty", expected)
    for row in rows[1:]:
        if len(row.cells) != len(rows[0].cells):
            told: dict[str, Fact] = {
                "found": len(row.cells),
                "columns": len(rows[0].cells),
            }
            raise fault(row.line, "csv_bad_width", expected, told)
    return rows


def _quota(row: Row, places: list[int]) -> Quota:
    category, value, least, most = (row.cells[place] for place in places)
    if not category or not value:
        raise fault(row.line, "quotas_no_name", "quotas_row_expected")
    for found in (least, most):
        if not WHOLE.fullmatch(found):
            told: dict[str, Fact] = {"found": found}
            raise fault(row.line, "quotas_no_number", "quotas_row_expected", told)
    quota = Quota(category, value, int(least), int(most))
    if quota.least > quota.most:
        facts: dict[str, Fact] = {
            **_named(quota),
            "least": quota.least,
            "most": quota.most,
        }
        raise fault(row.line, "quotas_crossed", "quotas_row_expected", facts)
    return quota


def _named(quota: Quota) -> dict[str, Fact]:
    return {"category": quota.category, "value": quota.value}


def _name_at(header: list[str], taken: set[int]) -> int | None:
    """Find the column that people are called by."""
    free = [place for place in range(len(header)) if place not in taken]
    for suits in (
        lambda one: one == "id",
        lambda one: one.endswith("_id"),
        lambda one: one in {"person", "name"},
    ):
        for place in free:
            if suits(header[place]):
                return place
    return None


def _value(
    row: Row, category: str, place: int, spelt: dict[tuple[str, str], str]
) -> str:
    found = row.cells[place]
    value = spelt.get((category.lower(), found.lower()))
    if value is None:
        raise _unknown(row, category, found)
    return value


def _unknown(row: Row, category: str, found: str) -> FormatError:
    told: dict[str, Fact] = {"category": category, "found": found}
    return fault(row.line, "pool_value_unknown", "pool_value_expected", told)
