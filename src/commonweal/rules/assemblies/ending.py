"""How an assembly ends: by somebody's hand, or as time goes by.

What was called and not opened some hours after its hour has lapsed: else one could be
opened at night, months later, by whoever called it. What was opened and closed by
nobody is over a day later: else minutes would never go out where whoever leads went
home. Both follow from the clock alone, and nobody has to do anything for it.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from commonweal.rules.assemblies.agenda import left
from commonweal.rules.assemblies.floor import silenced
from commonweal.rules.assemblies.state import Assembly, Presence, Room

OPENS_WITHIN = timedelta(hours=3)
ENDS_AFTER = timedelta(hours=24)


def has_lapsed(opens_at: datetime, *, at: datetime) -> bool:
    """Say whether what nobody opened cannot be opened any more."""
    return at >= opens_at + OPENS_WITHIN


def has_ended(opened_at: datetime, *, at: datetime) -> bool:
    """Say whether what nobody closed is over all the same."""
    return at >= opened_at + ENDS_AFTER


def as_time_went(room: Room, now: Assembly, *, at: datetime) -> Assembly:
    """Give the assembly at an instant up to which nothing more was done."""
    if now.stage == "called" and has_lapsed(room.opens_at, at=at):
        return replace(now, stage="lapsed", closed_at=room.opens_at + OPENS_WITHIN)
    if now.opened_at and now.stage == "open" and has_ended(now.opened_at, at=at):
        return closed(now, at=now.opened_at + ENDS_AFTER)
    return now


def closed(now: Assembly, *, at: datetime) -> Assembly:
    """Close it: nobody has the word, and a decision that went on was none."""
    return replace(
        now,
        stage="closed",
        closed_at=at,
        agenda=left(now.agenda, at=at),
        floor=silenced(now.floor, at=at),
        presence=_undecided(now.presence, at=at),
    )


def _undecided(now: Presence, *, at: datetime) -> Presence:
    if now.deciding:
        over = replace(now.deciding, ended_at=at)
        return replace(now, decisions=(*now.decisions[:-1], over))
    if now.testing:
        over_too = replace(now.testing, ended_at=at)
        return replace(now, tests=(*now.tests[:-1], over_too))
    return now
