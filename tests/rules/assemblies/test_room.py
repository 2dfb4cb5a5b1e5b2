"""Who is in the room, whether it is quorate, and how the agenda keeps its time."""

from fractions import Fraction

import pytest
from tests.rules.assemblies.rooms import (
    at,
    come,
    opened,
    reasons,
    room,
    told,
    where,
)

from commonweal.rules.assemblies.events import (
    CalledOff,
    CameIn,
    Closed,
    DecisionBegan,
    DecisionEnded,
    Handed,
    ItemBegun,
    Opened,
    ProxyGiven,
    SecondCall,
    Undone,
    WentOut,
)
from commonweal.rules.assemblies.opening import preflight
from commonweal.rules.assemblies.presence import quorum

# ---- opening


def test_it_does_not_open_until_all_is_there_and_says_what_is_missing():
    meeting = room(items=(), days=3)

    missing = preflight(meeting, where(meeting, []), at=at(-10))

    assert [told(why.reason) for why in missing] == [
        "The assembly was called for Thursday 12 March 2026, 20:00 UTC. Please "
        "wait until then.",
        "Members were told less than 7 days before. Please call it for a later day.",
        "There is nothing on the agenda. Please add a matter first.",
        "Nobody takes the minutes yet. Please ask somebody to.",
        "Nobody is in the room yet. Please let people come in first.",
    ]
    assert preflight(room(), where(room(), opened()), at=at()) == ()
    nobody = room(roll=(), needs_minutes=False)
    assert "nobody_on_the_roll" in {
        why.id for why in preflight(nobody, where(nobody, []), at=at())
    }


def test_an_early_opening_is_left_out_of_account():
    events = [*come(), Opened("asha", at(-1)), CameIn("ben", "gus", at(1))]

    now = where(room(), events)

    assert now.stage == "called"
    assert reasons(now) == ["assembly_not_yet", "only_the_doorkeeper"]


def test_it_opens_once_by_whoever_facilitates_and_ends_once():
    events = [
        *opened(),
        Opened("asha", at(1)),
        Closed("ben", at(2)),
        Closed("asha", at(3)),
        CameIn("emil", "emil", at(4)),
    ]

    now = where(room(), events)

    assert now.stage == "closed"
    assert now.closed_at == at(3)
    assert reasons(now) == [
        "assembly_is_open",
        "only_the_facilitator",
        "assembly_is_over",
    ]


def test_nothing_is_decided_or_talked_about_before_it_opens():
    events = [*come(), ItemBegun("asha", "hall", at(-1)), Opened("ben", at(1))]

    assert reasons(where(room(), events)) == [
        "assembly_not_open",
        "only_the_facilitator",
    ]


def test_it_is_called_off_before_it_opens_by_whoever_called_it():
    off = CalledOff("asha", "Snow.", at(-30))

    now = where(room(), [CalledOff("ben", "No.", at(-40)), off, *come("asha")])

    assert now.stage == "called_off"
    assert reasons(now) == ["only_the_facilitator", "assembly_is_over"]
    assert reasons(where(room(), [CalledOff("asha", " ", at(-30))])) == [
        "reason_to_call_off_missing"
    ]
    late = [*opened(), CalledOff("asha", "Snow.", at(1))]
    assert reasons(where(room(), late)) == ["assembly_is_open"]


# ---- roles


def test_a_role_is_handed_on_by_its_holder_and_taken_when_they_have_left():
    events = [
        *opened("asha", "ben", "chidi"),
        Handed("ben", "facilitator", "ben", at(1)),
        Handed("asha", "facilitator", "dora", at(2)),
        Handed("asha", "facilitator", "zoe", at(2)),
        WentOut("asha", "asha", at(3)),
        Handed("ben", "facilitator", "chidi", at(4)),
    ]

    now = where(room(), events)

    assert reasons(now) == ["role_is_held", "not_in_the_room", "not_asked_to_this"]
    assert now.roles["facilitator"] == "chidi"


def test_whoever_called_it_may_stay_away():
    events = [
        *come("ben", "chidi"),
        Handed("ben", "facilitator", "ben", at(-1)),
        Handed("ben", "facilitator", "ben", at()),
        Opened("ben", at(1)),
    ]

    now = where(room(needs_minutes=False), events)

    assert now.stage == "open"
    assert reasons(now) == ["role_is_held"]


# ---- coming and going


def test_a_coming_put_down_by_mistake_is_undone():
    events = [
        *come("asha", "ben"),
        CameIn("asha", "dora", at(-2)),
        Undone("asha", "dora", at(-1)),
        WentOut("ben", "ben", at(-1)),
        Undone("ben", "ben", at()),
    ]

    assert where(room(), events).presence.inside == ("asha", "ben")


