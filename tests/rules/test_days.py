from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.days import days_later, is_time_zone

MADRID = "Europe/Madrid"
SANTIAGO = "America/Santiago"
ZONES = (MADRID, SANTIAGO, "Australia/Lord_Howe", "Asia/Kolkata", "UTC")


def at(zone: str, *parts: int) -> datetime:
    return datetime(*parts, tzinfo=ZoneInfo(zone))  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    ("zone", "start", "end", "hours"),
    [
        (MADRID, (2026, 3, 28, 20), (2026, 3, 29, 20), 23),
        (MADRID, (2026, 10, 24, 20), (2026, 10, 25, 20), 25),
        (SANTIAGO, (2026, 9, 5, 20), (2026, 9, 6, 20), 23),
        (SANTIAGO, (2026, 4, 4, 20), (2026, 4, 5, 20), 25),
    ],
)
def test_a_day_ends_at_the_same_time_of_day_when_the_clocks_change(
    zone, start, end, hours
):
    begun = at(zone, *start)

    ended = days_later(begun, 1, zone)

    assert ended == at(zone, *end)
    assert ended - begun.astimezone(UTC) == timedelta(hours=hours)


def test_a_time_the_clock_skips_moves_forward():
    before = at(MADRID, 2026, 3, 28, 2, 30)

    end = days_later(before, 1, MADRID)

    assert end.astimezone(ZoneInfo(MADRID)).strftime("%d %H:%M") == "29 03:30"


def test_a_time_that_comes_twice_means_the_later_one():
    before = at(MADRID, 2026, 10, 24, 2, 30)

    end = days_later(before, 1, MADRID)

    assert end == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_midnight_that_does_not_exist_moves_forward():
    # In Santiago the clock jumps from midnight to one on 6 September 2026.
    before = at(SANTIAGO, 2026, 9, 5, 0, 0)

    end = days_later(before, 1, SANTIAGO)

    assert end.astimezone(ZoneInfo(SANTIAGO)).hour == 1


def test_no_days_later_is_the_same_instant_even_in_a_doubled_hour():
    doubled = at(MADRID, 2026, 10, 25, 2, 30)

    assert days_later(doubled, 0, MADRID) == doubled.astimezone(UTC)


@given(
    st.integers(946_684_800, 2_051_222_400).map(
        lambda s: datetime.fromtimestamp(s, UTC)
    ),
    st.integers(1, 400),
    st.sampled_from(ZONES),
)
def test_the_wall_time_is_kept_or_moved_forward_by_what_was_skipped(begun, days, zone):
    end = days_later(begun, days, zone).astimezone(ZoneInfo(zone)).replace(tzinfo=None)

    wanted = begun.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    assert timedelta(0) <= end - wanted - timedelta(days=days) <= timedelta(hours=1)


@pytest.mark.parametrize("name", ["Europe/Madrid", "America/Santiago", "UTC"])
def test_zones_of_the_database_are_known(name):
    assert is_time_zone(name)


@pytest.mark.parametrize(
    "name",
    ["", "Europe/Madrit", " UTC", "../etc/passwd", "/etc/localtime", "CET", "a/\0"],
)
def test_other_names_are_no_zones(name):
    assert not is_time_zone(name)
