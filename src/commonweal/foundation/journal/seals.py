"""Rows that lines seal, and which of them are no longer as they were sealed.

A deed that fixes something hands the rows to `sealed` and puts what comes back among
the facts of its line. The last line that sealed a row says how it has to be now.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Model

from commonweal.foundation.journal.models import Line
from commonweal.foundation.nodes.queries.inventory import column_words, table_words
from commonweal.foundation.rows import Identified
from commonweal.rules.canonical import Json
from commonweal.rules.journal_seals import column_seal, differing
from commonweal.rules.sentence import Fact, Sentence

HELD = "held"
# Comes to each comparison, is no contradiction, and is said beside them.
NOTICE = "journal_not_sealed_before"

type Parts = Mapping[str, str]


def _unsalted(_row: Any) -> bytes:
    return b""


def _nothing_more(_row: Any) -> Parts:
    return {}


@dataclass(frozen=True, slots=True)
class Holding:
    """How the journal holds the rows of a table: every column but those set apart.

    A column in `apart` is held in another way, or is not and the reference says why.
    `parts` are seals of what stands inside a column, named `column.part`.
    """

    model: type[Model]
    apart: Collection[str] = ()
    salt: Callable[[Any], bytes] = _unsalted
    parts: Callable[[Any], Parts] = _nothing_more
    # A part that was erased as it should be.
    is_erased: Callable[[Any, str], bool] = field(default=lambda _row, _part: False)

    @property
    def label(self) -> str:
        """The table, as in `decisions.question`."""
        return self.model._meta.label_lower

    def key(self, row: Model) -> str:
        """Name a row among the facts of a line.

        What is sealed with a salt is named so that pages which show the row by its id
        do not tell which line is about it: the line may say by whom it was.
        """
        salt = self.salt(row)
        if not salt:
            return self.plain_key(row)
        return f"{self.label} {sha256(salt + row.pk.bytes).hexdigest()}"

    def plain_key(self, row: Model) -> str:
        """Name a row as all were named once."""
        return f"{self.label} {row.pk}"

    def seals(self, row: Model) -> dict[str, str]:
        """Digest each column of a row that the journal holds."""
        salt = self.salt(row)
        columns = {
            one.name: column_seal(one.name, plain(getattr(row, one.attname)), salt=salt)
            for one in self.model._meta.concrete_fields
            if not one.primary_key
            and one.name not in self.apart
            and one.name != "institution"
        }
        return {**columns, **self.parts(row)}


class Told(NamedTuple):
    """What the last line that sealed a row said of it."""

    number: int
    seals: Mapping[str, Json]


def sealed(*rows: tuple[Holding, Model]) -> dict[str, Json]:
    """Give the facts by which a line seals these rows as they are now."""
    return {HELD: {holding.key(row): holding.seals(row) for holding, row in rows}}


def last_told(institution: Identified) -> dict[str, Told]:
    """Give what was last sealed of each row of an institution."""
    lines = Line.objects.filter(institution_id=institution.id, facts__has_key=HELD)
    told: dict[str, Told] = {}
    for number, facts in lines.order_by("number").values_list("number", "facts"):
        for key, seals in facts[HELD].items():
            told[key] = Told(number, seals)
    return told


def contradicted(
    holding: Holding,
    rows: Iterable[Model],
    told: Mapping[str, Told],
    *,
    older: Collection[UUID | None] = (),
) -> Iterator[Sentence]:
    """Say which rows of a table are not as they were sealed, missing, or unannounced.

    `older` are rows that lines tell of from before rows were sealed.
    """
    table = table_words(holding.label)
    there = {
        key: row for row in rows for key in (holding.plain_key(row), holding.key(row))
    }
    newest = {row.pk: key for key, row in there.items() if key in told}
    for row in {row.pk: row for row in there.values()}.values():
        key = newest.get(row.pk)
        if key is not None:
            yield from _differs(holding, row, told[key], table)
        elif row.pk not in older:
            yield Sentence("journal_row_unannounced", {"table": table})
    for key, last in told.items():
        if key.startswith(f"{holding.label} ") and key not in there:
            yield Sentence("journal_row_gone", {"table": table, "number": last.number})


def _differs(
    holding: Holding, row: Model, last: Told, table: Sentence
) -> Iterator[Sentence]:
    changed = differing(last.seals, holding.seals(row))
    names = {
        name.partition(".")[0]
        for name in changed
        if "." not in name or not holding.is_erased(row, name)
    }
    if names:
        what = tuple(column_words(f"{holding.label}.{one}") for one in sorted(names))
        facts: dict[str, Fact] = {"number": last.number, "table": table, "what": what}
        yield Sentence("journal_row_differs", facts)


def unsealed(institution: Identified, deeds: Collection[str]) -> Iterator[Sentence]:
    """Say until where lines of these deeds sealed no rows, as they did not once.

    After the first that did, one that does not was written by somebody who did not
    want it to.
    """
    lines = Line.objects.filter(institution_id=institution.id, deed__in=list(deeds))
    before: int | None = None
    since: int | None = None
    for number, facts in lines.order_by("number").values_list("number", "facts"):
        if HELD in facts:
            since = since or number
        elif since:
            yield Sentence("journal_seal_missing", {"number": number})
        else:
            before = number
    if before is not None:
        yield Sentence(NOTICE, {"number": before})


def plain(value: object) -> Json:
    """Write what stands in a column as plain data, the same on every engine."""
    match value:
        case list() | tuple():
            return [plain(one) for one in value]
        case Mapping():
            return {str(key): plain(one) for key, one in value.items()}
        case str() | int() | None:
            return value
        case date() | UUID() | bytes() | memoryview() | float():
            return _text(value)
    raise TypeError(f"no way to seal {type(value).__name__}")


def _text(value: date | UUID | bytes | memoryview | float) -> str:
    match value:
        case datetime():
            moment = value.astimezone(UTC).replace(tzinfo=None)
            return f"{moment.isoformat(timespec='microseconds')}Z"
        case date():
            return value.isoformat()
        case float() | bytes() | memoryview():
            # A float exactly: what it is close to is another number.
            return value.hex()
    return str(value)
