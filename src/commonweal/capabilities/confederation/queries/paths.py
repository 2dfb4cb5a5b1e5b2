"""A mandate's path: what a body told its delegates, what became of it, and back."""

from datetime import datetime
from typing import Literal, NamedTuple
from uuid import UUID

from commonweal.capabilities.confederation.models import ConfederalDeed
from commonweal.capabilities.confederation.queries.mandates import mandate_of_terms
from commonweal.capabilities.confederation.queries.matters import (
    Read,
    count_of,
    is_open,
)
from commonweal.rules.confederation.binding import is_bound
from commonweal.rules.sentence import Fact, Sentence

type State = Literal["done", "missed", "to_come"]
# Where a matter never comes to a congress there is no path.
STAYED = ("stays_below", "withdrawn")
OVER = ("ratified", "failed")


class Stepped(NamedTuple):
    """One step, in words; `is_above` is what happens in the congress."""

    words: Sentence
    is_above: bool
    state: State


def path_of(read: Read, body: UUID, *, at: datetime) -> tuple[Stepped, ...]:
    """Give the five steps of a body's path on a matter, as it stands."""
    if read.now.stage in STAYED:
        return ()
    return (
        _told(read, body),
        _said(read, body, at=at),
        _found(read, at=at),
        _answered(read, body),
        _holds(read, body, at=at),
    )


def _told(read: Read, body: UUID) -> Stepped:
    rows = [one for one in read.of("mandated") if one.body == body]
    if rows:
        told: dict[str, Fact] = {"told": mandate_of_terms(rows[-1].facts["terms"])}
        return Stepped(Sentence("path_told", told), False, "done")
    return _not_yet("path_not_told", "path_to_tell", _is_over(read), is_above=False)


def _said(read: Read, body: UUID, *, at: datetime) -> Stepped:
    put = read.put
    if put is None:
        return _not_yet("path_not_said", "path_to_say", _is_over(read), is_above=True)
    lines = [one for one in count_of(read, put, at=at).lines if one.body == str(body)]
    if any(one.counts for one in lines):
        return Stepped(Sentence("path_said"), True, "done")
    if any(one.not_counted for one in lines):
        return Stepped(Sentence("path_said_beside"), True, "missed")
    over = not is_open(put, at=at)
    return _not_yet("path_not_said", "path_to_say", over, is_above=True)


def _found(read: Read, *, at: datetime) -> Stepped:
    found: ConfederalDeed | None = read.found
    if found is not None and not found.facts["verdict"]:
        return Stepped(Sentence("path_found"), True, "done")
    over = _is_over(read) and not is_open(read.put, at=at)
    return _not_yet("path_not_found", "path_to_find", over, is_above=True)


def _answered(read: Read, body: UUID) -> Stepped:
    said = read.now.said
    below = said.below.get(str(body)) if said else None
    if below is not None and below.stands != "silent":
        words: dict[str, Fact] = {"said": Sentence(f"stands_{below.stands}")}
        return Stepped(Sentence("path_answered", words), False, "done")
    return _not_yet(
        "path_not_answered", "path_to_answer", _is_over(read), is_above=False
    )


def _holds(read: Read, body: UUID, *, at: datetime) -> Stepped:
    if not _is_over(read):
        return Stepped(Sentence("path_to_hold"), False, "to_come")
    if read.now.stage == "failed":
        return Stepped(Sentence("path_failed"), False, "missed")
    bound = is_bound(read.case, read.now, str(body), at=at)
    if bound:
        return Stepped(Sentence("path_holds"), False, "done")
    return Stepped(bound.reason, False, "missed")


def _is_over(read: Read) -> bool:
    return read.now.stage in OVER


def _not_yet(missed: str, to_come: str, over: bool, *, is_above: bool) -> Stepped:
    """Say of a step that was not made whether it can still be."""
    if over:
        return Stepped(Sentence(missed), is_above, "missed")
    return Stepped(Sentence(to_come), is_above, "to_come")
