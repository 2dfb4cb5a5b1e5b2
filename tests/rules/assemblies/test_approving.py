"""Approving: sent out before, read for a day, by enough, and nothing unheard."""

from dataclasses import replace

import pytest
from tests.rules.assemblies.rooms import at

from commonweal.rules.assemblies.approving import Before, heard, may_be_approved
from commonweal.rules.assemblies.minutes import Draft, Written, minuted, minutes

DAY = 24 * 60
DRAFT = Draft(at(0), frozenset({"asha", "ben"}), frozenset({0}))
OUT = Written(1, "send_out", "asha", at(5))
BEFORE = Before(at(10), at(7 * DAY), there=3, members=9, came=4)


def proposed(number, minute, by="chidi"):
    return Written(number, "propose", by, at(minute), words="It was 400.")


def stands(*done):
    return minutes(DRAFT, [OUT, *done])


def why(now, **changed):
    return may_be_approved(now, replace(BEFORE, **changed)).reason.id


def test_what_all_could_read_is_approved_by_enough():
    assert may_be_approved(stands(), BEFORE)
    assert may_be_approved(stands(), replace(BEFORE, there=2, members=2))


def test_minutes_that_went_out_after_the_call_are_left_to_the_next():
    assert why(stands(), called_at=at(4)) == "minutes_not_read_in_time"
    assert why(minutes(DRAFT, [])) == "minutes_not_read_in_time"


def test_they_lie_open_for_a_day_where_the_charter_asks_for_no_notice():
    assert why(stands(), since=at(DAY + 4)) == "minutes_not_read_in_time"
    assert may_be_approved(stands(), replace(BEFORE, since=at(DAY + 5)))


@pytest.mark.parametrize(
    ("there", "members", "came"), [(1, 9, 1), (2, 9, 1), (3, 9, 7), (1, 2, 2)]
)
def test_few_do_not_approve_what_many_were_at(there, members, came):
    now = stands()

    assert why(now, there=there, members=members, came=came) == "too_few_in_the_room"


def test_what_waits_is_answered_and_what_comes_meanwhile_is_not_waited_for():
    assert why(stands(proposed(2, 60))) == "corrections_wait"
    assert may_be_approved(stands(proposed(2, 7 * DAY + 1)), BEFORE)


def test_what_is_approved_is_not_approved_again():
    now = minuted(stands(), Written(9, "approve", "asha", at(8 * DAY)))

    assert why(now) == "minutes_are_approved"


def test_only_what_the_room_heard_is_fixed():
    late = 7 * DAY + 1
    now = stands(
        Written(2, "add", "asha", at(60), words="Two were late."),
        Written(3, "add", "asha", at(late), words="Dora lied."),
        proposed(4, 60),
        Written(5, "take", "asha", at(late), answers=4),
        proposed(6, 60),
        Written(7, "take", "asha", at(61), answers=6),
        proposed(8, late),
        Written(9, "room_took", "asha", at(late), answers=8),
        proposed(10, 60),
    )

    assert [one.number for one in heard(now, BEFORE.since)] == [2, 6, 8]


def test_what_is_said_at_the_very_instant_was_in_time():
    turned = 7 * DAY
    proposal = proposed(2, turned)
    put_there = Written(3, "add", "asha", at(turned), words="Two were late.")

    assert may_be_approved(stands(), replace(BEFORE, called_at=at(5)))
    assert why(stands(proposal)) == "corrections_wait"
    assert [one.number for one in heard(stands(put_there), BEFORE.since)] == [3]
