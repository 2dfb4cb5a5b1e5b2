"""Whose block met a matter before is asked when they come; else it lapses."""

from dataclasses import replace

from tests.rules.assemblies.circles_in_rooms import (
    THREE,
    ended,
    put,
    says,
    stage,
    why,
)
from tests.rules.assemblies.rooms import at, room, where

from commonweal.rules.assemblies.events import CameIn, Closed, WentOut
from commonweal.rules.assemblies.talk import talk
from commonweal.rules.consensus.events import Said
from commonweal.rules.consensus.state import Before
from commonweal.rules.consensus.verdicts import may_do

BLOCKED = Before(meetings=0, stayed_away=frozenset({"chidi"}))


def again():
    """Give a room where Chidi blocked the same matter before."""
    terms = replace(room().consensus, absentee_days=14, meetings=6, resolution_days=90)
    return replace(room(), talked={"hall": BLOCKED}, consensus=terms)


def without_chidi(*more):
    return where(again(), [*put("asha", "ben", phones=("asha", "ben")), *more])


def blocks_later(now, minute):
    """Ask whether Chidi may block after the room has found consensus."""
    found = talk(again(), now.presence, "hall", at=at(minute))
    assert found
    block = Said("chidi", "block", at(minute), "It hurts.", "No harm", True)
    verdict = may_do(found.circle, found.now, block)
    return None if verdict else verdict.reason.id


def test_whoever_blocked_and_comes_in_while_it_is_tested_is_asked():
    for by in ("chidi", "asha"):
        now = without_chidi(
            CameIn(by, "chidi", at(3)),
            says("chidi", "block", 3),
            says("asha"),
            says("ben"),
            ended(),
        )

        assert why(now) == []
        assert stage(now, again()) == "resolving"


def test_nobody_else_who_comes_late_is_asked():
    now = without_chidi(CameIn("dora", "dora", at(3)), says("dora", "object", 3))

    assert why(now) == [
        "This test asks those who were in the room when it began. They are asked in "
        "the next one."
    ]


def test_whoever_was_put_out_long_before_is_asked_when_they_come_back():
    events = put(*THREE, phones=THREE, minute=14)
    now = where(
        again(),
        [
            *events[:-1],
            WentOut("asha", "chidi", at(2)),
            events[-1],
            CameIn("chidi", "chidi", at(15)),
            says("chidi", "block", 15),
        ],
    )

    assert why(now) == []


def test_a_block_lapses_while_its_maker_was_at_no_time_in_the_room():
    tested = (says("asha"), says("ben"), ended())
    away = without_chidi(*tested, Closed("asha", at(30)))
    late = without_chidi(*tested, CameIn("chidi", "chidi", at(8)))

    assert blocks_later(away, 60) == "your_block_lapsed"
    assert blocks_later(late, 7) == "your_block_lapsed"
    assert blocks_later(late, 60) is None


def test_hands_are_counted_anew_once_somebody_who_blocked_is_asked():
    now = where(
        again(),
        [*put("asha", "ben"), CameIn("chidi", "chidi", at(3))],
    )

    assert now.presence.testing.raisers == {*THREE}
    assert now.presence.testing.counts == {}
