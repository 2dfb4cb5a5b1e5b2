"""Rows of deeds as the deeds that rules read."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from commonweal.capabilities.confederation.models import ConfederalDeed
from commonweal.rules.confederation import seats, standing
from commonweal.rules.confederation.council import Spoken
from commonweal.rules.confederation.deeds import Deed
from commonweal.rules.confederation.filed import deeds_from
from commonweal.rules.confederation.mandates import Mandate
from commonweal.rules.confederation.plain import (
    mandate_from_plain,
    saying_from_plain,
)

# Of these it is told that they happened, and when.
_PLAIN: dict[str, Callable[[datetime], standing.Deed]] = {
    "applied": standing.Applied,
    "began": standing.Began,
    "gave_notice": standing.Noticed,
    "stayed": standing.Stayed,
    "ended": standing.Ended,
}


def of_standing(rows: Iterable[ConfederalDeed]) -> Iterator[standing.Deed]:
    """Give how a body came and goes."""
    for row in rows:
        match row.deed:
            case "spoke_for":
                yield standing.Sponsored(row.facts["by"], row.done_at)
            case "accused":
                yield standing.Accused(row.words, row.done_at)
            case "put_out":
                yield standing.Judged(row.facts["yes"], row.facts["of"], row.done_at)
            case "admitted":
                yield standing.Admitted(row.facts["yes"], row.facts["of"], row.done_at)
            case plain if plain in _PLAIN:
                yield _PLAIN[plain](row.done_at)


def of_seat(rows: Iterable[ConfederalDeed]) -> Iterator[seats.Deed]:
    """Give what was done to one seat; people are named by their member's id."""
    for row in rows:
        who = str(row.who_id)
        match row.deed:
            case "sent":
                until = datetime.fromisoformat(row.facts["until"])
                line = tuple(row.facts["alternates"])
                yield seats.Filled(who, row.done_at, until, line)
            case "recalled":
                yield seats.Recalled(who, row.done_at, str(row.decision))
            case "gave_seat_back":
                yield seats.Resigned(who, row.done_at)
            case "handed_over":
                until = datetime.fromisoformat(row.facts["until"])
                yield seats.Away(who, row.done_at, until)
            case "took_back":
                yield seats.Away(who, row.done_at, row.done_at)


def of_matter(rows: Iterable[ConfederalDeed]) -> Iterable[Deed]:
    """Give what was done with a matter, by the way that whoever checks it reads it."""
    return deeds_from(map(plain_deed, rows))


def plain_deed(row: ConfederalDeed) -> dict[str, Any]:
    """Write a deed as it is published; nobody is named in it."""
    return {
        "number": row.number,
        "deed": row.deed,
        "body": str(row.body) if row.body else None,
        "words": row.words,
        "facts": row.facts,
        "decision": str(row.decision) if row.decision else None,
        "at": row.done_at.astimezone(UTC).isoformat(),
    }


def mandate_of(row: ConfederalDeed) -> Mandate:
    """Give what a body told its delegates."""
    until = row.facts["until"]
    return Mandate(
        str(row.body),
        str(row.matter_id),
        row.facts["text"],
        mandate_from_plain(row.facts["terms"]),
        str(row.decision),
        row.done_at,
        datetime.fromisoformat(until) if until else None,
    )


def spoken_of(row: ConfederalDeed) -> Spoken:
    """Give what was said from a seat."""
    saying = saying_from_plain(row.facts["saying"])
    return Spoken(seat_id(row), str(row.who_id), saying, row.done_at)


def seat_id(row: ConfederalDeed) -> str:
    """Name a seat: whose it is, and its number there."""
    return f"{row.body} {row.seat}"
