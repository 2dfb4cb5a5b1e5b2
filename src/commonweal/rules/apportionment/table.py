"""Bodies in a table, one row a body, as spreadsheets save it (`.csv`).

The first row names the columns. The body stands in the column called `body` or `name`,
else in the first one; what it weighs stands in `members`, `votes`, `population` or
`weight`, else in the second one of two. Cells are parted by commas, semicolons or tabs.
"""

import csv
import re
from fractions import Fraction

from commonweal.rules.apportionment.bodies import Bodies
from commonweal.rules.sentence import Fact
from commonweal.rules.voting.formats.errors import fault

NAMES = ("body", "name", "party", "state", "id")
WEIGHTS = ("members", "votes", "population", "weight", "size")
NUMBER = re.compile(r"\d{1,30}(\.\d{1,10})?", re.ASCII)


def read_bodies(text: str) -> Bodies:
    """Read who there is and what each weighs, exactly.

    Raises `FormatError` with the line of the first thing that makes no sense.
    """
    text = text.removeprefix("\ufeff")
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    table = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    columns: list[str] = []
    weights: dict[str, Fraction] = {}
    line_of: dict[str, int] = {}
    try:
        for row in table:
            cells = [cell.strip() for cell in row]
            if not any(cells):
                continue
            if not columns:
                columns = [cell.lower() for cell in cells]
                name_at, weight_at = _places(columns, table.line_num)
                continue
            name, weight = _body(cells, columns, table.line_num, name_at, weight_at)
            if name in line_of:
                twice: dict[str, Fact] = {"body": name, "first": line_of[name]}
                raise fault(
                    table.line_num, "bodies_twice", "bodies_row_expected", twice
                )
            line_of[name] = table.line_num
            weights[name] = weight
    except csv.Error as error:
        torn: dict[str, Fact] = {"found": str(error)}
        raise fault(table.line_num, "csv_torn", "bodies_row_expected", torn) from error
    if not weights:
        raise fault(None, "bodies_none", "bodies_columns_expected")
    return Bodies(weights)


def _places(columns: list[str], line: int) -> tuple[int, int]:
    """Find the column with the name and the one with the weight."""
    named = [columns.index(one) for one in NAMES if one in columns]
    weighed = [columns.index(one) for one in WEIGHTS if one in columns]
    name_at = named[0] if named else 0
    rest = [place for place in range(len(columns)) if place != name_at]
    if not weighed and len(rest) != 1:
        raise fault(line, "bodies_no_weights", "bodies_columns_expected")
    return name_at, weighed[0] if weighed else rest[0]


def _body(
    cells: list[str], columns: list[str], line: int, name_at: int, weight_at: int
) -> tuple[str, Fraction]:
    if len(cells) != len(columns):
        told: dict[str, Fact] = {"found": len(cells), "columns": len(columns)}
        raise fault(line, "csv_bad_width", "bodies_row_expected", told)
    name, weight = cells[name_at], cells[weight_at]
    if not name:
        raise fault(line, "bodies_no_name", "bodies_row_expected")
    if not NUMBER.fullmatch(weight):
        said: dict[str, Fact] = {"body": name, "found": weight}
        raise fault(line, "bodies_bad_weight", "bodies_row_expected", said)
    return name, Fraction(weight)
