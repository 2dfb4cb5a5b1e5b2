"""Invitations, held against the journal: who made them, for what, what became of them.

The line that makes one says whose class it gives, how often it lets in and until when.
How often it did, and when it was taken back, follows from later lines.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple
from uuid import UUID

from commonweal.foundation.institutions.models import Institution, Invitation
from commonweal.foundation.journal.models import Line
from commonweal.rules.canonical import Json
from commonweal.rules.journal_seals import column_seal
from commonweal.rules.sentence import Sentence

BY_LINK, BY_CODES = "invited_by_link", "invited_by_codes"
TO_PLACE = ("put_on_list", "invited_to_place")
MAKING = (BY_LINK, BY_CODES, *TO_PLACE)
JOINED = "joined"
REVOKED, REVOKED_SHEET, LEFT = "revoked_invitation", "revoked_sheet", "left"
ENDING = (REVOKED, REVOKED_SHEET, "invited_to_place", LEFT)
# Lines of before told nothing of what an invitation gives, and sealed no code.
UNTIL, CODE = "until", "code"


class _Told(NamedTuple):
    """A line about invitations, or about somebody who came by one or left."""

    number: int
    deed: str
    about: UUID | None
    by: UUID | None
    at: datetime
    facts: Mapping[str, Any]


def terms_of(invitation: Invitation) -> dict[str, Json]:
    """Give what a line tells of an invitation, or of each code of a sheet."""
    return {
        "member_class": invitation.member_class,
        "most": invitation.max_uses,
        UNTIL: {"moment": invitation.expires_at.astimezone(UTC).isoformat()},
    }


def named_terms_of(invitation: Invitation) -> dict[str, Json]:
    """Give the same of one that has a line of its own, with which it is."""
    which: dict[str, Json] = {
        "invitation": str(invitation.pk),
        CODE: seal_of_codes([invitation]),
    }
    return terms_of(invitation) | which


def seal_of_codes(invitations: Iterable[Invitation]) -> str:
    """Digest what is kept of codes, and the sheet each is of if it is of one.

    Nobody guesses what is kept of a code, so the seal does not tell whether there is a
    sheet: whoever stands on a printed one has no mail address here.
    """
    kept: list[Json] = [
        [one.code_digest, None if one.sheet is None else str(one.sheet)]
        for one in invitations
    ]
    return column_seal(CODE, sorted(kept, key=str))


def invitations_compared(institution: Institution) -> Iterator[Sentence]:
    """Say which ways in nobody made, which are not there, and which were changed."""
    deeds = {*MAKING, *ENDING, JOINED}
    lines = Line.objects.filter(institution=institution, deed__in=deeds)
    columns = ("number", "deed", "about_id", "by", "at", "facts")
    told = [_Told(*one) for one in lines.order_by("number").values_list(*columns)]
    rows = list(Invitation.objects.filter(institution=institution))
    yield from _counted(rows, told)
    yield from _changed(rows, told)


def _counted(rows: Collection[Invitation], told: list[_Told]) -> Iterator[Sentence]:
    by_lines = _made_by_lines(told)
    kept = Counter(map(_way_in, rows))
    made = Counter({way: count for way, (count, _) in by_lines.items()})
    # Lines of before did not name the sheet: those of one moment count together.
    for way in [one for one in kept if one[0] == BY_CODES and one not in made]:
        kept[(BY_CODES, None, way[2])] += kept.pop(way)
    for way, count in (made - kept).items():
        for _ in range(count):
            yield Sentence("journal_invitation_gone", {"number": by_lines[way][1]})
    for _ in range((kept - made).total()):
        yield Sentence("journal_invitation_unannounced")


type _WayIn = tuple[str, str | None, datetime]


def _way_in(row: Invitation) -> _WayIn:
    """Say what a row is: a code for a place, one of a sheet, or a link."""
    if row.for_member_id is not None:
        return ("place", str(row.for_member_id), row.made_at)
    if row.sheet is not None:
        return (BY_CODES, str(row.sheet), row.made_at)
    return (BY_LINK, str(row.pk), row.made_at)


def _made_by_lines(told: Collection[_Told]) -> dict[_WayIn, tuple[int, int]]:
    """Give how many ways in lines tell of, and which line does."""
    made: dict[_WayIn, tuple[int, int]] = {}
    for line in [one for one in told if one.deed in MAKING]:
        way: _WayIn = (line.deed, str(line.about), line.at)
        count = 1
        if line.deed == BY_CODES:
            way = (line.deed, line.facts.get("sheet"), line.at)
            count = int(line.facts["count"])
        elif line.deed in TO_PLACE:
            way = ("place", str(line.about), line.at)
        made[way] = (made.get(way, (0, 0))[0] + count, line.number)
    return made


def _changed(rows: Collection[Invitation], told: list[_Told]) -> Iterator[Sentence]:
    """Say which are not as their lines tell; those of before only in their uses."""
    making = [one for one in told if one.deed in MAKING and CODE in one.facts]
    ending = [one for one in told if one.deed in ENDING]
    by_id = {one.facts.get("invitation"): one for one in making}
    by_sheet = {one.facts.get("sheet"): one for one in making if one.deed == BY_CODES}
    of_sheet: dict[str, list[Invitation]] = {}
    for row in rows:
        of_sheet.setdefault(str(row.sheet), []).append(row)
    joined: dict[str, list[int]] = {}
    for one in told:
        if one.deed == JOINED and "invitation" in one.facts:
            joined.setdefault(one.facts["invitation"], []).append(one.number)
    for row in rows:
        uses = joined.get(str(row.pk), [])
        line = by_id.get(str(row.pk)) or by_sheet.get(str(row.sheet))
        is_so = len(uses) == row.uses
        if line is not None:
            beside = of_sheet[str(row.sheet)] if line.deed == BY_CODES else [row]
            after = [one for one in ending if one.number > line.number]
            is_so = is_so and _is_as_made(row, line, beside)
            is_so = is_so and row.revoked_at == _taken_back(row, after, uses)
        if not is_so:
            number = line.number if line else (uses[-1] if uses else 0)
            yield _differs(number)


def _differs(number: int) -> Sentence:
    if not number:
        return Sentence("journal_invitation_used_unannounced")
    return Sentence("journal_invitation_differs", {"number": number})


def _is_as_made(row: Invitation, line: _Told, beside: list[Invitation]) -> bool:
    # Where a sheet has one more or fewer, that is told of as such.
    is_whole = len(beside) == line.facts.get("count", 1)
    facts = {key: line.facts[key] for key in ("member_class", "most", UNTIL)}
    return (
        row.invited_by_id == line.by
        and row.made_at == line.at
        and (not is_whole or line.facts[CODE] == seal_of_codes(beside))
        and terms_of(row) == facts
    )


def _taken_back(
    row: Invitation, ending: Collection[_Told], uses: Collection[int]
) -> datetime | None:
    """Say when it was taken back, as far as lines tell: by itself or with others."""
    for line in ending:
        if line.deed == REVOKED and line.about == row.pk:
            return line.at
        used = sum(number < line.number for number in uses)
        is_open = line.at < row.expires_at and (
            row.max_uses == 0 or used < row.max_uses
        )
        if is_open and _ends(line, row):
            return line.at
    return None


def _ends(line: _Told, row: Invitation) -> bool:
    """Say whether a line ends all that is open of a sheet, a place or an inviter."""
    if line.deed == REVOKED_SHEET:
        return row.sheet is not None and line.facts.get("sheet") == str(row.sheet)
    if line.deed == LEFT and line.about == row.invited_by_id:
        return True
    return line.deed != REVOKED and line.about == row.for_member_id
