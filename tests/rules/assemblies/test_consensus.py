"""Tests for consensus in the room: who is asked, and what is counted."""

import pytest
from tests.rules.assemblies.circles_in_rooms import (
    THREE,
    WORDS,
    counted,
    ended,
    put,
    says,
    stage,
    why,
)
from tests.rules.assemblies.rooms import at, opened, reasons, room, told, where

from commonweal.rules.assemblies.events import (
    CameIn,
    Closed,
    DecisionBegan,
    ItemBegun,
    ProxyGiven,
    Undone,
    WentOut,
)
from commonweal.rules.assemblies.events_deciding import ChannelChosen
from commonweal.rules.assemblies.events_testing import (
    BlockJudged,
    PutToTest,
)
from commonweal.rules.assemblies.talk import is_settled
from commonweal.rules.consensus.terms import Consensus


def test_phones_and_hands_that_two_counted_find_a_consensus():
    events = [
        *put(*THREE, phones=("chidi",)),
        says("chidi", "reservations"),
        counted("asha", 2),
        counted("ben", 2),
        ended(),
    ]

    now = where(room(), events)

    assert reasons(now) == []
    assert stage(now) == "adopted"
    assert is_settled(room(), now.presence, "hall", at=at(600))


def test_hands_that_one_counted_or_that_differ_end_no_test():
    begun = put(*THREE)
    for counts, said in (
        ([], "The hands are not counted yet."),
        ([counted("asha", 3)], "One person has counted."),
        ([counted("asha", 3), counted("ben", 2, 1)], "The counts differed."),
    ):
        now = where(room(), [*begun, *counts, ended()])
        assert why(now)[0].startswith(said)


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (counted("chidi", 3), "only_roles_count_hands"),
        (counted("asha", -1), "hands_are_counted_up"),
        (counted("asha", 2, 1, 1), "more_hands_than_members"),
        (ended(by="ben"), "only_the_facilitator"),
        (says("dora"), "not_asked_in_test"),
        (says("chidi", by="dora"), "only_roles_write_down"),
        (PutToTest("asha", "hall", WORDS, at(3)), "decision_goes_on"),
        (DecisionBegan("asha", "hall", at(3)), "decision_goes_on"),
        (ItemBegun("asha", "rent", at(3)), "decision_goes_on"),
        (Closed("asha", at(3)), "decision_goes_on"),
        (ChannelChosen("chidi", "chidi", "phone", at(3)), "channel_is_fixed"),
        (BlockJudged("asha", "dora", "hall", 1, True, at(3)), "not_asked_in_test"),
        (BlockJudged("dora", "asha", "hall", 1, True, at(3)), "only_roles_write_down"),
        (BlockJudged("asha", "asha", "hall", 1, True, at(3)), "test_still_goes_on"),
    ],
)
def test_what_cannot_be_while_a_test_goes_on(event, said):
    now = where(room(), [*put(*THREE), event])

    assert reasons(now) == [said]


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (says("asha"), "no_test_goes_on"),
        (counted("asha", 1), "no_test_goes_on"),
        (ended(), "no_test_goes_on"),
        (BlockJudged("asha", "asha", "hall", 1, True, at(3)), "no_test_goes_on"),
        (PutToTest("ben", "hall", WORDS, at(3)), "only_the_facilitator"),
        (PutToTest("asha", "rent", WORDS, at(3)), "not_the_matter_at_hand"),
    ],
)
def test_what_cannot_be_where_no_test_goes_on(event, said):
    now = where(room(), [*opened(*THREE), event])

    assert reasons(now) == [said]


def test_what_was_not_announced_is_not_put_to_the_test():
    events = [*opened(*THREE), ItemBegun("asha", "talk", at(1))]

    now = where(room(), [*events, PutToTest("asha", "talk", WORDS, at(2))])

    assert reasons(now) == ["no_decision_was_announced"]


def test_too_few_in_the_room_test_nothing():
    meeting = room(quorum_least=4)

    now = where(meeting, put(*THREE))

    assert reasons(now) == ["too_few_in_the_room"]


def test_whoever_speaks_is_not_counted_by_hand_and_counts_made_before_are_void():
    events = [
        *put(*THREE),
        counted("asha", 3),
        counted("ben", 3),
        counted("ben", 3, minute=5),
        says("chidi", "block", 6),
    ]

    now = where(room(), [*events, ended(7)])

    assert reasons(now) == ["hands_are_counted", "hands_are_not_counted"]
    assert now.presence.testing is not None
    assert now.presence.testing.raisers == {"asha", "ben"}


