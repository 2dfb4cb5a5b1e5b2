"""A test of consensus in a room: hands are counted, and whoever leads ends it."""

from dataclasses import replace

import pytest
from tests.rules.consensus.circles import (
    ROLL,
    all_agree,
    circle,
    ids,
    on,
    reasons,
    said,
    told,
    where,
)

from commonweal.rules.consensus.events import (
    Amended,
    AskedAgain,
    Concluded,
    Met,
    Raised,
)
from commonweal.rules.consensus.state import Before

LEADS = "whoever leads"
ENDED = Concluded(LEADS, on(2))


def room(*, rounds=0, meetings=0, stayed_away=(), **given):
    """Give the circle of five in a room, after what earlier rooms made of it."""
    before = Before(rounds, meetings, stayed_away=frozenset(stayed_away))
    return replace(circle(**given), in_room=True, before=before)


def hands(agree=0, reservations=0, stand_aside=0, *, of=ROLL, day=1):
    return Raised(LEADS, frozenset(of), agree, reservations, stand_aside, on(day))


# ---- hands


def test_hands_are_counted_with_those_who_spoke_for_themselves():
    events = [said("ben", "stand_aside"), hands(2, 1, 1, of={*ROLL} - {"ben"})]

    now = where(room(quorum=5), [*events, ENDED], 2)

    assert now.stage == "adopted"
    assert (now.spoke, now.count("stand_aside"), now.count("agree")) == (5, 2, 2)
    assert told(now)[-1].startswith("2 of the 5 who spoke agree")


def test_too_many_hands_against_it_stop_it():
    now = where(room(), [hands(2, 0, 3), ENDED], 2)

    assert now.stage == "resolving"
    assert ids(now)[-1] == "too_many_stand_aside"


@pytest.mark.parametrize(
    "shown", [(5, 0, 0), (0, 5, 0), (0, 0, 5), (1, 2, 2), (2, 1, 1), (0, 0, 0)]
)
def test_as_many_hands_as_people_may_be_shown_or_fewer(shown):
    now = where(room(), [hands(*shown)], 1)

    assert reasons(now) == []
    assert now.spoke == sum(shown)


@pytest.mark.parametrize(
    "shown", [(6, 0, 0), (0, 6, 0), (2, 2, 2), (-1, 3, 3), (3, -1, 0), (3, 3, -1)]
)
def test_more_hands_than_people_and_fewer_than_none_are_not_taken(shown):
    now = where(room(), [hands(*shown)], 1)

    assert reasons(now) == ["no_hands_here"]
    assert now.spoke == 0


def test_nobody_is_counted_by_hand_who_has_no_say_or_has_spoken():
    spoke = said("ben", "agree")

    assert reasons(where(room(), [hands(3, of={"asha", "ben", "zoe"})], 1)) == [
        "no_hands_here"
    ]
    assert reasons(where(room(), [spoke, hands(3, of={"asha", "ben"})], 1)) == [
        "no_hands_here"
    ]
    assert reasons(where(room(), [spoke, hands(1, of={"asha"})], 1)) == []


def test_whose_hand_was_counted_has_spoken():
    events = [hands(2, of={"asha", "ben"}), said("ben", "block", 1.5)]

    assert reasons(where(room(), events, 2)) == ["hand_was_counted"]


def test_hands_are_counted_in_a_room_alone_and_while_a_test_runs():
    elsewhere = Raised("asha", frozenset(ROLL), 5, 0, 0, on(1))
    talked_over = [*all_agree("ben"), said("ben", "block"), ENDED]

    assert reasons(where(circle(), [elsewhere], 1)) == ["no_hands_here"]
    late = where(room(roll=(*ROLL, "fay")), [*talked_over, hands(1, of={"fay"}, day=3)])
    assert "no_test_running" in reasons(late)


# ---- who leads


@pytest.mark.parametrize(
    "event",
    [ENDED, Amended(LEADS, on(2)), hands(5, day=2)],
    ids=lambda one: type(one).__name__,
)
def test_whoever_leads_a_room_needs_no_say_there_and_has_one_nowhere_else(event):
    assert reasons(where(room(), [event], 2)) == []
    assert reasons(where(circle(), [event], 2)) == ["not_in_circle"]


def test_whoever_leads_a_room_takes_no_position_without_a_say():
    events = [said(LEADS, "agree"), Met(LEADS, frozenset(ROLL), on(1))]

    assert reasons(where(room(), events, 1)) == ["not_in_circle"] * 2


def test_a_room_ends_it_though_some_said_nothing():
    now = where(room(), [said("asha", "agree"), ENDED], 2)

    assert (now.stage, reasons(now)) == ("adopted", [])


# ---- asked again


def test_what_was_talked_over_is_asked_again_and_objections_were_heard():
    objected = [*all_agree("ben"), said("ben", "object"), ENDED]
    again = [
        AskedAgain(LEADS, on(3)),
        *all_agree("ben", day=4),
        said("ben", "object", 4),
    ]

    now = where(room(), [*objected, *again, Concluded(LEADS, on(5))], 5)

    assert ids(now)[-2:] == ["asked_again", "consensus_found"]
    assert (now.stage, now.round) == ("adopted", 1)


def test_the_same_words_are_not_asked_again_before_or_where_nobody_meets():
    asked_again = AskedAgain("asha", on(8))
    blocked = [*all_agree("ben"), said("ben", "block")]

    assert reasons(where(room(), [AskedAgain(LEADS, on(1))], 1)) == [
        "nothing_to_ask_again"
    ]
    assert reasons(where(circle(), [*blocked, asked_again], 8)) == [
        "nothing_to_ask_again"
    ]


# ---- what earlier rooms made of it


@pytest.mark.parametrize(("meetings", "stage"), [(0, "resolving"), (1, "adopted")])
def test_an_objection_that_an_earlier_room_heard_stands_aside(meetings, stage):
    events = [*all_agree("ben"), said("ben", "object"), ENDED]

    now = where(room(rounds=1, meetings=meetings), events, 2)

    assert (now.stage, now.round, now.meetings) == (stage, 2, meetings)


@pytest.mark.parametrize(
    ("lapses", "refused"), [(True, ["your_block_lapsed"]), (False, [])]
)
def test_the_block_of_who_stays_away_lapses_where_the_charter_says_so(lapses, refused):
    asked = room(rounds=1, meetings=1, stayed_away={"ben"}, lapses_if_away=lapses)

    now = where(asked, [said("ben", "block")], 1)

    assert reasons(now) == refused
    assert ("block_lapsed" in ids(now)) == lapses
