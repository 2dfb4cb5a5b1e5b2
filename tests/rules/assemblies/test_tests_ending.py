"""Who was there for a test, to the instant, and what becomes of one nobody ends."""

from dataclasses import replace

import pytest
from tests.rules.assemblies.circles_in_rooms import THREE, ended, put, says, stage
from tests.rules.assemblies.rooms import at, reasons, room, where

from commonweal.rules.assemblies.events import CameIn, ItemBegun, Undone, WentOut
from commonweal.rules.assemblies.events_testing import PutToTest
from commonweal.rules.consensus.state import Before

NEXT_DAY = 25 * 60


@pytest.mark.parametrize(("minute", "refused"), [(1.5, True), (2, True), (2.5, False)])
def test_whoever_was_in_the_room_when_a_test_was_put_was_there(minute, refused):
    came = CameIn("dora", "dora", at(minute))
    events = [came, *put(*THREE)] if minute <= 2 else [*put(*THREE), came]

    now = where(room(), [*events, Undone("dora", "dora", at(3))])

    assert reasons(now) == ["was_counted_meanwhile"] * refused
    assert now.presence.is_inside("dora") == refused


@pytest.mark.parametrize(("minute", "refused"), [(1.5, True), (2, True), (2.5, False)])
def test_whoever_was_out_when_a_test_was_put_was_not(minute, refused):
    left = WentOut("chidi", "chidi", at(minute))
    begun = put(*THREE)
    events = [*begun[:-1], left, begun[-1]] if minute <= 2 else [*begun, left]

    now = where(room(), [*events, Undone("chidi", "chidi", at(3))])

    assert reasons(now) == ["was_out_meanwhile"] * refused


def test_a_test_that_nobody_ends_is_over_with_the_assembly_and_others_stand():
    first = [*put(*THREE, phones=THREE), *map(says, THREE), ended()]
    second = [
        ItemBegun("asha", "rent", at(7)),
        PutToTest("asha", "rent", "We pay less.", at(8)),
        ended(9, reason="The words were wrong."),
    ]
    third = [PutToTest("asha", "rent", "We pay half.", at(10))]

    now = where(room(), [*first, *second, *third], NEXT_DAY)

    assert now.stage == "closed"
    assert [test.words for test in now.presence.tests] == [
        "We buy two keys.",
        "We pay less.",
        "We pay half.",
    ]
    assert [test.ended_at for test in now.presence.tests] == [
        at(6),
        at(9),
        now.closed_at,
    ]
    assert stage(now, minute=NEXT_DAY) == "adopted"


def test_a_single_test_that_nobody_ends_is_told_once():
    now = where(room(), put(*THREE), NEXT_DAY)

    assert [test.ended_at for test in now.presence.tests] == [now.closed_at]


def test_of_those_whose_blocks_stood_it_matters_who_is_not_there_now():
    earlier = Before(rounds=1, stayed_away=frozenset({"ben", "dora"}))
    meeting = replace(room(), talked={"hall": earlier})

    found = meeting.before("hall", frozenset({"asha", "ben"}))

    assert found == replace(earlier, stayed_away=frozenset({"dora"}))
    assert meeting.before("rent", frozenset({"asha"})) == Before()
