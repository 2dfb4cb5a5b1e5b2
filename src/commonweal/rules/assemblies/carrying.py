"""An assembly that is carried: to a laptop for a room without internet, and back.

Carrying changes nothing of where the assembly stands; that it was carried, by whom and
why it was called back stands among its deeds, and so in its minutes. While it is away
nothing is done in it here, until it comes back or its time is up.

What comes back late is refused: members may have met again meanwhile.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, get_args

from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

type How = Literal["take_along", "bring_in", "call_back", "give_up", "dispute"]
WAYS: tuple[How, ...] = get_args(How.__value__)

# How long a laptop has to come back, from when it was taken or the hour of the call.
# Shorter than minutes take to go out by themselves: these are not written without it.
LASTS = timedelta(days=5)
# How long before its hour it can be taken. From then on its roll is fixed, and minutes
# that it has before it cannot be put right: neither for longer than the way takes.
EARLIEST = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Carried:
    """It went to a laptop, came back, was called back, or was said to be otherwise."""

    by: str
    how: How
    at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SeenAtDoor:
    """Whoever keeps the door saw that somebody is there who came in by a phone."""

    by: str
    of: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Away:
    """An assembly on a laptop: since when, until when, and how that ended."""

    taken_at: datetime
    until_at: datetime
    ended_at: datetime | None = None
    end: str = ""
    result: str = ""


def until(opens_at: datetime, *, at: datetime) -> datetime:
    """Say when an assembly that is taken along now is waited for no longer."""
    return max(opens_at, at) + LASTS


def may_take_along(
    *,
    stage: str,
    facilitates: bool,
    goes_on: bool,
    opens_at: datetime,
    at: datetime,
) -> Verdict:
    """Let whoever facilitates take it along, shortly before its hour or while it is on.

    `facilitates` is told of whoever is in the room, once it is open. No office is
    enough, before its hour either: it may be held by somebody at home, who would then
    write the evening alone.
    """
    first = opens_at - EARLIEST
    return first_refusal(
        ALLOWED if stage in {"called", "open"} else refused("assembly_is_over"),
        ALLOWED if facilitates else _only_who_facilitates(stage),
        refused("decision_goes_on") if goes_on else ALLOWED,
        refused("too_early_for_laptop", when=first) if at < first else ALLOWED,
    )


def _only_who_facilitates(stage: str) -> Verdict:
    is_open = stage == "open"
    why = (
        "only_facilitator_takes_open_one" if is_open else "only_facilitator_takes_along"
    )
    return refused(why)


def may_come_back(
    away: Away, *, result: str, first_at: datetime, at: datetime
) -> Verdict:
    """Say whether what was done on the laptop can be brought in now, once.

    `result` is the number of what it says; `first_at` is when the first thing was done,
    by the laptop's clock.
    """
    if away.end == "bring_in" and result == away.result:
        return refused("result_is_here", when=away.ended_at)
    if away.end == "bring_in":
        return refused("another_result_is_here", when=away.ended_at)
    if away.end == "set_aside":
        return refused("result_was_set_aside")
    if away.end == "call_back":
        return refused("assembly_was_called_back", when=away.ended_at)
    if away.end or at >= away.until_at:
        return refused("result_is_late", when=away.until_at)
    if first_at < away.taken_at:
        return refused("laptop_clock_was_behind", when=away.taken_at)
    return ALLOWED


def ahead(last_at: datetime, *, at: datetime) -> timedelta:
    """Say by how much the laptop's clock was ahead, at the least, in whole minutes.

    What was done there cannot be still to come. How far it was behind nobody can tell.
    """
    over = last_at - at
    if over <= timedelta():
        return timedelta()
    return timedelta(minutes=-(-over // timedelta(minutes=1)))
