"""How the members of each body answered, in a table with one row a body (`.csv`).

The body stands in the column `body` or `name`, its votes in a council in `votes` (if
there is none, each has one), and every other column is an answer: how many gave it.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from commonweal.rules.apportionment.table import NAMES, Row, name_in, rows_of
from commonweal.rules.sentence import Fact
from commonweal.rules.voting.formats.errors import fault

VOTES = "votes"
NUMBER = re.compile(r"\d{1,18}", re.ASCII)


class Results(NamedTuple):
    """The votes of each body in the council, and how many members gave which answer."""

    votes: Mapping[str, int]
    answers: Mapping[str, Mapping[str, int]]


def read_results(text: str) -> Results:
    """Read what each body answered.

    Raises `FormatError` with the line of the first thing that makes no sense.
    """
    rows = rows_of(text)
    header = next(rows, Row(1, []))
    name_at = next((header.cells.index(one) for one in NAMES if one in header.cells), 0)
    columns = [
        place
        for place, column in enumerate(header.cells)
        if place != name_at and column != VOTES
    ]
    if not columns:
        raise fault(header.line, "results_no_answers", "results_columns_expected")
    votes: dict[str, int] = {}
    answers: dict[str, dict[str, int]] = {}
    line_of: dict[str, int] = {}
    for row in rows:
        name = name_in(row, name_at, line_of)
        answers[name] = {header.cells[one]: _number(row, name, one) for one in columns}
        votes[name] = 1
        if VOTES in header.cells:
            votes[name] = _number(row, name, header.cells.index(VOTES))
    if not votes:
        raise fault(None, "bodies_none", "results_columns_expected")
    return Results(votes, answers)


def _number(row: Row, name: str, place: int) -> int:
    if not NUMBER.fullmatch(row.cells[place]):
        facts: dict[str, Fact] = {"body": name, "found": row.cells[place]}
        raise fault(row.line, "results_bad_number", "results_row_expected", facts)
    return int(row.cells[place])