def test_where_nobody_raises_a_hand_none_are_counted():
    now = where(room(), [*put(*THREE, phones=THREE), counted("asha", 1), says("asha")])

    assert reasons(now) == ["nobody_raises_a_hand"]


def test_one_counts_once():
    twice = [counted("asha", 3), counted("asha", 2, minute=5)]

    now = where(room(), [*put(*THREE), *twice])

    assert reasons(now) == ["has_counted"]


def test_a_position_is_written_down_for_others_and_is_theirs_to_take_over():
    events = [
        *put(*THREE),
        says("chidi", "block", by="ben"),
        says("chidi", "agree", 4, by="ben"),
        says("chidi", "stand_aside", 5),
        says("chidi", "agree", 6, by="ben"),
    ]

    now = where(room(), events)

    assert reasons(now) == ["own_position_stands"]
    assert now.presence.testing is not None
    assert not now.presence.testing.written


def test_from_outside_nothing_is_said():
    events = [*put(*THREE), WentOut("chidi", "chidi", at(3))]

    now = where(
        room(),
        [
            *events,
            says("chidi", minute=4),
            BlockJudged("chidi", "chidi", "hall", 1, True, at(4)),
        ],
    )

    assert reasons(now) == ["not_in_the_room_yourself"] * 2


def test_a_proxy_takes_no_position_for_anybody():
    meeting = room(proxies_most=1, proxies_in_quorum=True)
    given = [ProxyGiven("dora", "ben", at(-6))]

    now = where(meeting, [*given, *put(*THREE)])

    assert now.presence.testing is not None
    assert now.presence.testing.counted == set(THREE)


def test_a_test_holds_only_if_enough_are_still_there():
    meeting = room(quorum_least=3)
    events = [
        *put(*THREE, phones=THREE),
        *map(says, THREE),
        WentOut("chidi", "chidi", at(4)),
        ended(),
    ]

    now = where(meeting, events)

    [test] = now.presence.tests
    assert test.held is not None
    assert told(test.held.reason).startswith("At the end 2 of those counted")
    assert stage(now, meeting) == ""
    # It is as if it had not been, so that it can be put again.
    assert not is_settled(meeting, now.presence, "hall", at=at(600))


def test_who_is_too_few_to_decide_takes_no_position_for_the_others():
    meeting = room(quorum_least=3)

    now = where(meeting, [*put(*THREE, phones=THREE), says("asha"), ended()])

    assert why(now) == [
        "1 have said where they stand, and 3 are needed. Please ask on, or break it "
        "off and say why."
    ]


def test_a_test_that_is_broken_off_is_as_if_it_had_not_been():
    now = where(
        room(),
        [
            *put(*THREE, phones=THREE),
            says("chidi", "block"),
            ended(reason="The words were wrong."),
            PutToTest("asha", "hall", "Other words", at(9)),
        ],
    )

    assert reasons(now) == []
    [broken, test] = now.presence.tests
    assert broken.broken_off == "The words were wrong."
    assert not test.spoken


def test_a_test_that_goes_on_when_the_assembly_ends_by_itself_is_none():
    now = where(room(), put(*THREE), minute=25 * 60)

    assert now.stage == "closed"
    assert now.presence.testing is None
    assert stage(now) == ""


def test_who_was_there_for_a_test_stands():
    events = [*put(*THREE), Undone("asha", "chidi", at(3))]

    assert reasons(where(room(), events)) == ["was_counted_meanwhile"]


def test_no_more_is_borne_than_the_terms_of_the_room_say():
    meeting = room()
    assert meeting.consensus == Consensus(
        test_days=3_650, fallback_days=3_650, absentee_days=0, fallback=0
    )


def test_whoever_was_put_out_just_before_a_test_is_asked_in_it_once_they_say_so():
    before = put(*THREE, phones=("chidi",))
    out = [WentOut("asha", "chidi", at(1, 30)), WentOut("asha", "ben", at(1, 31))]
    back = [
        *(counted(who, 1) for who in ("asha",)),
        CameIn("ben", "ben", at(5)),
        CameIn("chidi", "chidi", at(5)),
    ]

    now = where(room(), [*before, *out, *back])

    assert now.presence.testing is not None
    assert now.presence.testing.counted == set(THREE)
    assert now.presence.testing.by_phone == {"chidi"}
    assert not now.presence.testing.counts
