"""Vouching: enough of them, long enough members, and days to stop it."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.belonging.independence import Origin
from commonweal.rules.recovery.terms import Recovery
from commonweal.rules.recovery.vouching import (
    Stopped,
    may_add_to,
    may_vouch,
    opens_at,
)

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
MOMENTS = st.integers(0, 100_000).map(lambda minutes: NOON + timedelta(minutes=minutes))


def test_a_member_vouches_for_another_once_they_have_belonged_long_enough():
    terms = Recovery(vouchers=2, member_days=30)

    def verdict(days: int, *, oneself: bool = False, terms: Recovery = terms):
        since = NOON - timedelta(days=days)
        return may_vouch(terms, belongs_since=since, is_oneself=oneself, at=NOON)

    assert verdict(30)
    assert verdict(29).reason.id == "voucher_is_new"
    assert verdict(300, oneself=True).reason.id == "vouching_for_oneself"
    assert verdict(300, terms=Recovery()).reason.id == "recovery_by_nobody"


def test_what_was_stopped_rests_and_then_needs_other_vouchers():
    terms = Recovery(vouchers=2, again_days=30)

    def verdict(days: int, *, part: bool) -> str | None:
        stopped = Stopped(NOON - timedelta(days=days), with_this_voucher=part)
        found = may_vouch(
            terms,
            belongs_since=NOON - timedelta(days=900),
            is_oneself=False,
            stopped=stopped,
            at=NOON,
        )
        return None if found else found.id

    assert verdict(29, part=False) == "recovery_was_stopped"
    assert verdict(30, part=False) is None
    assert verdict(30, part=True) == "voucher_was_stopped"
    assert verdict(365, part=True) is None


def test_a_word_adds_to_others_only_if_it_is_another_persons():
    ben, chidi = Origin("ben", "link"), Origin("chidi", "link")

    assert may_add_to(Origin("dolores"), [ben])
    assert may_add_to(ben, [])
    assert may_add_to(chidi, [ben]).id == "voucher_depends"


def test_the_door_opens_days_after_the_last_vouch_that_was_needed():
    vouched = [NOON + timedelta(hours=hours) for hours in (5, 1, 9)]

    assert opens_at(vouched, needed=2, delay_days=7) == NOON + timedelta(
        days=7, hours=5
    )
    assert opens_at(vouched, needed=4, delay_days=7) is None


@given(st.lists(MOMENTS, min_size=2), st.integers(2, 9), st.integers(1, 30), MOMENTS)
def test_vouching_later_makes_the_door_open_no_later(vouched, needed, delay, another):
    before = opens_at(vouched, needed=needed, delay_days=delay)
    latest = max([*vouched, another])
    after = opens_at([*vouched, latest], needed=needed, delay_days=delay)

    assert before is None or after == before
    assert after is None or after >= sorted(vouched)[0] + timedelta(days=delay)
