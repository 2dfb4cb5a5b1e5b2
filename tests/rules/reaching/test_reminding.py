"""When a letter that reminds goes out: with news, by day, and as often as chosen."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.reaching.reminding import (
    HOWS,
    URGENT,
    Reminder,
    marks_of,
    morning,
    needs_letter,
    still_told,
    urgent,
)

MADRID = ZoneInfo("Europe/Madrid")
# A Wednesday.
NOON = datetime(2026, 1, 7, 11, 0, tzinfo=UTC)


def vote(how="daily", *, ends_in=timedelta(days=5), key="vote"):
    due = None if ends_in is None else NOON + ends_in
    return Reminder(key=key, how=how, due_at=due, zone=MADRID)


def asks(*waiting, told=frozenset(), last_at=None, at=NOON):
    return needs_letter(waiting, told, last_at=last_at, at=at)


def test_whoever_wants_none_gets_none():
    assert not asks(vote("never", ends_in=timedelta(hours=1)))


def test_what_ends_soon_is_told_to_whoever_wants_only_that():
    assert not asks(vote("urgent", ends_in=URGENT + timedelta(hours=1)))
    assert asks(vote("urgent", ends_in=URGENT))
    assert not asks(vote("urgent", ends_in=None))


def test_nobody_is_reminded_of_the_same_twice():
    one = vote()

    assert asks(one)
    assert not asks(one, told=one.marks(NOON))


def test_what_was_told_is_told_once_more_when_it_ends_soon():
    one = vote("urgent", ends_in=timedelta(days=1))

    assert asks(one, told={one.key})
    assert not asks(one, told={one.key, urgent(one.key)})


def test_one_letter_a_day_at_most():
    this_morning = NOON.replace(hour=7, minute=30)

    assert not asks(vote(), last_at=this_morning)
    assert asks(vote(), last_at=this_morning - timedelta(days=1))


def test_one_letter_a_week_at_most_and_on_mondays():
    tuesday = NOON - timedelta(days=1)

    assert not asks(vote("weekly"), last_at=tuesday)
    assert asks(vote("weekly"), last_at=tuesday - timedelta(days=2))


@pytest.mark.parametrize("hour", [0, 6, 19, 23])
def test_nobody_is_written_to_at_night(hour):
    at = NOON.replace(hour=hour)

    assert not asks(vote(ends_in=timedelta(days=1)), at=at)


def test_the_morning_is_the_same_on_the_night_the_clocks_change():
    after = datetime(2026, 3, 29, 6, 30, tzinfo=UTC)

    assert morning(after, MADRID) == datetime(2026, 3, 29, 6, 0, tzinfo=UTC)
    assert morning(after - timedelta(hours=1), MADRID) == datetime(
        2026, 3, 28, 7, 0, tzinfo=UTC
    )


def test_what_waits_no_more_is_forgotten():
    one, other = vote(), vote(key="other")

    assert still_told({one.key, urgent(one.key), other.key}, [other]) == {other.key}


reminders = st.builds(
    Reminder,
    key=st.sampled_from(["a", "b", "c"]),
    how=st.sampled_from(HOWS),
    due_at=st.none() | st.datetimes(timezones=st.just(UTC)),
    zone=st.just(MADRID),
)


@given(st.lists(reminders), st.datetimes(timezones=st.just(UTC)))
def test_a_letter_that_was_written_never_asks_for_itself_again(waiting, at):
    told = marks_of(waiting, at=at)

    assert not needs_letter(waiting, told, last_at=at, at=at)
