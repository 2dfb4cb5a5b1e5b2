"""Ballots in a table, one row a ballot, as spreadsheets save it (`.csv`).

The first row names the columns. Either a column stands for an option and its cells hold
a mark, a rank or points; or columns are called `choice 1`, `choice 2` … and their cells
hold the options' names. For a motion there is one column `answer` with `yes`, `no` or
`abstain`, and for a test of consensus one column `position`. A column `times` says how
many voters cast the ballot, and one called `ballot` is for your own numbering. Cells
are parted by commas, semicolons or tabs.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from commonweal.rules.consensus.events import POSITIONS
from commonweal.rules.sentence import Fact, Sentence
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
from commonweal.rules.voting.formats.records import table_rows
from commonweal.rules.voting.formats.spelling import Named, doubtful
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


def read_csv(
    text: str, form: BallotForm, stand: Sequence[str] = ()
) -> tuple[Contest, Ballots]:
    """Read a contest for one seat from a table, its ballots being of the given form.

    Options' ids are their names. `stand` names those there are; without it they are the
    columns, or whoever is named in `choice` columns, in alphabetical order, and what
    may be misspelt there is noted. Raises `FormatError` at the first row that makes no
    sense.
    """
    rows = list(read_rows(text.removeprefix("\ufeff")))
    if not rows:
        raise fault(1, "csv_no_ballots", "csv_row_expected")
    columns = tuple(rows[0].cells)
    by_choice = all(CHOICE.fullmatch(column) for column in columns)
    notes: tuple[Sentence, ...] = ()
    if form in ANSWERS_OF and stand:
        raise fault(1, "csv_options_not_asked", "csv_row_expected")
    if form == "answer":
        options: tuple[str, ...] = ("yes", "no")
    elif form == "position":
        options = POSITIONS
    elif by_choice and form != "scores":
        named = _names_in(rows)
        options = _those_who_stand(stand, named) if stand else tuple(sorted(named))
        notes = () if stand else doubtful(named, sum(row.times for row in rows))
    else:
        options = _columns_of(stand, columns) if stand else columns
    read = _reader(form, columns, by_choice=by_choice)
    ballots = tuple(Ballot(read(row), row.times) for row in rows)
    return Contest(options, notes=notes), ballots


def _names_in(rows: Sequence[Row]) -> dict[str, Named]:
    """Give every name written, on how many ballots it stands, and where first."""
    named: dict[str, Named] = {}
    for row in rows:
        for name in dict.fromkeys(row.cells.values()):
            ballots, line = named.get(name, (0, row.line))
            named[name] = Named(ballots + row.times, line)
    return {name: one for name, one in named.items() if name}


def _those_who_stand(
    stand: Sequence[str], named: Mapping[str, Named]
) -> tuple[str, ...]:
    """Give those who stand; whoever is named and does not is a fault in that row."""
    strange = [name for name in named if name not in stand]
    if strange:
        told: dict[str, Fact] = {"found": strange[0][:40], "options": tuple(stand)}
        raise fault(
            named[strange[0]].line, "csv_no_such_option", "csv_option_expected", told
        )
    return tuple(stand)


def _columns_of(stand: Sequence[str], columns: tuple[str, ...]) -> tuple[str, ...]:
    """Give those who stand, if there is a column for each and no other."""
    if set(stand) != set(columns):
        told: dict[str, Fact] = {"found": columns, "options": tuple(stand)}
        raise fault(1, "csv_other_columns", "csv_option_expected", told)
    return tuple(stand)


def read_rows(text: str) -> Iterator[Row]:
    """Read the rows below the first, each with the names of its columns."""
    columns: list[str] = []
    for record in table_rows(text, "csv_row_expected"):
        if columns:
            yield _row(record.line, columns, record.cells)
        else:
            columns = _columns(record.line, record.cells)


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
