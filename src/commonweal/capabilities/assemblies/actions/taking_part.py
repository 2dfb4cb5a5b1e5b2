"""Doing something in an assembly: coming in, asking to speak, turning to a matter."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import transaction

from commonweal.capabilities.assemblies import access, queries
from commonweal.capabilities.assemblies.actions.casting import (
    cast_in_room,
    empty_box,
    set_up_box,
)
from commonweal.capabilities.assemblies.actions.looking_back import look_back
from commonweal.capabilities.assemblies.actions.telling import tell_everybody
from commonweal.capabilities.assemblies.actions.untold import TOOK_PART, tell
from commonweal.capabilities.assemblies.models import Assembly, AssemblyDeed
from commonweal.capabilities.assemblies.queries import secretly, untold
from commonweal.capabilities.assemblies.queries.held import sealed_assembly
from commonweal.capabilities.assemblies.queries.in_room import may_be_so
from commonweal.foundation.institutions.access import is_known
from commonweal.foundation.institutions.actions.rolls import freeze_roll
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.foundation.journal import actions as journal
from commonweal.foundation.rows import new_salt
from commonweal.foundation.text import clean_line, clean_text
from commonweal.rules.assemblies.deed_names import (
    ABOUT_SOMEBODY,
    CAST,
    IN_SECRET,
    WITH_REASON,
    WITH_WORDS,
    decides,
)
from commonweal.rules.assemblies.ending import ENDS_AFTER
from commonweal.rules.assemblies.process import may_do
from commonweal.rules.canonical import Json
from commonweal.rules.charters.charter import Charter, franchise_for, rule_for
from commonweal.rules.days import days_later
from commonweal.rules.verdict import Verdict, refused, require

LONGEST_REASON = 500
LONGEST_WORDS = 1_000
LONGEST_TEXT = 4_000
LONGEST_ITEM = 40
LINES = {
    "open": "opened_assembly",
    "close": "closed_assembly",
    "call_off": "called_off_assembly",
    queries.SAID_LATER: "spoke_after_assembly",
}


# What does something to minutes of an earlier assembly.
LOOKS_BACK = frozenset({"agree", "take_in", "leave_out", "end_decision"})


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody does: its name, whom and which matter it is about, and why.

    Nobody named: it is about whoever does it. `what` is the role that is handed on, or
    what somebody asks to speak for; `code` is what they read in the room. `words` are
    what is put to a test for consensus, or the principle or harm that a block names.
    """

    name: str
    about: Member | None = None
    item: str = ""
    what: str = ""
    reason: str = ""
    code: str = ""
    words: str = ""


@transaction.atomic
def take_part(assembly: Assembly, deed: Deed, *, by: Member, at: datetime) -> Assembly:
    """Do it, if the rules of the assembly allow it to this member now."""
    require(access.is_known(deed.name, deed.what))
    if deed.name == CAST:
        cast_in_room(assembly, deed.what, by=by, at=at)
        return assembly
    return do_in_room(assembly, deed, by=by, at=at)


@transaction.atomic
def do_in_room(assembly: Assembly, deed: Deed, *, by: Member, at: datetime) -> Assembly:
    """Do what may be more than a button: whoever calls this keeps what goes with it."""
    institution = lock(assembly.institution, at=at)
    charter = charter_in_force(institution, at=at)
    assembly = queries.read_anew(institution, assembly)
    require(queries.may_be_done_here(assembly, at=at, deed=deed.name))
    row = row_of(assembly, deed, by=by, at=at)
    held = queries.held(assembly, at=at)
    row.words = "" if queries.is_put_already(held, row) else row.words
    row.what = queries.as_ordered(held, row)
    if row.deed == "end_decision":
        # What phones said is read here, and never taken from whoever ends it.
        row.words = secretly.sums_to_keep(held, row)
    require(_may(held, row, deed, by=by, charter=charter))
    if began := secretly.began_by(held) if row.deed == "end_decision" else None:
        empty_box(began)
    return keep_deed(held, row, charter)


def keep_deed(held: queries.Held, row: AssemblyDeed, charter: Charter) -> Assembly:
    """Keep what may be done, set in motion what comes of it, and note it.

    What somebody says for themselves is noted once the decision or the test ends.
    """
    assembly, by, at = held.row, row.done_by, row.done_at
    _set_in_motion(assembly, row, charter, at=at)
    if row.deed == "decide" and decides(row.what)[0] == IN_SECRET:
        set_up_box(row)
    # Asked before this is kept, which ends it or adds to it.
    said = [*untold.untold([assembly.pk])] if row.deed in untold.ENDS else []
    row.number = held.last + 1
    row.save(force_insert=True)
    if row.deed in LOOKS_BACK:
        look_back(row, at=at)
    if row.deed in untold.SAID and held.now.presence.goes_on:
        return assembly
    tell(assembly, said, at=at)
    facts: dict[str, Json] = {"number": assembly.number}
    facts |= sealed_assembly(assembly, row)
    line, words = LINES.get(row.deed, TOOK_PART), {}
    leads = by is not None and held.now.is_one_of(str(by.pk), "facilitator")
    if row.deed == "call_off" and not leads:
        line, words = "stopped_assembly", {"reason": row.reason}
    # Words are of the deed, so that hiding these hides them in the journal too.
    about = row if words else assembly
    journal.record(line, about=about, by=by, at=at, words=words, facts=facts)
    return assembly


