"""Parting: by decision or on a day, once, and called back only while it lasts."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.ending.parting import (
    DECIDED,
    Parting,
    decided_parting,
    may_go_on,
    may_part,
    parting,
)
from commonweal.rules.ending.terms import Ending
from commonweal.rules.sentence import local_text

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ZONE = "Europe/Madrid"
GOAL = local_text(en="A crossing with lights")
DAYS = st.integers(1, 400)


def on(days: int) -> datetime:
    return NOON + timedelta(days=days)


def test_members_part_for_a_reason_there_is_and_only_once():
    plain, aimed = Ending(), Ending(goal=GOAL)
    now = decided_parting(aimed, "goal_reached", at=NOON, zone=ZONE)

    assert may_part(aimed, None, "goal_reached", at=NOON)
    assert may_part(plain, None, "members_part", at=NOON)
    assert may_part(plain, None, "goal_reached", at=NOON).id == "no_goal_to_reach"
    assert may_part(aimed, now, "members_part", at=on(1)).id == "parting_already"
    for other in ("sunset", "", None, 7):
        verdict = may_part(aimed, None, other, at=NOON)
        assert verdict.id == "parting_reason_unknown"


def test_nobody_decides_that_a_day_comes():
    with pytest.raises(AssertionError):
        decided_parting(Ending(), "sunset", at=NOON, zone=ZONE)


def test_a_sunset_begins_on_its_day_and_leaves_the_time_there_is_for_it():
    terms = Ending(sunset_days=10, winding_up_days=5)

    found = parting(terms, None, founded_at=NOON, zone="UTC")

    assert found == Parting(on(10), on(15), "sunset")
    assert may_part(terms, found, "members_part", at=on(9))
    assert may_part(terms, found, "members_part", at=on(10)).id == "parting_already"


def test_days_are_those_of_the_place_when_its_clocks_change():
    # In Madrid the clocks go forward on 29 March 2026.
    terms = Ending(sunset_days=27, winding_up_days=1)

    found = parting(terms, None, founded_at=NOON, zone=ZONE)

    assert found
    assert found.begins_at == on(27) - timedelta(hours=1)


@given(DAYS, DAYS, DAYS, st.sampled_from(DECIDED))
def test_whichever_ends_first_is_how_they_part(sunset, left, decided_on, because):
    terms = Ending(sunset_days=sunset, winding_up_days=left)
    decided = decided_parting(terms, because, at=on(decided_on), zone="UTC")

    found = parting(terms, decided, founded_at=NOON, zone="UTC")

    assert found
    assert found.ends_at == min(decided.ends_at, on(sunset + left))
    assert found.begins_at + timedelta(days=left) == found.ends_at
    assert (found.because == "sunset") == (sunset < decided_on)
    assert parting(Ending(), decided, founded_at=NOON, zone="UTC") == decided


def test_going_on_is_for_those_who_part_and_had_decided_so():
    terms = Ending(winding_up_days=5)
    decided = decided_parting(terms, "members_part", at=NOON, zone="UTC")
    sunset = Parting(NOON, on(5), "sunset")

    assert may_go_on(decided, at=NOON)
    assert may_go_on(decided, at=on(5) - timedelta(microseconds=1))
    assert may_go_on(decided, at=on(5)).id == "parting_is_over"
    assert may_go_on(None, at=NOON).id == "not_parting"
    assert may_go_on(sunset, at=on(-1)).id == "not_parting"
    assert may_go_on(sunset, at=on(1)).id == "sunset_is_in_charter"
