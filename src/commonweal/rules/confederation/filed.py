"""A matter as it is published: from this file anybody works out where it stands.

Only deeds that bear on that are in it, and nobody is named there. What does not fit is
refused whole: a file that was cut or changed by hand decides nothing.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from commonweal.rules.confederation.answers import Answer
from commonweal.rules.confederation.deeds import (
    Composed,
    Deed,
    OptedOut,
    Raised,
    Withdrawn,
)
from commonweal.rules.confederation.plain import (
    case_from_plain,
    counts_from_plain,
    union_from_plain,
)
from commonweal.rules.confederation.state import Case
from commonweal.rules.confederation.voices import Gone
from commonweal.rules.malformed import MALFORMED, Malformed
from commonweal.rules.plain import verdict_from_plain

FORMAT = "commonweal-matter-1"

type Table = Mapping[str, Any]


class Filed(NamedTuple):
    """What a file says: the case, its deeds, what it and its bodies are called."""

    case: Case
    deeds: tuple[Deed, ...]
    title: str
    names: Mapping[str, str]


def read_file(plain: Table) -> Filed:
    """Read a matter that was published. Raises `Malformed` for anything else."""
    try:
        if plain["format"] != FORMAT:
            raise Malformed("another format")
        deeds = tuple(deeds_from(plain["deeds"]))
        names = {str(body): str(name) for body, name in plain["names"].items()}
        return Filed(case_from_plain(plain["case"]), deeds, str(plain["title"]), names)
    except MALFORMED as wrong:
        raise Malformed("no matter") from wrong


def deeds_from(rows: Iterable[Table]) -> Iterable[Deed]:
    """Give the deeds that bear on where a matter stands, in the order they are in.

    Each is a table with `deed`, `body`, `words`, `facts` and `at`, a moment with an
    offset in the form of ISO 8601. Sorts that nobody knows are without effect.
    """
    for row in rows:
        found = _deed(row, str(row["body"]), datetime.fromisoformat(row["at"]))
        if found is not None:
            yield found


def _deed(row: Table, body: str, at: datetime) -> Deed | None:
    assert at.tzinfo is not None, "an instant knows its offset"
    match row["deed"]:
        case "raised":
            return Raised(body, at)
        case "composed":
            return _composed(row["facts"], at)
        case "withdrew":
            return Withdrawn(body, at)
        case "answered":
            return _answered(row, body, at)
        case "stayed_out":
            return OptedOut(body, at)
        case "went":
            return Gone(body, at)
    return None


def _composed(facts: Table, at: datetime) -> Composed:
    return Composed(
        str(facts["text"]),
        verdict_from_plain(facts["verdict"]),
        union_from_plain(facts["union"]),
        at,
        bool(facts["is_urgent"]),
    )


def _answered(row: Table, body: str, at: datetime) -> Answer:
    facts = row["facts"]
    return Answer(
        body,
        str(facts["text"]),
        facts["says"],
        counts_from_plain(facts["counts"]),
        at,
        str(facts["method"]),
        str(facts["minutes"]),
        str(row["words"]),
        bool(facts["is_sealed"]),
    )
