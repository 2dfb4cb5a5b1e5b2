"""Coming back into an institution, held against the journal.

Each row has to be told of by a line, and each line that makes one has its row until a
later line says that it is gone: whoever takes out a word for somebody keeps them out.
"""

from collections.abc import Container, Iterator, Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, NamedTuple
from uuid import UUID

from commonweal.foundation.institutions.models import (
    Institution,
    Recovery,
    Vouch,
)
from commonweal.foundation.journal.models import Line
from commonweal.rules.recovery.vouching import HALVES, OPEN_DAYS, opens_at
from commonweal.rules.sentence import Sentence

VOUCHED, PRINTED, CAME_BACK = "vouched", "printed_half", "came_back"
LAPSED, LEFT, PAUSED = "lapsed_recovery", "left", "paused_recovery"
OVER = ("stopped_recovery", CAME_BACK, LAPSED, LEFT)
# Since lines tell when nobody came back in time, those that began it say when it ends.
ENDS = "ends"


class _Told(NamedTuple):
    """A line about somebody who is let back in."""

    number: int
    deed: str
    by: UUID | None
    at: datetime
    facts: dict[str, Any]


def seal_of_half(half_digest: str | None) -> str:
    """Give the digest of what is kept of a half, for the lines: it opens nothing."""
    return sha256((half_digest or "").encode()).hexdigest()


def recoveries_compared(institution: Institution) -> Iterator[Sentence]:
    """Say who comes back, or came, without those who vouched and printed a half."""
    told: dict[UUID | None, list[_Told]] = {}
    lines = Line.objects.filter(
        institution=institution, deed__in=(VOUCHED, PRINTED, PAUSED, *OVER)
    ).order_by("number")
    columns = ("about_id", "number", "deed", "by", "at", "facts")
    for about, *rest in lines.values_list(*columns):
        told.setdefault(about, []).append(_Told(*rest))
    left = {about for about, lines in told.items() if lines[-1].deed == LEFT}
    recoveries = Recovery.objects.filter(institution=institution)
    vouches = list(
        Vouch.objects.filter(institution=institution).select_related("recovery")
    )
    begun = {(one.member_id, one.begun_at) for one in recoveries}
    given = {
        (one.recovery.member_id, one.voucher_id, one.given_at): one for one in vouches
    }
    for about, of_one in told.items():
        yield from _came_back(of_one)
        yield from _taken_out(about, _running(of_one), begun, given, left)
    wrong = sum(not _is_begun(one, told.get(one.member_id, [])) for one in recoveries)
    wrong += sum(
        not _is_given(one, told.get(one.recovery.member_id, [])) for one in vouches
    )
    for _ in range(wrong):
        yield Sentence("journal_vouch_unannounced")


def _running(lines: Sequence[_Told]) -> Sequence[_Told]:
    """Give the lines of how somebody is being let back in now, if they are."""
    over = [place for place, line in enumerate(lines) if line.deed in OVER]
    return lines[over[-1] + 1 :] if over else lines


def _taken_out(
    about: UUID | None,
    lines: Sequence[_Told],
    begun: Container[tuple[UUID | None, datetime]],
    given: Container[tuple[UUID | None, UUID | None, datetime]],
    left: Container[UUID | None],
) -> Iterator[Sentence]:
    """Say which words that count now, or what they began, are not there."""
    vouched = [line for line in lines if line.deed == VOUCHED]
    for line in [one for one in vouched if ENDS in one.facts]:
        is_there = (about, line.by, line.at) in given or line.by in left
        if not is_there or (line is vouched[0] and (about, line.at) not in begun):
            yield Sentence("journal_vouch_gone", {"number": line.number})


def _came_back(lines: Sequence[_Told]) -> Iterator[Sentence]:
    before: list[_Told] = []
    for line in lines:
        if line.deed == CAME_BACK and not _was_let_in(line, before):
            yield Sentence("journal_came_back_alone", {"number": line.number})
        before = [] if line.deed in OVER else [*before, line]


def _was_let_in(line: _Told, before: Sequence[_Told]) -> bool:
    vouched = [one for one in before if one.deed == VOUCHED]
    if not vouched:
        return False
    needed, delay = vouched[-1].facts["needed"], vouched[-1].facts.get("delay", 0)
    since = line.at - timedelta(days=delay + OPEN_DAYS)
    # Lines of before did not say how long it takes.
    first = {one.by: one.at for one in vouched if "delay" not in one.facts}
    pause = _last_pause(before)
    since = pause.at - timedelta(days=366) if pause else since
    first |= {one.by: one.at for one in vouched if one.at >= since}
    opens = opens_at(
        list(first.values()),
        needed=needed,
        delay_days=delay,
        paused_at=pause.at if pause else None,
        others=pause.facts["others"] if pause else 0,
    )
    printed = {
        one.by: one.facts.get("half")
        for one in before
        if one.deed == PRINTED and one.by in first
    }
    used = set(line.facts.get("halves", ()))
    return (
        opens is not None
        and opens <= line.at
        and len(printed) >= HALVES
        and used <= set(printed.values())
    )


def _last_pause(lines: Sequence[_Told]) -> _Told | None:
    return next((one for one in reversed(lines) if one.deed == PAUSED), None)


def _is_begun(recovery: Recovery, lines: Sequence[_Told]) -> bool:
    """Say whether a recovery began with a word that a line tells of, on its terms."""
    ends = timedelta(days=recovery.delay_days + OPEN_DAYS)
    pause = _last_pause(_running(lines))
    told = (pause.at, pause.facts["others"]) if pause else (None, 0)
    if (recovery.paused_at, recovery.others) != told:
        return False
    since = recovery.paused_at or recovery.begun_at
    return recovery.ends_at == since + ends and any(
        line.deed == VOUCHED
        and line.at == recovery.begun_at
        and line.facts["needed"] == recovery.needed
        and line.facts.get("delay", recovery.delay_days) == recovery.delay_days
        for line in lines
    )


def _is_given(vouch: Vouch, lines: Sequence[_Told]) -> bool:
    """Say whether somebody gave this word, and printed this half if one was."""
    theirs = [line for line in lines if line.by == vouch.voucher_id]
    given = any(one.deed == VOUCHED and one.at == vouch.given_at for one in theirs)
    half = seal_of_half(vouch.half_digest)
    printed = [
        one.facts.get("half", half)
        for one in theirs
        if one.deed == PRINTED and one.at >= vouch.given_at
    ]
    return given and printed[-1:] == ([half] if vouch.half_digest else [])
