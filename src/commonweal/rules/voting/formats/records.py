"""The rows of a table as spreadsheets save it, each with the line it stands on.

A cell in quotation marks may go on for several lines. Where a file was cut within such
a cell, or a mark was never closed, what follows would be taken for a part of it: that
is refused, so that nobody gets lost in silence.
"""

import csv
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from commonweal.rules.sentence import Fact
from commonweal.rules.voting.formats.errors import fault

# Put behind the last line: an open cell takes it in, and a closed one does not.
END = "end"


class Record(NamedTuple):
    """A row’s cells without the spaces around them, and its first and last line."""

    begins: int
    line: int
    cells: list[str]


class Torn(Exception):  # noqa: N818 -- says what the row is
    """Raised for a row that has no end, or a cell that is too long to be one.

    `line` is where the row begins, `found` what the reader complains of; it is None
    where a quotation mark is not closed.
    """

    def __init__(self, line: int, found: str | None = None) -> None:
        super().__init__(line, found)
        self.line, self.found = line, found


def table_rows(text: str, expected: str) -> Iterator[Record]:
    """Read the rows of a table whose cells commas, semicolons or tabs part.

    Raises `FormatError` for a torn row; `expected` is the id of what it says of rows.
    """
    text = text.removeprefix("\ufeff")
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    try:
        yield from rows_in(text.splitlines(keepends=True), delimiter)
    except Torn as torn:
        facts: dict[str, Fact] = {} if torn.found is None else {"found": torn.found}
        problem = "csv_torn" if facts else "csv_unclosed"
        raise fault(torn.line, problem, expected, facts) from torn


def rows_in(lines: Sequence[str], delimiter: str) -> Iterator[Record]:
    """Read the rows that are not blank. Raises `Torn` for the first that is torn."""
    table = csv.reader([*lines, END], delimiter=delimiter)
    begins = 1
    try:
        for row in table:
            if table.line_num > len(lines):
                if row != [END]:
                    raise Torn(begins)
                return
            cells = [cell.strip() for cell in row]
            if any(cells):
                yield Record(begins, table.line_num, cells)
            begins = table.line_num + 1
    except csv.Error as error:
        raise Torn(begins, str(error)) from error
