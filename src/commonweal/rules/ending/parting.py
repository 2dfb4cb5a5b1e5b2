"""When an institution parts: by decision, or on the day its charter names.

From then on nobody joins, and there is time to finish what is open. Going on is a
matter of another decision, or of a later day in the charter.

Source: the sunset clauses of temporary bodies; winding up before dissolution as in the
Model Rules of co-operative societies (money, tasks and records settled, then the end).
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from commonweal.rules.days import days_later
from commonweal.rules.ending.terms import Ending
from commonweal.rules.verdict import ALLOWED, Verdict, refused

type Because = Literal["goal_reached", "members_part", "sunset"]
BECAUSE: tuple[str, ...] = get_args(Because.__value__)
# What members can decide; the sunset comes by itself.
DECIDED: tuple[str, ...] = ("goal_reached", "members_part")


@dataclass(frozen=True, slots=True)
class Parting:
    """From when to when an institution parts, and why."""

    begins_at: datetime
    ends_at: datetime
    because: Because


def decided_parting(
    terms: Ending, because: Because, *, at: datetime, zone: str
) -> Parting:
    """Give the parting that begins with a decision at `at`, an instant with an offset.

    Raises `AssertionError` for what nobody decides.
    """
    assert because in DECIDED, "nobody decides that a day comes"
    return Parting(at, days_later(at, terms.winding_up_days, zone), because)


def parting(
    terms: Ending, decided: Parting | None, *, founded_at: datetime, zone: str
) -> Parting | None:
    """Give how an institution parts, if it ever does: whichever comes to an end first.

    `founded_at` is an instant with an offset, `zone` a name of the IANA database; a day
    that is over already counts, too: who sets it parts at once.
    """
    if not terms.sunset_days:
        return decided
    begins = days_later(founded_at, terms.sunset_days, zone)
    ends = days_later(begins, terms.winding_up_days, zone)
    if decided is not None and decided.ends_at <= ends:
        return decided
    return Parting(begins, ends, "sunset")


def may_part(
    terms: Ending, now: Parting | None, because: object, *, at: datetime
) -> Verdict:
    """Let members part once, for a reason there is; a goal is one that was set."""
    if because not in DECIDED:
        return refused("parting_reason_unknown")
    if because == "goal_reached" and not terms.goal:
        return refused("no_goal_to_reach")
    if now is not None and now.begins_at <= at:
        return refused("parting_already", ends=now.ends_at)
    return ALLOWED


def may_go_on(now: Parting | None, *, at: datetime) -> Verdict:
    """Let members go on after all, while they part because they had decided so."""
    if now is None or at < now.begins_at:
        return refused("not_parting")
    if at >= now.ends_at:
        return refused("parting_is_over")
    if now.because == "sunset":
        return refused("sunset_is_in_charter")
    return ALLOWED
