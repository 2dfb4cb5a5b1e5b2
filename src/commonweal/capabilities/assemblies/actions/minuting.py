"""What is done with minutes after the assembly: put right, proposed, sent out."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from commonweal.capabilities.assemblies import access, queries
from commonweal.capabilities.assemblies.actions.telling import tell_everybody
from commonweal.capabilities.assemblies.actions.untold import tell
from commonweal.capabilities.assemblies.models import Assembly, MinutesDeed
from commonweal.capabilities.assemblies.queries.held import not_told, sealed_minutes
from commonweal.capabilities.assemblies.queries.listing import minutes_not_out
from commonweal.capabilities.assemblies.queries.written import Kept
from commonweal.foundation.institutions.access import (
    has_right,
    may_anything_end,
    may_be_written_in,
)
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.foundation.journal import actions as journal
from commonweal.foundation.rows import new_salt
from commonweal.foundation.text import clean_text
from commonweal.rules.assemblies.minutes import may_minute
from commonweal.rules.canonical import Json
from commonweal.rules.verdict import require

LONGEST_WORDS = 1_000


@dataclass(frozen=True, slots=True)
class OnMinutes:
    """What somebody does with minutes: on which line, in which words, to what.

    Of what is set aside the words are the reason.
    """

    name: str
    line: int = 0
    words: str = ""
    answers: int = 0


@transaction.atomic
def write_minutes(
    assembly: Assembly, deed: OnMinutes, *, by: Member, at: datetime
) -> Assembly:
    """Do it, if the rules of minutes allow it to this member now."""
    institution = lock(assembly.institution, at=at)
    charter = charter_in_force(institution, at=at)
    require(access.is_known_on_minutes(deed.name))
    require(has_right(by, charter, "attend", at=at))
    require(may_be_written_in(institution, at=at))
    require(queries.may_touch_minutes(assembly, at=at))
    if deed.name == "propose":
        require(access.may_propose_words(by, at=at))
    kept = queries.minutes_anew(institution, assembly, at=at)
    row = _row(kept, deed, by=by, at=at)
    require(may_minute(kept.draft, kept.now, queries.written(row)))
    if deed.name == "send_out":
        _send_out(kept.held.row, row, at=at)
    else:
        row.save(force_insert=True)
        _note("wrote_minutes", kept.held.row, row, at=at)
    return kept.held.row


@transaction.atomic
def send_out_due(institution: Institution, *, at: datetime) -> bool:
    """Send minutes to the members whose day has come; say whether there were any."""
    institution = lock(institution, at=at)
    if not may_anything_end(institution, at=at):
        return False
    found = list(minutes_not_out(institution).filter(minutes_due_at__lte=at))
    for assembly in found:
        kept = queries.minutes_anew(institution, assembly, at=at)
        send_out(kept, at=at)
    return bool(found)


def send_out(kept: Kept, *, at: datetime) -> None:
    """Send minutes out by nobody's hand, as of the day that they had."""
    day = kept.held.row.minutes_due_at
    row = _row(kept, OnMinutes("send_out"), by=None, at=min(at, day) if day else at)
    _send_out(kept.held.row, row, at=at)


def _row(
    kept: Kept, deed: OnMinutes, *, by: Member | None, at: datetime
) -> MinutesDeed:
    return MinutesDeed(
        institution=kept.held.row.institution,
        assembly=kept.held.row,
        number=kept.deeds + 1,
        deed=deed.name,
        line=deed.line,
        words=clean_text(deed.words, LONGEST_WORDS),
        answers=deed.answers,
        done_by=by,
        done_at=at,
        salt=new_salt(),
    )


def _send_out(assembly: Assembly, row: MinutesDeed, *, at: datetime) -> None:
    """Write to all members that the minutes are there to be read and put right."""
    row.save(force_insert=True)
    # Of a decision that nobody ended: the assembly ended by itself, a day later.
    tell(assembly, not_told(assembly), at=at)
    assembly.minutes_due_at = None
    assembly.save(update_fields=["minutes_due_at"])
    charter = charter_in_force(assembly.institution, at=at)
    by, page = row.done_by, "minutes/"
    letters = tell_everybody(assembly, charter, "minutes_out", by=by, at=at, page=page)
    _note("sent_out_minutes", assembly, row, at=at, letters=letters)


def _note(
    line: str, assembly: Assembly, row: MinutesDeed, *, at: datetime, letters: int = 0
) -> None:
    facts: dict[str, Json] = {"number": assembly.number}
    facts |= {"letters": letters} if line == "sent_out_minutes" else {}
    facts |= sealed_minutes(assembly, row)
    journal.record(line, about=assembly, by=row.done_by, at=at, facts=facts)
