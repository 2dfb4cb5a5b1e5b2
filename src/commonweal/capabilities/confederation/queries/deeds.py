"""Rows of deeds as the deeds that rules read."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from commonweal.capabilities.confederation.models import ConfederalDeed
from commonweal.rules.confederation import seats, standing
from commonweal.rules.confederation.answers import Answer
from commonweal.rules.confederation.council import Spoken
from commonweal.rules.confederation.deeds import (
    Composed,
    Deed,
    OptedOut,
    Raised,
    Withdrawn,
)
from commonweal.rules.confederation.mandates import Mandate
from commonweal.rules.confederation.plain import (
    counts_from_plain,
    mandate_from_plain,
    saying_from_plain,
    union_from_plain,
)
from commonweal.rules.plain import verdict_from_plain


def of_standing(rows: Iterable[ConfederalDeed]) -> Iterator[standing.Deed]:
    """Give how a body came and goes."""
    for row in rows:
        match row.deed:
            case "applied":
                yield standing.Applied(row.done_at)
            case "began":
                yield standing.Began(row.done_at)
            case "spoke_for":
                yield standing.Sponsored(row.facts["by"], row.done_at)
            case "admitted":
                yield standing.Admitted(row.facts["yes"], row.facts["of"], row.done_at)
            case "gave_notice":
                yield standing.Noticed(row.done_at)
            case "stayed":
                yield standing.Stayed(row.done_at)


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


def of_matter(rows: Iterable[ConfederalDeed]) -> Iterator[Deed]:
    """Give what was done with a matter."""
    for row in rows:
        body, facts = str(row.body), row.facts
        match row.deed:
            case "raised":
                yield Raised(body, row.done_at)
            case "composed":
                yield Composed(
                    facts["text"],
                    verdict_from_plain(facts["verdict"]),
                    union_from_plain(facts["union"]),
                    row.done_at,
                    facts["is_urgent"],
                )
            case "withdrew":
                yield Withdrawn(body, row.done_at)
            case "answered":
                yield answer_of(row)
            case "stayed_out":
                yield OptedOut(body, row.done_at)


def answer_of(row: ConfederalDeed) -> Answer:
    """Give what a body answered."""
    facts = row.facts
    return Answer(
        str(row.body),
        facts["text"],
        facts["says"],
        counts_from_plain(facts["counts"]),
        row.done_at,
        facts["method"],
        facts["minutes"],
        row.words,
        facts["is_sealed"],
    )


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
