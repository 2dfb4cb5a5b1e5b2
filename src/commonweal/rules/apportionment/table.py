"""Bodies in a table, one row a body, as spreadsheets save it (`.csv`).

The first row names the columns. The body stands in the column called `body` or `name`,
else in the first one that is no weight; what it weighs stands in `members`, `votes`,
`population` or `weight`, else in the other one of two. Where the first row has a number
in place of a name, it is taken for a body and the table refused: nobody may get lost.
Cells are parted by commas, semicolons or tabs.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from commonweal.rules.apportionment.bodies import Bodies
from commonweal.rules.sentence import Fact
from commonweal.rules.voting.formats.errors import fault
from commonweal.rules.voting.formats.records import table_rows

NAMES = ("body", "name", "party", "state", "id")
WEIGHTS = ("members", "votes", "population", "weight", "size")
# Whatever somebody may write for a number, be it only a sign that there is none.
LIKE_A_NUMBER = re.compile(r"[\d.,'’ %+−-]*")
NUMBER = re.compile(r"\d{1,30}(\.\d{1,10})?", re.ASCII)


def read_bodies(text: str) -> Bodies:
    """Read who there is and what each weighs, exactly.

    Raises `FormatError` with the line of the first thing that makes no sense.
    """
    rows = rows_of(text)
    weights: dict[str, Fraction] = {}
    line_of: dict[str, int] = {}
    first = next(rows, None)
    if first is not None:
        name_at, weight_at = _places(first.cells, first.line)
        for row in rows:
            name = name_in(row, name_at, line_of)
            weights[name] = _weight(row, name, weight_at)
    if not weights:
        raise fault(None, "bodies_none", "bodies_columns_expected")
    return Bodies(weights)


class Row(NamedTuple):
    """The cells of one row, and the line it stands on."""

    line: int
    cells: list[str]


def rows_of(text: str) -> Iterator[Row]:
    """Give the rows that are not blank; the first names the columns in small letters.

    Raises `FormatError` for a torn cell and a row of another width than the first.
    """
    width = 0
    for record in table_rows(text, "bodies_row_expected"):
        line, cells = record.line, record.cells
        if width and len(cells) != width:
            told: dict[str, Fact] = {"found": len(cells), "columns": width}
            raise fault(line, "csv_bad_width", "bodies_row_expected", told)
        yield Row(line, cells) if width else _header(line, cells)
        width = len(cells)


def _header(line: int, cells: list[str]) -> Row:
    names = [cell.lower() for cell in cells]
    twice = next((one for one in names if one and names.count(one) > 1), None)
    if twice is not None:
        facts: dict[str, Fact] = {"column": twice}
        raise fault(line, "bodies_column_twice", "bodies_row_expected", facts)
    return Row(line, names)


def name_in(row: Row, place: int, line_of: dict[str, int]) -> str:
    """Give the name of a row's body, and note its line: none may come twice."""
    name = row.cells[place]
    if not name:
        raise fault(row.line, "bodies_no_name", "bodies_row_expected")
    if name in line_of:
        twice: dict[str, Fact] = {"body": name, "first": line_of[name]}
        raise fault(row.line, "bodies_twice", "bodies_row_expected", twice)
    line_of[name] = row.line
    return name


def _places(columns: list[str], line: int) -> tuple[int, int]:
    """Find the column with the name and the one with the weight."""
    named = [columns.index(one) for one in NAMES if one in columns][:1]
    weighed = [columns.index(one) for one in WEIGHTS if one in columns][:1]
    free = [place for place in range(len(columns)) if place not in named + weighed]
    if not named and not weighed:
        _no_body(columns, line)
    name_at = (named or free[:1] or [0])[0]
    rest = weighed or [place for place in free if place != name_at]
    if len(rest) != 1 or rest == [name_at]:
        raise fault(line, "bodies_no_weights", "bodies_columns_expected")
    return name_at, rest[0]


def _no_body(columns: list[str], line: int) -> None:
    """Refuse a first row that names no known column and holds a number of a body."""
    if any(LIKE_A_NUMBER.fullmatch(one) for one in columns):
        raise fault(line, "bodies_no_header", "bodies_columns_expected")


def _weight(row: Row, name: str, place: int) -> Fraction:
    weight = row.cells[place]
    if not NUMBER.fullmatch(weight):
        said: dict[str, Fact] = {"body": name, "found": weight}
        raise fault(row.line, "bodies_bad_weight", "bodies_row_expected", said)
    return Fraction(weight)
