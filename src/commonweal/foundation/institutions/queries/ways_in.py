"""Ways into an institution, held against the journal: invitations, and coming back.

Each row has to be told of by a line, and each line that makes one has its row until a
later line says that it is gone: whoever takes out a word for somebody keeps them out.
"""

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, NamedTuple
from uuid import UUID

from commonweal.foundation.institutions.models import (
    Institution,
    Invitation,
    Recovery,
    Vouch,
)
from commonweal.foundation.journal.models import Line
from commonweal.rules.recovery.vouching import OPEN_DAYS, opens_at
from commonweal.rules.sentence import Sentence

VOUCHED, PRINTED, CAME_BACK = "vouched", "printed_half", "came_back"
LAPSED, LEFT = "lapsed_recovery", "left"
OVER = ("stopped_recovery", CAME_BACK, LAPSED, LEFT)
# Since lines tell when nobody came back in time, those that began it say when it ends.
ENDS = "ends"
BY_LINK, BY_CODES = "invited_by_link", "invited_by_codes"
HALVES = 2
TO_PLACE = ("put_on_list", "invited_to_place")


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
        institution=institution, deed__in=(VOUCHED, PRINTED, *OVER)
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
    first |= {one.by: one.at for one in vouched if one.at >= since}
    opens = opens_at(list(first.values()), needed=needed, delay_days=delay)
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


def _is_begun(recovery: Recovery, lines: Sequence[_Told]) -> bool:
    """Say whether a recovery began with a word that a line tells of, on its terms."""
    ends = timedelta(days=recovery.delay_days + OPEN_DAYS)
    return recovery.ends_at == recovery.begun_at + ends and any(
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


def invitations_compared(institution: Institution) -> Iterator[Sentence]:
    """Say how many ways in there are that nobody made, and which are not there."""
    told = _made_by_lines(institution)
    rows = Invitation.objects.filter(institution=institution)
    kept = Counter(
        _way_in(*row)
        for row in rows.values_list("pk", "sheet", "for_member", "made_at")
    )
    made = Counter({way: count for way, (count, _) in told.items()})
    # Lines of before did not name the sheet: those of one moment count together.
    for way in [one for one in kept if one[0] == BY_CODES and one not in made]:
        kept[(BY_CODES, None, way[2])] += kept.pop(way)
    for way, count in (made - kept).items():
        for _ in range(count):
            yield Sentence("journal_invitation_gone", {"number": told[way][1]})
    for _ in range((kept - made).total()):
        yield Sentence("journal_invitation_unannounced")


type _WayIn = tuple[str, str | None, datetime]


def _way_in(pk: UUID, sheet: UUID | None, place: UUID | None, at: datetime) -> _WayIn:
    """Say what a row is: a code for a place, one of a sheet, or a link."""
    if place is not None:
        return ("place", str(place), at)
    return (BY_CODES, str(sheet), at) if sheet is not None else (BY_LINK, str(pk), at)


def _made_by_lines(institution: Institution) -> dict[_WayIn, tuple[int, int]]:
    """Give how many ways in lines tell of, and which line does."""
    lines = Line.objects.filter(
        institution=institution, deed__in=(BY_LINK, BY_CODES, *TO_PLACE)
    )
    told: dict[_WayIn, tuple[int, int]] = {}
    columns = ("number", "deed", "about_id", "at", "facts")
    for number, deed, about, at, facts in lines.values_list(*columns):
        way, count = (deed, str(about), at), 1
        if deed == BY_CODES:
            way, count = (deed, facts.get("sheet"), at), int(facts["count"])
        elif deed in TO_PLACE:
            way = ("place", str(about), at)
        told[way] = (told.get(way, (0, 0))[0] + count, number)
    return told
