"""A congress as it is published: from it anybody counts again what it found.

In it stand what was put, who held which seat when, what each body had told its
delegates, and what these said. People are numbered in it and named nowhere.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any, NamedTuple

from commonweal.rules.canonical import Json
from commonweal.rules.confederation.congress import Question, found
from commonweal.rules.confederation.council import (
    Count,
    Place,
    Sitting,
    Spoken,
    counted,
)
from commonweal.rules.confederation.mandates import Mandate, Put, digest_of
from commonweal.rules.confederation.plain import mandate_from_plain, saying_from_plain
from commonweal.rules.confederation.seats import Away, Deed, Filled, Recalled, Resigned
from commonweal.rules.confederation.state import Case
from commonweal.rules.malformed import MALFORMED, Malformed
from commonweal.rules.plain import verdict_to_plain
from commonweal.rules.verdict import Verdict

type Table = Mapping[str, Any]

_SEAT: dict[str, Callable[[Table, datetime], Deed]] = {
    "sent": lambda row, at: Filled(
        row["who"], at, _moment(row["until"]), tuple(row["alternates"])
    ),
    "recalled": lambda row, at: Recalled(row["who"], at),
    "gave_seat_back": lambda row, at: Resigned(row["who"], at),
    "handed_over": lambda row, at: Away(row["who"], at, _moment(row["until"])),
    "took_back": lambda row, at: Away(row["who"], at, at),
}


class Held(NamedTuple):
    """A congress that was published: what was put, its seats, and what was said.

    Where the words are hidden, only what they are called by is known.
    """

    number: int
    question: Question
    sitting: Sitting
    spoken: tuple[Spoken, ...]
    closes: datetime

    @property
    def has_words(self) -> bool:
        """Say whether the words are there, and are those that were put."""
        return bool(self.question.words)


class Again(NamedTuple):
    """What a congress comes to when it is counted again, and whether that was told.

    `verdict` is None where words are hidden that list the ways; `is_as_told` there, and
    where nothing was told yet.
    """

    held: Held
    votes: Count
    verdict: Verdict | None
    is_as_told: bool | None


def counted_again(plain: Table, case: Case) -> tuple[Again, ...]:
    """Count every congress of a published matter again, and compare.

    Raises `Malformed` for what cannot be read.
    """
    try:
        change = plain.get("change") or {}
        told = {
            row["facts"]["put"]: row
            for row in plain["deeds"]
            if row["deed"] == "composed" and "put" in row["facts"]
        }
        held = [_held(one, case, change) for one in plain.get("congresses", ())]
        return tuple(_again(one, case, change, told.get(one.number)) for one in held)
    except MALFORMED as wrong:
        raise Malformed("no congress") from wrong


def _again(held: Held, case: Case, change: Table, told: Table | None) -> Again:
    at = held.closes - timedelta(microseconds=1)
    count = counted(held.sitting, held.spoken, at=at)
    if not held.has_words and held.question.asks_way:
        return Again(held, count, None, None)
    verdict, words = found(case.pact, _as_counted(held), count)
    if told is None:
        return Again(held, count, verdict, None)
    facts = told["facts"]
    votes = {side: str(number) for side, number in count.votes.items()}
    same = verdict_to_plain(verdict) == facts["verdict"] and votes == facts["votes"]
    if held.has_words:
        same = same and facts["text"] == digest_of(words, change)
    return Again(held, count, verdict, same)


def _as_counted(held: Held) -> Question:
    """Leave the gap open where the words that have it are hidden."""
    if held.has_words:
        return held.question
    one = held.question
    return Question("", one.members, is_urgent=one.is_urgent, resting=one.resting)


def _held(row: Table, case: Case, change: Mapping[str, Json]) -> Held:
    question = _question(row, change)
    put = Put(
        "",
        str(row["text"]),
        question.options,
        question.number,
        frozenset(map(str, row["adopted"])),
        frozenset(map(str, row["rejected"])),
        question.is_urgent,
    )
    votes = question.votes_by_body(case.pact)
    seats = {str(name): _place(one, votes) for name, one in row["seats"].items()}
    before = case.pact.delegates.votes_before
    sitting = Sitting(put, seats, tuple(_mandates(row["mandates"])), before)
    spoken = tuple(_spoken(row["spoken"]))
    return Held(int(row["number"]), question, sitting, spoken, _moment(row["closes"]))


def _question(row: Table, change: Mapping[str, Json]) -> Question:
    number, words = row["number_in_gap"], str(row["words"])
    if words and digest_of(words, change) != row["text"]:
        raise Malformed("other words than were put")
    return Question(
        words,
        {str(body): int(n) for body, n in row["members"].items()},
        None if number is None else Fraction(number),
        bool(row["asks_way"]),
        bool(row["is_urgent"]),
        frozenset(map(str, row["resting"])),
    )


def _place(row: Table, votes: Mapping[str, Fraction]) -> Place:
    body = str(row["body"])
    deeds = (_SEAT[one["deed"]](one, _moment(one["at"])) for one in row["deeds"])
    return Place(body, votes.get(body, Fraction(0)), tuple(deeds))


def _mandates(rows: Iterable[Table]) -> Iterable[Mandate]:
    for row in rows:
        until = row["until"]
        yield Mandate(
            str(row["body"]),
            "",
            str(row["text"]),
            mandate_from_plain(row["terms"]),
            "",
            _moment(row["at"]),
            _moment(until) if until else None,
        )


def _spoken(rows: Iterable[Table]) -> Iterable[Spoken]:
    for row in rows:
        saying = saying_from_plain(row["saying"])
        yield Spoken(str(row["seat"]), str(row["who"]), saying, _moment(row["at"]))


def _moment(written: str) -> datetime:
    at = datetime.fromisoformat(written)
    assert at.tzinfo is not None, "an instant knows its offset"
    return at
