"""When somebody is reminded by letter of what waits for them.

Whoever has acted has nothing that waits, and so is not reminded of it; but a secret
vote waits in letters for all on its roll, who voted or not. A letter goes out only
where it says something that no letter said before, at an hour at which people are
awake, and then it lists all that waits, so that one letter does for all.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Literal, get_args
from zoneinfo import ZoneInfo

type How = Literal["never", "urgent", "daily", "weekly"]
HOWS: tuple[How, ...] = get_args(How.__value__)
# What is for whoever chose nothing: few letters, and no vote that ends unseen.
USUAL: How = "urgent"
URGENT = timedelta(days=2)
# Nobody is written to at night, by the clock of the institution.
FROM, UNTIL = time(8), time(20)
# How often somebody is looked after who is reminded of what is urgent.
LOOKED_AFTER = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing that waits for somebody: a key of its own, until when, whose it is."""

    key: str
    how: How
    due_at: datetime | None
    zone: ZoneInfo

    def is_urgent(self, at: datetime) -> bool:
        """Say whether it ends soon, or is past its day."""
        return self.due_at is not None and self.due_at - at <= URGENT

    def marks(self, at: datetime) -> frozenset[str]:
        """Give what is remembered once a letter has said it; urgent is said anew."""
        return frozenset(
            {self.key, urgent(self.key)} if self.is_urgent(at) else {self.key}
        )


def urgent(key: str) -> str:
    """Give the mark of a thing of which a letter said that it ends soon."""
    return f"{key}!"


def needs_letter(
    waiting: Iterable[Reminder],
    told: Collection[str],
    *,
    last_at: datetime | None,
    at: datetime,
) -> bool:
    """Say whether a letter is to go out at `at`, after the last one at `last_at`.

    `told` are the marks of all that earlier letters said and that still waits.
    """
    return any(_asks(one, told, last_at, at) for one in waiting)


def marks_of(waiting: Iterable[Reminder], *, at: datetime) -> frozenset[str]:
    """Give the marks of all that a letter at `at` says."""
    return frozenset(mark for one in waiting for mark in one.marks(at))


def still_told(told: Collection[str], waiting: Iterable[Reminder]) -> frozenset[str]:
    """Forget the marks of what waits no more."""
    keys = {mark for one in waiting for mark in (one.key, urgent(one.key))}
    return frozenset(keys.intersection(told))


def morning(at: datetime, zone: ZoneInfo, *, weekly: bool = False) -> datetime:
    """Give the last morning at or before `at`; with `weekly`, that of a Monday."""
    here = at.astimezone(zone)
    day = here.date() - timedelta(days=1 if here.time() < FROM else 0)
    if weekly:
        day -= timedelta(days=day.weekday())
    return datetime.combine(day, FROM, zone)


def _asks(
    one: Reminder, told: Collection[str], last_at: datetime | None, at: datetime
) -> bool:
    if one.how == "never" or not FROM <= at.astimezone(one.zone).time() < UNTIL:
        return False
    is_news = not one.marks(at) <= frozenset(told)
    if one.how == "urgent":
        return is_news and one.is_urgent(at)
    slot = morning(at, one.zone, weekly=one.how == "weekly")
    return is_news and (last_at is None or last_at < slot)
