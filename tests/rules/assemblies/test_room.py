"""Who is in the room, whether it is quorate, and how the agenda keeps its time."""

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
from commonweal.rules.assemblies.quorum import quorum

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

    now = where(room(), events, minute=2)

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


def test_whoever_opens_it_is_in_the_room():
    events = [*come("ben"), Handed("asha", "minute_taker", "ben", at(-1))]

    steps = [*events, Opened("asha", at()), *come("asha", minute=1)]
    now = where(room(), steps, minute=2)

    assert now.stage == "called"
    assert told(now.not_counted[0][1]) == (
        "You are not in the room yet. Please come in first, and then open it."
    )


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


def test_a_role_that_nobody_has_is_given_by_whoever_facilitates():
    events = [*opened(), Handed("ben", "doorkeeper", "ben", at(1))]

    now = where(room(), [*events, Handed("asha", "doorkeeper", "ben", at(2))])

    assert reasons(now) == ["role_is_given_by_facilitator"]
    assert now.roles["doorkeeper"] == "ben"


def test_whoever_is_put_out_keeps_the_chair_long_enough_to_come_back():
    put_out = [
        *opened(),
        Handed("asha", "doorkeeper", "ben", at(1)),
        WentOut("ben", "asha", at(2)),
        Handed("ben", "facilitator", "ben", at(3)),
    ]

    back = where(room(), [*put_out, CameIn("asha", "asha", at(4))])
    assert reasons(back) == ["role_may_come_back"]
    assert back.is_one_of("asha", "facilitator")
    gone = where(room(), [*put_out, Handed("ben", "facilitator", "ben", at(7))])
    assert gone.roles["facilitator"] == "ben"


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


def test_a_slip_is_undone_soon_and_never_what_was_counted():
    late = [*come("ben", minute=-20), Undone("ben", "ben", at(-5))]
    counted = [*opened(), DecisionBegan("asha", "hall", at(1))]

    assert reasons(where(room(), late)) == ["undo_too_late"]
    assert reasons(where(room(), [*counted, Undone("ben", "ben", at(2))])) == [
        "was_counted_meanwhile"
    ]


def test_guests_are_there_and_do_not_count():
    now = where(room(guests=("zoe",)), [*come("asha"), CameIn("zoe", "zoe", at())])

    assert now.presence.inside == ("asha", "zoe")
    assert quorum(room(guests=("zoe",)), now.presence).there == 1
