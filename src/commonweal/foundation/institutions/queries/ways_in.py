"""Ways into an institution, held against the journal: invitations, and coming back.

Each row has to be told of by a line. A row that was taken out is not missed: it was a
way in, or a word for somebody, and without it nobody comes in.
"""

from collections.abc import Iterator, Sequence
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
OVER = ("stopped_recovery", CAME_BACK)
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
    for of_one in told.values():
        yield from _came_back(of_one)
    recoveries = Recovery.objects.filter(institution=institution)
    vouches = Vouch.objects.filter(institution=institution).select_related("recovery")
    wrong = sum(not _is_begun(one, told.get(one.member_id, [])) for one in recoveries)
    wrong += sum(
        not _is_given(one, told.get(one.recovery.member_id, [])) for one in vouches
    )
    for _ in range(wrong):
        yield Sentence("journal_vouch_unannounced")


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
    if vouch.half_digest is None:
        return given
    half = seal_of_half(vouch.half_digest)
    printed = [
        one.facts.get("half", half)
        for one in theirs
        if one.deed == PRINTED and one.at >= vouch.given_at
    ]
    return given and printed[-1:] == [half]


def invitations_compared(institution: Institution) -> Iterator[Sentence]:
    """Say how many ways in there are that nobody made, and codes more than a sheet."""
    lines = Line.objects.filter(
        institution=institution, deed__in=(BY_LINK, BY_CODES, *TO_PLACE)
    )
    links, places, sheets = set(), set(), {}
    for deed, about, at, facts in lines.values_list("deed", "about_id", "at", "facts"):
        if deed == BY_LINK:
            links.add((about, at))
        elif deed == BY_CODES:
            sheets[facts.get("sheet"), at] = int(facts["count"])
        else:
            places.add((about, at))
    rows = Invitation.objects.filter(institution=institution)
    for pk, sheet, place, at in rows.values_list(
        "pk", "sheet", "for_member_id", "made_at"
    ):
        if place is not None:
            is_told = (place, at) in places
        elif sheet is None:
            is_told = (pk, at) in links
        else:
            # Lines of before did not name the sheet.
            key = (str(sheet), at) if (str(sheet), at) in sheets else (None, at)
            is_told = sheets.get(key, 0) > 0
            sheets[key] = sheets.get(key, 0) - 1
        if not is_told:
            yield Sentence("journal_invitation_unannounced")
