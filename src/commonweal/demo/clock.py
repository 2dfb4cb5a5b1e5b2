"""The demo's own time: stories wait for a moment, and the earliest one goes on.

A story is a generator that yields the moment it waits for. All stories of the valley
are played together in order of time, as they would have happened.
"""

import heapq
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

type Story = Iterator[datetime]

ZONE = ZoneInfo("Europe/Madrid")


@dataclass(slots=True)
class Clock:
    """Where the telling has got to, and the present that it ends in."""

    now: datetime
    present: datetime

    def days_ago(self, days: int, wall: str) -> datetime:
        """Give a time of day some days before the present; never after it."""
        return min(_on(self.present, -days, wall), self.present)

    def later(self, days: int, wall: str) -> datetime:
        """Give the first such time of day from so many days on.

        Never before now and never after the present.
        """
        same_day = _on(self.now, days, wall)
        later = same_day if same_day >= self.now else _on(self.now, days + 1, wall)
        return min(later, self.present)


def _on(start: datetime, days: int, wall: str) -> datetime:
    day = start.astimezone(ZONE).date() + timedelta(days=days)
    return datetime.combine(day, time.fromisoformat(wall), ZONE)


def tell(
    stories: Iterable[Story], clock: Clock, *, before: Callable[[datetime], None]
) -> None:
    """Let every story go on in turn until all have ended.

    `before` is called with each moment before anything happens in it.
    """
    waiting: list[tuple[datetime, int, Story]] = []
    for order, story in enumerate(stories):
        _wait(waiting, order, story)
    while waiting:
        moment, order, story = heapq.heappop(waiting)
        assert clock.now <= moment <= clock.present, f"{story} goes back in time"
        clock.now = moment
        before(moment)
        _wait(waiting, order, story)


def _wait(waiting: list[tuple[datetime, int, Story]], order: int, story: Story) -> None:
    moment = next(story, None)
    if moment is not None:
        heapq.heappush(waiting, (moment, order, story))


def spread(
    names: Iterable[str], start: datetime, end: datetime
) -> Iterator[tuple[datetime, str]]:
    """Give each name a moment of its own between start and end, in waking hours.

    The same names always come in the same order, which is not the order given: who
    says yes should not seem to vote before who says no.
    """
    mixed = sorted(names, key=lambda name: sum(map(ord, name)) * 7919 % 1009)
    step = (end - start) / (len(mixed) + 1)
    moments = sorted(
        max(min(_awake(start + step * turn), end - AN_INSTANT), start)
        for turn in range(1, len(mixed) + 1)
    )
    return zip(moments, mixed, strict=True)


AN_INSTANT = timedelta(microseconds=1)
EARLIEST = 7


def _awake(moment: datetime) -> datetime:
    wall = moment.astimezone(ZONE)
    asleep = wall.hour < EARLIEST
    return wall + timedelta(hours=EARLIEST) if asleep else wall
