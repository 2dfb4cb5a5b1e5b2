"""When an assembly may be taken to a laptop, and when it may come back."""

from datetime import UTC, datetime, timedelta

import pytest

from commonweal.rules.assemblies.carrying import (
    EARLIEST,
    LASTS,
    Away,
    ahead,
    may_come_back,
    may_take_along,
    until,
)

NOW = datetime(2026, 5, 1, 18, tzinfo=UTC)
HOUR = timedelta(hours=1)
OUT = Away(NOW, NOW + LASTS)


def take(stage, *, at=NOW, facilitates=True, goes_on=False):
    return may_take_along(
        stage=stage,
        facilitates=facilitates,
        goes_on=goes_on,
        opens_at=NOW,
        at=at,
    )


def come_back(away=OUT, *, result="a", first_at=NOW, at=NOW + HOUR):
    return may_come_back(away, result=result, first_at=first_at, at=at)


def test_it_is_waited_for_from_its_hour_or_from_when_it_was_taken():
    assert until(NOW + HOUR, at=NOW) == NOW + HOUR + LASTS
    assert until(NOW - HOUR, at=NOW) == NOW + LASTS


@pytest.mark.parametrize(
    ("stage", "told", "why"),
    [
        ("called", {}, None),
        ("called", {"facilitates": False}, "only_facilitator_takes_along"),
        ("open", {}, None),
        ("open", {"facilitates": False}, "only_facilitator_takes_open_one"),
        ("open", {"goes_on": True}, "decision_goes_on"),
        ("closed", {}, "assembly_is_over"),
    ],
)
def test_whoever_facilitates_takes_it_along_until_it_is_over(stage, told, why):
    may = take(stage, **told)

    assert bool(may) is (why is None)
    assert why is None or may.reason.id == why


def test_it_is_taken_two_days_before_its_hour_and_no_earlier():
    second = timedelta(seconds=1)

    early = take("called", at=NOW - EARLIEST - second)

    assert take("called", at=NOW - EARLIEST)
    assert early.reason.id == "too_early_for_laptop"
    assert early.reason.facts == {"when": NOW - EARLIEST}


@pytest.mark.parametrize(
    ("away", "told", "why"),
    [
        (OUT, {}, None),
        (OUT, {"at": OUT.until_at}, "result_is_late"),
        (OUT, {"first_at": NOW - HOUR}, "laptop_clock_was_behind"),
        (Away(NOW, NOW + LASTS, NOW, "bring_in", "a"), {}, "result_is_here"),
        (Away(NOW, NOW + LASTS, NOW, "bring_in", "b"), {}, "another_result_is_here"),
        (Away(NOW, NOW + LASTS, NOW, "call_back"), {}, "assembly_was_called_back"),
        (Away(NOW, NOW + LASTS, NOW, "set_aside"), {}, "result_was_set_aside"),
        (Away(NOW, NOW + LASTS, NOW, "give_up"), {}, "result_is_late"),
    ],
)
def test_it_comes_back_once_and_in_time(away, told, why):
    may = come_back(away, **told)

    assert bool(may) is (why is None)
    assert why is None or may.reason.id == why


def test_a_clock_that_was_ahead_was_so_by_whole_minutes():
    second = timedelta(seconds=1)

    assert ahead(NOW, at=NOW) == timedelta()
    assert ahead(NOW - HOUR, at=NOW) == timedelta()
    assert ahead(NOW + second, at=NOW) == timedelta(minutes=1)
    assert ahead(NOW + 2 * HOUR, at=NOW) == 2 * HOUR
