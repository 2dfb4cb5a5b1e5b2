"""The rows of a Pabulib section, each with the line it starts on."""

import io
import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.formats.errors import FormatError
from commonweal.rules.voting.formats.records import Torn, rows_in

_DECIMAL = re.compile(r"\d{1,30}(\.\d{1,10})?")
_WHOLE = re.compile(r"-?\d{1,18}(\.0{1,10})?")


class Row(NamedTuple):
    """The cells of one record, and the line of the file it starts on."""

    line: int
    cells: list[str]


def rows_of(text: str, first_line: int) -> Iterator[Row]:
    """Give the records that are not blank, with the spaces around cells taken off."""
    lines = list(io.StringIO(text, newline=""))
    try:
        for record in rows_in(lines, ";"):
            yield Row(first_line + record.begins - 1, record.cells)
    except Torn as torn:
        raise wrong(first_line + torn.line - 1, "pb_cell_unreadable") from torn


def fitted(row: Row, header: list[str]) -> dict[str, str]:
    """Name the cells of a row by the header. Blank cells beyond it are let go."""
    cells = row.cells
    while len(cells) > len(header) and not cells[-1]:
        cells = cells[:-1]
    if len(cells) != len(header):
        raise wrong(row.line, "pb_cells", found=len(cells), header=len(header))
    return dict(zip(header, cells, strict=True))


def decimal(text: str) -> Fraction | None:
    """Read a number of at least 0 exactly, decimals included; None if it is not one."""
    return Fraction(text) if _DECIMAL.fullmatch(text) else None


def whole(text: str) -> int | None:
    """Read a whole number, which may end in `.0`; None if it is not one."""
    return int(text.partition(".")[0]) if _WHOLE.fullmatch(text) else None


def wrong(line: int, about: str, /, **facts: Fact) -> FormatError:
    """Say what is wrong on a line and what was expected there."""
    return FormatError(
        line, Sentence(about, facts), Sentence(f"budget_expected_{about}", facts)
    )
