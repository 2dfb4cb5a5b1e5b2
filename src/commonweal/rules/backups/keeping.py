"""Which backups are kept: the newest of each of the last days, weeks and months.

Nothing that was erased lives longer than the oldest backup, so keeping fewer is a way
to forget, and keeping more a way to undo. The rule is written as `7d 4w 12m`.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

PART = re.compile(r"(\d{1,4})([dwm])")


@dataclass(frozen=True, slots=True)
class KeepRule:
    """How many days, weeks and months keep the newest backup of theirs."""

    days: int = 7
    weeks: int = 4
    months: int = 12

    def __post_init__(self) -> None:
        assert min(self.days, self.weeks, self.months) >= 0, "a count of periods"


def keep_rule(text: str) -> KeepRule | None:
    """Read a rule such as `7d 4w 12m`; what it does not name keeps nothing.

    Gives None for what is no rule: nothing named, a part it cannot read, or one named
    twice.
    """
    counts: dict[str, int] = {}
    for part in text.split():
        read = PART.fullmatch(part)
        if read is None or read[2] in counts:
            return None
        counts[read[2]] = int(read[1])
    if not counts:
        return None
    return KeepRule(counts.get("d", 0), counts.get("w", 0), counts.get("m", 0))


def kept(moments: Iterable[datetime], rule: KeepRule) -> frozenset[datetime]:
    """Say which of these backups stay. The newest always does.

    Moments are aware and of one time zone. A period without a backup is not counted,
    so that a machine that slept for a year wakes up with all it had.
    """
    newest_first = sorted(set(moments), reverse=True)
    periods: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (rule.days, lambda at: at.date()),
        (rule.weeks, lambda at: at.isocalendar()[:2]),
        (rule.months, lambda at: (at.year, at.month)),
    )
    chosen = set(newest_first[:1])
    for count, period_of in periods:
        newest: dict[object, datetime] = {}
        for moment in newest_first:
            newest.setdefault(period_of(moment), moment)
        chosen.update(list(newest.values())[:count])
    return frozenset(chosen)
