"""Ballots in a table, one row a ballot, as spreadsheets save it (`.csv`).

The first row names the columns. Either a column stands for an option and its cells hold
a mark, a rank or points; or columns are called `choice 1`, `choice 2` … and their cells
hold the options' names. For a motion there is one column `answer` with `yes`, `no` or
`abstain`, and for a test of consensus one column `position`. A column `times` says how
many voters cast the ballot, and one called `ballot` is for your own numbering. Cells
are parted by commas, semicolons or tabs.
"""

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from commonweal.rules.consensus.events import POSITIONS
from commonweal.rules.sentence import Fact
from commonweal.rules.voting.ballots import (
    Answer,
    Approvals,
    Ballot,
    Ballots,
    Contest,
    Marks,
    Ranking,
    Scores,
)
from commonweal.rules.voting.formats.errors import FormatError, fault
from commonweal.rules.voting.marks import ANSWERS_OF
from commonweal.rules.voting.method import BallotForm

CHOICE = re.compile(r"(choice|rank|preference|mark)\s*\d+", re.IGNORECASE)
WHOLE = re.compile(r"[-+]?\d{1,15}", re.ASCII)
MARKS = {"x": True, "1": True, "yes": True, "✓": True, "✔": True}
MARKS |= {"": False, "0": False, "no": False, "-": False}
LAST_RANK = 1_000


class Row(NamedTuple):
    """A row's number in the file, and its cells that are part of the ballot."""

    line: int
    cells: Mapping[str, str]
    times: int


type ReadRow = Callable[[Row], Marks]


def read_csv(text: str, form: BallotForm) -> tuple[Contest, Ballots]:
    """Read a contest for one seat from a table, its ballots being of the given form.

    Options' ids are their names; those written in `choice` columns come in alphabetical
    order. Raises `FormatError` at the first row that makes no sense.
    """
    rows = list(read_rows(text.removeprefix("\ufeff")))
    if not rows:
        raise fault(1, "csv_no_ballots", "csv_row_expected")
    columns = tuple(rows[0].cells)
    by_choice = all(CHOICE.fullmatch(column) for column in columns)
    if form == "answer":
        options: tuple[str, ...] = ("yes", "no")
    elif form == "position":
        options = POSITIONS
    elif by_choice:
        named = {name for row in rows for name in row.cells.values() if name}
        options = tuple(sorted(named))
    else:
        options = columns
    read = _reader(form, columns, by_choice=by_choice)
    return Contest(options), tuple(Ballot(read(row), row.times) for row in rows)


def read_rows(text: str) -> Iterator[Row]:
    """Read the rows below the first, each with the names of its columns."""
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    table = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    try:
        columns: list[str] = []
        for cells in table:
            tidy = [cell.strip() for cell in cells]
            if not any(tidy):
                continue
            if columns:
                yield _row(table.line_num, columns, tidy)
            else:
                columns = _columns(table.line_num, tidy)
    except csv.Error as error:
        told: dict[str, Fact] = {"found": str(error)}
        raise fault(table.line_num, "csv_torn", "csv_row_expected", told) from error


def _columns(line: int, cells: list[str]) -> list[str]:
    names = [cell for cell in cells if cell.lower() not in {"ballot", "times"}]
    if not names or "" in cells or len(set(cells)) != len(cells):
        raise fault(line, "csv_bad_columns", "csv_columns_expected")
    return cells


def _row(line: int, columns: list[str], cells: list[str]) -> Row:
    if len(cells) != len(columns):
        told: dict[str, Fact] = {"found": len(cells), "columns": len(columns)}
        raise fault(line, "csv_bad_width", "csv_row_expected", told)
    times, kept = 1, {}
    for column, cell in zip(columns, cells, strict=True):
        if column.lower() == "times":
            times = _whole(line, column, cell, "csv_times_expected", least=1)
        elif column.lower() != "ballot":
            kept[column] = cell
    return Row(line, kept, times)


def _reader(form: BallotForm, columns: tuple[str, ...], *, by_choice: bool) -> ReadRow:
    if form in ANSWERS_OF:
        if [column.lower() for column in columns] != [form]:
            raise fault(1, f"csv_no_{form}_column", f"csv_{form}s_expected")
        return partial(_answer, form)
    if by_choice and form != "scores":
        return _chosen if form == "approvals" else _chosen_in_order
    by_option: dict[str, ReadRow] = {
        "approvals": _marked,
        "ranking": _ranked,
        "scores": _scored,
    }
    return by_option[form]


def _answer(form: BallotForm, row: Row) -> Answer:
    (written,) = row.cells.values()
    answer = written.lower().replace(" ", "_")
    if answer not in ANSWERS_OF[form]:
        raise _wrong(row.line, form, written, f"csv_{form}s_expected")
    return Answer(answer)


def _chosen(row: Row) -> Approvals:
    return Approvals(tuple(name for name in row.cells.values() if name))


def _chosen_in_order(row: Row) -> Ranking:
    ranks = [(name,) if name else () for name in row.cells.values()]
    while ranks and not ranks[-1]:
        ranks.pop()
    return Ranking(tuple(ranks))


def _marked(row: Row) -> Approvals:
    for option, cell in row.cells.items():
        if cell.lower() not in MARKS:
            raise _wrong(row.line, option, cell, "csv_mark_expected")
    return Approvals(tuple(o for o, cell in row.cells.items() if MARKS[cell.lower()]))


def _ranked(row: Row) -> Ranking:
    ranks: dict[int, list[str]] = {}
    for option, cell in row.cells.items():
        if cell:
            rank = _whole(row.line, option, cell, "csv_rank_expected", least=1)
            if rank > LAST_RANK:
                raise _wrong(row.line, option, cell, "csv_rank_expected")
            ranks.setdefault(rank, []).append(option)
    last = max(ranks, default=0)
    return Ranking(tuple(tuple(ranks.get(rank, ())) for rank in range(1, last + 1)))


def _scored(row: Row) -> Scores:
    return Scores(
        tuple(
            (option, _whole(row.line, option, cell, "csv_score_expected"))
            for option, cell in row.cells.items()
            if cell
        )
    )


def _whole(
    line: int, column: str, cell: str, expected: str, least: int | None = None
) -> int:
    if not WHOLE.fullmatch(cell) or (least is not None and int(cell) < least):
        raise _wrong(line, column, cell, expected)
    return int(cell)


def _wrong(line: int, column: str, cell: str, expected: str) -> FormatError:
    told: dict[str, Fact] = {"column": column[:40], "found": cell[:40]}
    return fault(line, "csv_bad_cell", expected, told)
