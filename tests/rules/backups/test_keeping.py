"""Which backups stay: the newest of each period, and never none."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.backups.keeping import KeepRule, keep_rule, kept

SINCE = datetime(2024, 1, 1, tzinfo=UTC)
MOMENTS = st.lists(
    st.integers(0, 3 * 365 * 24).map(lambda hours: SINCE + timedelta(hours=hours)),
    max_size=40,
)
RULES = st.builds(KeepRule, *[st.integers(0, 6)] * 3)


@given(MOMENTS, RULES)
def test_the_newest_stays_and_nothing_is_invented(moments, rule):
    staying = kept(moments, rule)

    assert staying <= set(moments)
    assert not moments or max(moments) in staying


@given(MOMENTS, RULES)
def test_pruning_twice_is_pruning_once(moments, rule):
    once = kept(moments, rule)

    assert kept(once, rule) == once


@given(MOMENTS, RULES, RULES)
def test_keeping_more_forgets_nothing_more(moments, rule, more):
    wider = KeepRule(
        rule.days + more.days, rule.weeks + more.weeks, rule.months + more.months
    )

    assert kept(moments, rule) <= kept(moments, wider)


def test_a_year_of_nights_leaves_days_weeks_and_months():
    nights = [datetime(2026, 1, 1, 3, tzinfo=UTC) + timedelta(n) for n in range(365)]

    staying = sorted(kept(nights, KeepRule(days=7, weeks=4, months=12)))

    days = [f"{one:%m-%d}" for one in staying]
    assert days[-7:] == [f"12-{day}" for day in range(25, 32)]
    # Sundays end weeks; the last night of each month stands for it.
    assert days[-9:-7] == ["12-13", "12-20"]
    assert days[:11] == [
        "01-31", "02-28", "03-31", "04-30", "05-31", "06-30",
        "07-31", "08-31", "09-30", "10-31", "11-30",
    ]  # fmt: skip


def test_a_machine_that_slept_wakes_up_with_all_it_had():
    before = [datetime(2025, 3, day, tzinfo=UTC) for day in (3, 4, 5)]
    today = datetime(2026, 3, 5, tzinfo=UTC)

    assert kept([*before, today], KeepRule(days=4)) == {*before, today}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("7d 4w 12m", KeepRule(7, 4, 12)),
        ("30d", KeepRule(30, 0, 0)),
        ("2m  1w", KeepRule(0, 1, 2)),
        ("", None),
        ("7", None),
        ("7d 8d", None),
        ("7d, 4w", None),
        ("-1d", None),
        ("99999d", None),
    ],
)
def test_a_rule_is_read_or_refused(text, rule):
    assert keep_rule(text) == rule