def row_of(assembly: Assembly, deed: Deed, *, by: Member, at: datetime) -> AssemblyDeed:
    """Make the row of a deed, not kept yet, with its words made safe to keep.

    Words are kept where the deed has a place for them. Raises `Refused` for words that
    are too long.
    """
    about = deed.about
    if about is None and deed.name in ABOUT_SOMEBODY:
        about = by
    return AssemblyDeed(
        institution=assembly.institution,
        assembly=assembly,
        number=0,
        deed=deed.name,
        done_by=by,
        about=about,
        item=deed.item[:LONGEST_ITEM],
        what=deed.what,
        reason=_reason(deed),
        words=_words(deed),
        done_at=at,
        salt=new_salt(),
    )


def _reason(deed: Deed) -> str:
    has_place = deed.name in WITH_REASON
    return clean_line(deed.reason, LONGEST_REASON) if has_place else ""


def _words(deed: Deed) -> str:
    """Keep the lines of a text; what is struck has no words."""
    if deed.name not in WITH_WORDS:
        return ""
    if deed.name == "bring_text":
        return clean_text(deed.words, LONGEST_TEXT)
    return "" if ":strike:" in deed.what else clean_line(deed.words, LONGEST_WORDS)


def _may(
    held: queries.Held, row: AssemblyDeed, deed: Deed, *, by: Member, charter: Charter
) -> Verdict:
    at = row.done_at
    may = access.may_take_part(by, deed.name, row.about, charter, at=at)
    keeps_door = held.now.is_one_of(str(by.pk), "facilitator", "doorkeeper")
    is_back = row.about == by and held.now.presence.put_out(str(by.pk))
    if may and deed.name == "come_in" and not keeps_door and not is_back:
        may = access.may_come_in(held.row, by=by, about=row.about, code=deed.code)
    if may and by.waits_anew(at):
        # Else a place that was given back would speak in what its holder had said.
        may = is_known(by, at=at)
    return may_in_room(held, row, by=by) if may else may


def may_in_room(held: queries.Held, row: AssemblyDeed, *, by: Member) -> Verdict:
    """Ask the rules of the assembly, whoever belongs here and what they typed aside."""
    may = may_be_so(held, row)
    if may:
        may = queries.may_settle(held, row.deed, by=by, item=row.item, what=row.what)
    if may and row.deed == queries.SAID_LATER:
        if row.about_id != row.done_by_id:
            return refused("said_later_for_oneself")
        return queries.may_say_later(held, row.item, queries.said_later(row))
    if not may:
        return may
    guests = held.room.guests | ({str(row.about_id)} if row.about_id else set())
    # Only what was done asks the roll of then; what is done now asks that of now.
    room = replace(held.room, guests=guests - held.room.roll, asked=frozenset())
    return may_do(room, held.now, queries.event_of(row))


def _set_in_motion(
    assembly: Assembly, row: AssemblyDeed, charter: Charter, *, at: datetime
) -> None:
    """Freeze the roll when it is opened; write to all when it is called off.

    What has come to look back at since it was called comes onto the agenda; both were
    seen to already where it was taken to a laptop. The day is noted on which its
    minutes go out by themselves; where nobody closes it, it ends a day after it was
    opened.
    """
    if row.deed == "open" and assembly.roll_id is None:
        make_ready(assembly, charter, at=at)
    if row.deed in {"open", "close"}:
        ends = at if row.deed == "close" else at + ENDS_AFTER
        due = days_later(ends, access.MINUTES_DAYS, charter.time_zone)
        assembly.minutes_due_at = due
        assembly.save(update_fields=["minutes_due_at"])
    if row.deed == "call_off":
        by = row.done_by
        tell_everybody(assembly, charter, "assembly_called_off", by=by, at=at)


def make_ready(assembly: Assembly, charter: Charter, *, at: datetime) -> None:
    """Freeze who counts in it, and put what has come to look back at on its agenda."""
    assembly.roll = freeze_roll(
        assembly.institution,
        franchise_for(charter, rule_for(charter, None)),
        noticed_at=assembly.called_at,
        at=at,
        announced=queries.announced(assembly),
    )
    assembly.agenda = [*_since(assembly, at=at), *assembly.agenda]
    assembly.save(update_fields=["roll", "agenda"])


def _since(assembly: Assembly, *, at: datetime) -> list[dict[str, Any]]:
    there = {one["id"] for one in assembly.agenda}
    standing = queries.standing_matters(assembly.institution, at=at)
    return [
        one
        for one in standing
        # What members did not read in the call is not approved.
        if one["id"] not in there and queries.MINUTES_OF not in one
    ]
