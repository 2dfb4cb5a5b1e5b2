"""Approving the minutes of an earlier assembly: asked once, with enough in the room."""

import pytest
from tests.rules.assemblies.rooms import ROLL, TALK, at, opened, reasons, room, where

from commonweal.rules.assemblies.events import (
    CameIn,
    Counted,
    DecisionBegan,
    DecisionEnded,
    Handed,
    ItemBegun,
    Undone,
    WentOut,
)
from commonweal.rules.assemblies.events_back import Agreed, Answered, Objected
from commonweal.rules.assemblies.state import Item

BEFORE = Item("before", 5, decides=True, standing="minutes")
TURNED = ItemBegun("asha", "before", at(1))
AGREED = Agreed("asha", "before", at(9))


def hall(**terms):
    return room(items=(BEFORE, TALK, Item("hall", 20)), **terms)


def going(*events, quorum=2):
    return where(hall(quorum_least=quorum), [*opened(), TURNED, *events])


def test_what_nobody_objects_to_is_approved():
    now = going(AGREED)

    assert now.back.agreed == {"before": at(9)}
    assert now.not_counted == ()


def test_one_objection_is_enough_for_hands():
    now = going(Objected("ben", "before", at(2)), AGREED)

    assert now.back.agreed == {}
    assert reasons(now) == ["somebody_objects"]


def test_hands_settle_it_too():
    steps = (
        Handed("asha", "timekeeper", "ben", at(2)),
        Objected("chidi", "before", at(3)),
        DecisionBegan("asha", "before", at(4)),
        Counted("asha", 4, 1, 0, at(5)),
        Counted("ben", 4, 1, 0, at(6)),
        DecisionEnded("asha", at(7)),
    )

    now = going(*steps, AGREED)

    assert now.presence.is_decided("before")
    assert reasons(now) == ["minutes_are_settled_here"]


def test_corrections_are_answered_once():
    taken = Answered("asha", "before", "3", True, at(2))

    now = going(taken, Answered("asha", "before", "3", False, at(3)))

    assert now.back.answered == {("before", "3"): True}
    assert reasons(now) == ["no_such_correction"]


@pytest.mark.parametrize("minute", [8, 9])
@pytest.mark.parametrize(
    "event", [AGREED, Answered("asha", "before", "3", True, at(9))]
)
def test_who_was_counted_when_it_was_agreed_stays_counted(event, minute):
    came = CameIn("asha", "gina", at(minute))
    home = (*ROLL, "gina")
    meeting = room(items=(BEFORE, Item("hall", 20)), roll=home, quorum_least=2)

    now = where(
        meeting, [*opened(), TURNED, came, event, Undone("asha", "gina", at(10))]
    )

    assert "gina" in now.presence.inside
    assert reasons(now) == ["was_counted_meanwhile"]


def test_a_guest_is_undone_whatever_was_agreed_and_who_was_out_then_comes_in_anew():
    items = (BEFORE, Item("hall", 20))
    meeting = room(items=items, guests=("gina",), quorum_least=2)
    steps = [
        *(CameIn("asha", "gina", at(8)), WentOut("ben", "ben", at(8)), AGREED),
        *(Undone("asha", "gina", at(10)), Undone("ben", "ben", at(10))),
    ]

    now = where(meeting, [*opened(), TURNED, *steps])

    assert reasons(now) == ["was_out_meanwhile"]
    assert "gina" not in now.presence.inside
    assert "ben" not in now.presence.inside


@pytest.mark.parametrize(
    ("events", "why"),
    [
        ([Agreed("ben", "before", at(2))], "only_the_facilitator"),
        ([Answered("ben", "before", "3", True, at(2))], "only_the_facilitator"),
        ([Agreed("asha", "talk", at(2))], "not_the_matter_at_hand"),
        ([Agreed("asha", "parking", at(2))], "not_the_matter_at_hand"),
        (
            [ItemBegun("asha", "talk", at(2)), Agreed("asha", "before", at(3))],
            "not_the_matter_at_hand",
        ),
        ([AGREED, Agreed("asha", "before", at(10))], "minutes_are_settled_here"),
        (
            [AGREED, DecisionBegan("asha", "before", at(10))],
            "minutes_are_settled_here",
        ),
        ([DecisionBegan("asha", "before", at(2)), AGREED], "decision_goes_on"),
        ([Objected("stranger", "before", at(2))], "not_asked_to_this"),
        (
            [WentOut("ben", "ben", at(2)), Objected("ben", "before", at(3))],
            "not_in_the_room_yourself",
        ),
        (
            [Objected("ben", "before", at(2)), Objected("ben", "before", at(3))],
            "has_objected",
        ),
    ],
)
def test_what_cannot_be_is_refused(events, why):
    assert reasons(going(*events)) == [why]


def test_where_too_few_are_left_nothing_is_approved():
    gone = [WentOut(one, one, at(2)) for one in ROLL[1:]]

    assert reasons(going(*gone, AGREED)) == ["too_few_in_the_room"]
