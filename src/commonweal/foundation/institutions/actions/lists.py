"""Reading a members' list that a group brings along: a dry run, nothing is kept."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from commonweal.foundation.institutions.access import LONGEST_NAME
from commonweal.foundation.language import say
from commonweal.foundation.text import clean_name, clean_text, is_mail_address
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.verdict import Refused

MOST_ROWS = 2000
LONGEST_FILE = 500_000
# What people call these columns, in the languages we have lists from.
COLUMNS: Mapping[str, frozenset[str]] = {
    "name": frozenset({"name", "full name", "member", "nombre", "nombre completo"}),
    "given": frozenset({"first name", "given name", "forename", "nombre de pila"}),
    "family": frozenset(
        {"last name", "surname", "family name", "apellido", "apellidos"}
    ),
    "email": frozenset(
        {"email", "e-mail", "mail", "email address", "correo", "correo electrónico"}
    ),
    "member_class": frozenset(
        {"class", "member class", "membership", "standing", "clase", "tipo"}
    ),
}
# Signs that make a spreadsheet take a cell for a formula.
FORMULA_SIGNS = "=+-@\t\r"


@dataclass(frozen=True, slots=True)
class Row:
    """One person on the list, as they would be taken in."""

    name: str
    email: str = ""
    member_class: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a list comes from: who gave the names, on what ground, and when.

    `ground` is one of `access.GROUNDS`.
    """

    words: str = ""
    ground: str = ""
    gathered_on: date | None = None


@dataclass(frozen=True, slots=True)
class Brought:
    """What a list holds, and each line that cannot be taken in, with the reason."""

    rows: tuple[Row, ...]
    problems: tuple[Sentence, ...]


def read_members(text: str, *, classes: Mapping[str, str] | None = None) -> Brought:
    """Read a list of members from CSV with a line of headings.

    Commas, semicolons or tabs part the columns; only a name is needed. `classes` are
    the names under which the charter's classes may be written, with their ids; a line
    without a class is left to the charter.
    """
    if len(text) > LONGEST_FILE:
        return Brought((), (Sentence("list_too_long", {"most": MOST_ROWS}),))
    lines = _cells(text)
    if lines is None:
        return Brought((), (Sentence("list_unreadable"),))
    columns = _columns(lines[0].cells) if lines else {}
    if not ({"name", "given"} & set(columns)):
        return Brought((), (Sentence("list_without_names"),))
    if len(lines) - 1 > MOST_ROWS:
        return Brought((), (Sentence("list_too_long", {"most": MOST_ROWS}),))
    return _without_repeats(
        list(_rows(lines[1:], columns, _known_classes(classes or {})))
    )


def class_names(charter: Charter) -> dict[str, str]:
    """Give the names that a list may use for the charter's classes, with their ids."""
    named = {say(one.name): one.id for one in charter.classes}
    ids = {one.id: one.id for one in charter.classes}
    said = {words: one.id for one in charter.classes for _, words in one.name.versions}
    return ids | said | named


class _Line(NamedTuple):
    """The cells of a row, and its line as a spreadsheet counts, empty ones included."""

    number: int
    cells: list[str]


def _cells(text: str) -> list[_Line] | None:
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    first = plain.lstrip("\n").split("\n", 1)[0]
    separator = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(plain), delimiter=separator, strict=True)
    try:
        lines = [_Line(reader.line_num, cells) for cells in reader]
        return [line for line in lines if any(cell.strip() for cell in line.cells)]
    except csv.Error:
        return None


def _columns(headings: Sequence[str]) -> dict[str, int]:
    plain = [
        " ".join(one.strip().lower().replace("_", " ").split()) for one in headings
    ]
    return {
        column: place
        for column, aliases in COLUMNS.items()
        for place, heading in reversed(list(enumerate(plain)))
        if heading in aliases
    }


def _known_classes(classes: Mapping[str, str]) -> dict[str, str]:
    return {name.casefold(): class_id for name, class_id in classes.items()}


def _rows(
    lines: Sequence[_Line],
    columns: Mapping[str, int],
    classes: Mapping[str, str],
) -> Iterator[tuple[int, Row | Sentence]]:
    for number, cells in lines:
        found = {
            column: cells[place].strip() if place < len(cells) else ""
            for column, place in columns.items()
        }
        yield number, _row(number, found, classes)


def _row(
    number: int, found: Mapping[str, str], classes: Mapping[str, str]
) -> Row | Sentence:
    written = found.get("name") or " ".join(
        part for part in (found.get("given"), found.get("family")) if part
    )
    try:
        parts = [_first_sign(part) for part in _named(found).values() if part]
        name = clean_name(written, LONGEST_NAME)
    except Refused as refusal:
        facts: dict[str, Fact] = {"line": number, "why": refusal.verdict.reason}
        return Sentence("row_name_refused", facts)
    if any(sign in FORMULA_SIGNS for sign in (*parts, name[0])):
        return Sentence("row_is_formula", {"line": number})
    email = found.get("email", "")
    if email and not is_mail_address(email):
        return Sentence("row_email_malformed", {"line": number, "name": name})
    class_id = classes.get(found.get("member_class", "").casefold(), "")
    if found.get("member_class") and not class_id:
        return Sentence(
            "row_class_unknown",
            {"line": number, "name": name, "written": found["member_class"][:60]},
        )
    return Row(name, email.lower(), class_id)


def _named(found: Mapping[str, str]) -> dict[str, str]:
    return {key: found.get(key, "") for key in ("name", "given", "family")}


def _first_sign(part: str) -> str:
    # Signs that nobody sees do not hide a formula: they are gone once it is kept.
    return clean_text(part, LONGEST_FILE)[:1] or " "


def _without_repeats(read: Sequence[tuple[int, Row | Sentence]]) -> Brought:
    rows: list[Row] = []
    problems: list[Sentence] = []
    seen: set[str] = set()
    for number, one in read:
        if isinstance(one, Sentence):
            problems.append(one)
            continue
        # Nobody shares a name or an address with somebody else on the list.
        keys = {key for key in (f"name {one.name.casefold()}", one.email) if key}
        if seen & keys:
            problems.append(
                Sentence("row_repeated", {"line": number, "name": one.name})
            )
        else:
            seen |= keys
            rows.append(one)
    return Brought(tuple(rows), tuple(problems))
