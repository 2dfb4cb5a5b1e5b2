"""Days as people count them: until the same time of day at the institution's place.

Seven days from Monday at 20:00 is Monday at 20:00, also when the clocks change in
between. Where the clock skips that time, the end moves forward by what was skipped;
where it comes twice, the later one holds, so that nobody loses an hour they were
promised.

Source: PEP 495 (times that come twice or not at all); the IANA time zone database.
"""

from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@lru_cache(maxsize=4096)
def days_later(at: datetime, days: int, zone: str) -> datetime:
    """Give the instant `days` later at the same wall time in `zone`, in UTC.

    `at` must know its own offset; `zone` is a name of the IANA database, and `days`
    is zero or more. Zero days later is `at` itself.
    """
    assert at.tzinfo is not None, "an instant knows its offset"
    assert days >= 0, "time goes forward"
    if days == 0:
        return at.astimezone(UTC)
    place = ZoneInfo(zone)
    wall = at.astimezone(place).replace(tzinfo=None) + timedelta(days=days)
    # Of the two readings of a doubled or skipped time, the later instant is the
    # second of the doubled pair, and the skipped time moved forward.
    readings = (wall.replace(tzinfo=place, fold=fold) for fold in (0, 1))
    return max(reading.astimezone(UTC) for reading in readings)


@cache
def is_time_zone(name: str) -> bool:
    """Say whether the IANA database knows a zone of this name, such as Europe/Rome."""
    if name != name.strip() or ("/" not in name and name != "UTC"):
        return False
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
