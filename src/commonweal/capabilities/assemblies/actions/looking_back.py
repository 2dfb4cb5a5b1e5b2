"""What an assembly does to minutes of an earlier one: answering, approving, fixing."""

from dataclasses import replace
from datetime import datetime

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.models import (
    ApprovedMinutes,
    Assembly,
    AssemblyDeed,
    MinutesDeed,
)
from commonweal.capabilities.assemblies.queries.held import sealed_minutes
from commonweal.capabilities.assemblies.queries.looking_back import (
    ANSWERS,
    may_approve,
    turned_at,
)
from commonweal.capabilities.assemblies.queries.written import Kept
from commonweal.foundation.journal import actions as journal
from commonweal.foundation.rows import new_salt
from commonweal.rules.assemblies import fixed
from commonweal.rules.assemblies.approving import heard
from commonweal.rules.assemblies.minutes import minuted
from commonweal.rules.canonical import Json


def look_back(row: AssemblyDeed, *, at: datetime) -> None:
    """Do with the earlier minutes what was done about them in this assembly."""
    now = queries.held(row.assembly, at=at)
    item = row.item
    if row.deed == "end_decision":
        item = now.now.presence.decisions[-1].item
    minutes = queries.minutes_before(now, item)
    if minutes is None:
        return
    if row.deed in ANSWERS:
        _save(minutes, row, ANSWERS[row.deed], answers=int(row.what))
    elif row.deed == "agree" or (_carried(now) and may_approve(now, minutes)):
        # While hands were counted another assembly may have approved them.
        _approve(minutes, row, turned_at(now))


def _carried(now: queries.Held) -> bool:
    decision = now.now.presence.decisions[-1]
    return bool(now.verdict_on(decision))


def _save(
    minutes: Kept, row: AssemblyDeed, deed: str, *, answers: int = 0
) -> MinutesDeed:
    made = _made(minutes, row, deed, answers=answers)
    made.save(force_insert=True)
    facts: dict[str, Json] = {"number": minutes.held.row.number}
    facts |= sealed_minutes(minutes.held.row, made)
    _note("answered_on_minutes", minutes.held.row, row, facts)
    return made


def _approve(minutes: Kept, row: AssemblyDeed, since: datetime) -> None:
    """Fix the minutes: what stands beside them goes in, what was left does not."""
    earlier, at = minutes.held.row, row.done_at
    made = _made(minutes, row, "approve")
    made.save(force_insert=True)
    standing = minuted(minutes.now, queries.written(made))
    text = replace(queries.drafted(minutes.held), remarks=heard(standing, since))
    approved = ApprovedMinutes.objects.create(
        institution=earlier.institution,
        assembly=earlier,
        approved_in=row.assembly,
        text=fixed.fixed(text, _head(minutes, row)),
        approved_at=at,
    )
    earlier.minutes_due_at = None
    earlier.save(update_fields=["minutes_due_at"])
    facts: dict[str, Json] = {
        "number": earlier.number,
        "in": row.assembly.number,
        "digest": fixed.digest(approved.text),
    }
    facts |= sealed_minutes(earlier, made, approved)
    _note("approved_minutes", earlier, row, facts)


def _made(
    minutes: Kept, row: AssemblyDeed, deed: str, *, answers: int = 0
) -> MinutesDeed:
    return MinutesDeed(
        institution=row.institution,
        assembly=minutes.held.row,
        number=minutes.deeds + 1,
        deed=deed,
        answers=answers,
        done_by=row.done_by,
        done_at=row.done_at,
        decided_in=row.assembly,
        salt=new_salt(),
    )


def _head(minutes: Kept, row: AssemblyDeed) -> dict[str, Json]:
    held, earlier = minutes.held, minutes.held.row
    opened, closed = held.now.opened_at, held.now.closed_at
    assert opened, "minutes are of what was opened"
    assert closed, "and is over"
    return {
        "institution": str(earlier.institution_id),
        "number": earlier.number,
        "title": earlier.title,
        "place": earlier.place,
        "opened_at": opened.isoformat(),
        "closed_at": closed.isoformat(),
        "approved_at": row.done_at.isoformat(),
        "approved_in": row.assembly.number,
        "salt": new_salt().hex(),
    }


def _note(
    line: str, about: Assembly, row: AssemblyDeed, facts: dict[str, Json]
) -> None:
    journal.record(line, about=about, by=row.done_by, at=row.done_at, facts=facts)
