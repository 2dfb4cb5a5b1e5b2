"""Vouching: enough of them, long enough members, and days to stop it."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.belonging.independence import Origin
from commonweal.rules.recovery.anew import Knower, may_know_again, needed_anew
from commonweal.rules.recovery.terms import Recovery
from commonweal.rules.recovery.vouching import (
    Stopped,
    few_at_once,
    may_add_to,
    may_be_enough,
    may_pause,
    may_vouch,
    opens_at,
    who_print,
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


def test_who_vouches_for_one_member_vouches_for_no_other():
    verdict = may_vouch(
        Recovery(vouchers=2),
        belongs_since=NOON - timedelta(days=60),
        is_oneself=False,
        vouches_already=True,
        at=NOON,
    )

    assert verdict.reason.id == "vouches_for_another"


def test_one_in_twenty_come_back_at_a_time_and_two_always():
    found = [few_at_once(members) for members in (3, 25, 59, 60, 1000)]

    assert found == [2, 2, 2, 3, 50]
    assert may_be_enough(is_enough=True, on_their_way=1, members=25)
    assert may_be_enough(is_enough=False, on_their_way=2, members=25)
    refused = may_be_enough(is_enough=True, on_their_way=2, members=25)
    assert refused.reason.id == "enough_come_back_now"


def test_who_pauses():
    def why(*, counts=True, vouched=False, is_oneself=False, before=False):
        verdict = may_pause(
            counts=counts, vouched=vouched, is_oneself=is_oneself, paused_before=before
        )
        return None if verdict else verdict.reason.id

    assert why() is None
    assert why(counts=False) == "not_confirmed_yet"
    assert why(vouched=True) == "vouchers_pause_nothing"
    assert why(is_oneself=True) == "stop_it_yourself"
    assert why(before=True) == "paused_before"


@given(
    st.lists(MOMENTS, unique=True),
    MOMENTS,
    st.integers(2, 5),
    st.integers(0, 5),
    st.integers(1, 30),
)
def test_after_a_pause_only_later_words_count_and_never_more_than_could_be_given(
    given_at, paused, needed, others, days
):
    opens = opens_at(
        given_at, needed=needed, delay_days=days, paused_at=paused, others=others
    )

    later = sorted(one for one in given_at if one > paused)
    still = min(needed, others)
    if len(later) < still:
        assert opens is None
    else:
        last = later[still - 1] if still else paused
        assert opens == last + timedelta(days=days)


def test_halves_are_printed_by_those_who_vouched_after_a_pause_if_they_are_two():
    early, late = NOON, NOON + timedelta(days=2)
    pause = NOON + timedelta(days=1)
    both = [("Asha", early), ("Ben", early), ("Chidi", late), ("Dolores", late)]

    assert who_print(both[:3], paused_at=None) == {"Asha", "Ben", "Chidi"}
    assert who_print(both, paused_at=pause) == {"Chidi", "Dolores"}
    assert who_print(both[:3], paused_at=pause) == {"Asha", "Ben", "Chidi"}


def test_others_than_those_who_vouched_say_that_they_know_whoever_came_back():
    long, terms = NOON - timedelta(days=60), Recovery(vouchers=2, member_days=30)

    def why(**facts):
        who = Knower(**{"belongs_since": long, "counts": True, **facts})
        verdict = may_know_again(terms, who, at=NOON)
        return None if verdict else verdict.reason.id

    assert why() is None
    assert why(belongs_since=NOON - timedelta(days=29)) == "voucher_is_new"
    assert why(counts=False) == "not_confirmed_yet"
    assert why(is_oneself=True) == "confirming_oneself"
    assert why(vouched=True) == "others_than_vouchers"
    assert why(said_already=True) == "said_so_already"
    assert why(is_independent=False) == "voucher_depends"
    assert [needed_anew(one, others=3) for one in (0, 1, 2, 9)] == [1, 1, 2, 3]
    assert needed_anew(1, others=0) == 0