@pytest.mark.parametrize(
    ("deed", "why"),
    [
        (CameIn("ben", "dora", at(1)), "only_the_doorkeeper"),
        (CameIn("zoe", "zoe", at(1)), "not_asked_to_this"),
        (CameIn("ben", "ben", at(1)), "already_in_the_room"),
        (WentOut("dora", "dora", at(1)), "not_in_the_room"),
        (Undone("dora", "dora", at(1)), "nothing_to_undo"),
        (SecondCall("asha", at(1)), "no_second_call_here"),
        (SecondCall("ben", at(1)), "only_the_facilitator"),
        (DecisionBegan("ben", "hall", at(1)), "only_the_facilitator"),
        (DecisionBegan("asha", "rent", at(1)), "not_the_matter_at_hand"),
        (DecisionEnded("asha", at(1)), "no_decision_goes_on"),
        (DecisionEnded("ben", at(1)), "only_the_facilitator"),
        (ProxyGiven("ben", "asha", at(1)), "no_proxies_here"),
        (ProxyGiven("ben", "", at(1)), "no_proxy_to_take_back"),
        (ProxyGiven("zoe", "asha", at(1)), "not_asked_to_this"),
    ],
)
def test_what_cannot_be_is_refused_in_words(deed, why):
    now = where(room(), [*opened("asha", "ben"), deed])

    assert reasons(now) == [why]
    assert told(now.not_counted[0][1])


def test_guests_are_there_and_do_not_count():
    now = where(room(guests=("zoe",)), [*come("asha"), CameIn("zoe", "zoe", at())])

    assert now.presence.inside == ("asha", "zoe")
    assert quorum(room(guests=("zoe",)), now.presence).there == 1


# ---- quorum


def test_the_quorum_is_followed_as_people_come_and_go():
    meeting = room(quorum_share=Fraction(1, 2), quorum_least=2)
    events = [*opened("asha", "ben", "chidi"), WentOut("chidi", "chidi", at(9))]

    assert quorum(meeting, where(meeting, events, 8).presence).verdict
    after = quorum(meeting, where(meeting, events).presence)
    assert (after.there, after.needed) == (2, 3)
    assert told(after.verdict.reason).startswith(
        "Here who count: 2. It takes 3 to decide."
    )


def test_who_comes_in_the_middle_of_a_decision_counts_from_the_next_one():
    events = [
        *opened("asha", "ben"),
        DecisionBegan("asha", "hall", at(1)),
        CameIn("dora", "dora", at(2)),
        DecisionBegan("asha", "hall", at(3)),
        ItemBegun("asha", "rent", at(3)),
        Closed("asha", at(3)),
        DecisionEnded("asha", at(4)),
        DecisionBegan("asha", "hall", at(5)),
    ]

    now = where(room(), events)

    first, second = now.presence.decisions
    assert set(first.counted) == {"asha", "ben"}
    assert first.held
    assert set(second.counted) == {"asha", "ben", "dora"}
    assert reasons(now) == ["decision_goes_on"] * 3


def test_a_quorum_lost_during_a_decision_is_told():
    events = [
        *opened("asha", "ben", "chidi"),
        DecisionBegan("asha", "hall", at(1)),
        WentOut("ben", "ben", at(2)),
        CameIn("dora", "dora", at(3)),
        DecisionEnded("asha", at(4)),
    ]

    [decision] = where(room(quorum_least=3), events).presence.decisions

    assert told(decision.held.reason) == (
        "At the end 2 of those counted were still there, and it takes 3. The "
        "decision does not hold."
    )


def test_without_a_quorum_a_second_call_decides_less():
    meeting = room(quorum_least=4, second_call_minutes=30, second_least=2)
    events = [
        *opened("asha", "ben"),
        DecisionBegan("asha", "hall", at(1)),
        SecondCall("asha", at(29)),
        SecondCall("asha", at(30)),
        SecondCall("asha", at(31)),
        DecisionBegan("asha", "hall", at(32)),
        DecisionEnded("asha", at(33)),
        ItemBegun("asha", "rules", at(34)),
        DecisionBegan("asha", "rules", at(35)),
        ItemBegun("asha", "talk", at(36)),
        DecisionBegan("asha", "talk", at(37)),
    ]

    now = where(meeting, events)

    assert [one.item for one in now.presence.decisions] == ["hall"]
    assert reasons(now) == [
        "too_few_in_the_room",
        "second_call_too_early",
        "called_again_already",
        "second_call_cannot_decide_this",
        "no_decision_was_announced",
    ]


def test_there_is_no_second_call_where_enough_came():
    events = [*opened(), SecondCall("asha", at(40))]

    assert reasons(where(room(second_call_minutes=30), events)) == ["enough_are_there"]


@pytest.mark.parametrize(
    "terms",
    [
        {"quorum_least": 0},
        {"second_least": 0},
        {"second_share": Fraction(3, 2)},
        {"quorum_share": Fraction(-1, 2)},
        {"proxies_most": -1},
    ],
)
def test_no_charter_lets_an_empty_room_decide(terms):
    with pytest.raises(AssertionError):
        room(**terms)
