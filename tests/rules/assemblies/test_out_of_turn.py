"""How the room puts others first in the queue, and who may do what with it."""

import pytest
from tests.rules.assemblies.rooms import (
    ask,
    at,
    give,
    line,
    names,
    opened,
    reasons,
    room,
    spoke,
    told,
    where,
)

from commonweal.rules.assemblies.events import (
    CameIn,
    Finished,
    Handed,
    ItemBegun,
    QueueClosed,
    QueueReopened,
    TookBack,
    Undone,
    WentOut,
    WentRound,
)

# ---- putting others first


def test_a_point_of_process_and_a_direct_response_come_first_in_this_order():
    events = [
        *opened(),
        ask("ben", 1),
        give(2),
        ask("chidi", 3),
        ask("dora", 4, "response"),
        ask("emil", 5, "process"),
    ]

    assert line(room(), events) == [
        ("emil", "A point of process comes first."),
        ("dora", "Answers directly what was just said."),
        ("chidi", "Asked before all who come after."),
    ]


def test_direct_responses_are_few_and_answer_something():
    events = [
        *opened(),
        ask("ben", 1, "response"),
        ask("ben", 2),
        give(3),
        ask("chidi", 4, "response"),
        give(5),
        ask("dora", 6, "response"),
    ]

    assert reasons(where(room(responses_most=1), events)) == [
        "nothing_to_answer",
        "responses_are_used_up",
    ]


def test_a_go_round_asks_everybody_once_and_then_the_queue_goes_on():
    events = [
        *opened("asha", "ben", "chidi"),
        ask("chidi", 1),
        WentRound("asha", at(2)),
        give(3),
        TookBack("ben", "ben", at(4)),
        give(5),
    ]

    now = where(room(), events)

    assert spoke(now) == ["asha", "chidi"]
    assert names(room(), events) == ["chidi"]
    assert [turn.why.id for turn in now.floor.turns] == ["is_asked_in_turn"] * 2


def test_an_override_needs_a_reason_and_is_kept_with_it():
    events = [
        *opened(),
        ask("ben", 1),
        ask("dora", 2),
        give(3, "dora"),
        give(4, "dora", "She has to leave for her shift."),
    ]

    now = where(room(), events)

    assert reasons(now) == ["override_needs_a_reason"]
    assert now.floor.turns[-1].override == "She has to leave for her shift."
    assert (
        told(now.floor.turns[-1].why) == "Was given the word out of turn, for a reason."
    )
    assert now.floor.requests[0].passed == 1


def test_calling_whoever_is_next_by_name_is_no_override():
    now = where(room(), [*opened(), ask("ben", 1), give(3, "ben", "Because.")])

    assert now.floor.turns[-1].override == ""


def test_somebody_who_did_not_ask_can_be_called_for_a_reason():
    now = where(room(), [*opened(), give(3, "emil", "He knows the contract.")])

    assert spoke(now) == ["emil"]


def test_a_closed_queue_takes_nobody_in_until_it_opens_or_the_matter_changes():
    events = [
        *opened(),
        ask("ben", 1),
        QueueClosed("asha", at(2)),
        ask("dora", 3),
        ask("emil", 3, "process"),
        QueueReopened("asha", at(4)),
        ask("dora", 5),
        QueueClosed("asha", at(6)),
        ItemBegun("asha", "rent", at(7)),
        ask("farah", 8),
    ]

    assert names(room(), events, 5) == ["emil", "ben", "dora"]
    assert reasons(where(room(), events)) == ["queue_is_closed"]
    assert names(room(), events) == ["farah"]


# ---- whose it is to do


@pytest.mark.parametrize(
    ("deed", "why"),
    [
        (ask("dora", 2, by="ben"), "only_keepers_ask_for_others"),
        (TookBack("ben", "dora", at(3)), "not_in_queue"),
        (TookBack("ben", "chidi", at(3)), "only_keepers_of_the_queue"),
        (ask("chidi", 3), "already_in_queue"),
        (give(2, by="ben"), "only_keepers_of_the_queue"),
        (QueueClosed("ben", at(2)), "only_keepers_of_the_queue"),
        (QueueReopened("asha", at(2)), "queue_is_open_already"),
        (Finished("asha", at(2)), "nobody_speaks"),
        (give(2, "gus", "He shouts."), "not_in_the_room"),
        (ask("gus", 2), "not_in_the_room"),
    ],
)
def test_what_is_not_theirs_to_do_is_refused_in_words(deed, why):
    now = where(room(), [*opened(), ask("chidi", 1), deed])

    assert reasons(now) == [why]
    assert told(now.not_counted[0][1])


def test_nobody_is_called_from_an_empty_queue_and_nothing_is_closed_twice():
    events = [
        *opened(),
        give(1),
        QueueClosed("asha", at(2)),
        QueueClosed("asha", at(3)),
        WentRound("asha", at(4)),
        WentRound("asha", at(5)),
    ]

    assert reasons(where(room(), events)) == [
        "nobody_waits",
        "queue_is_closed_already",
        "round_goes_on",
    ]


def test_the_keeper_of_the_queue_and_the_doorkeeper_ask_for_those_without_a_phone():
    events = [
        *opened(),
        Handed("asha", "doorkeeper", "ben", at(1)),
        Handed("asha", "queue_keeper", "chidi", at(1)),
        ask("dora", 2, by="ben"),
        ask("emil", 3, by="chidi"),
        give(4, by="chidi"),
        Finished("dora", at(5)),
        TookBack("emil", "emil", at(6)),
    ]

    now = where(room(), events)

    assert reasons(now) == []
    assert spoke(now) == ["dora"]
    assert now.floor.requests == ()
    assert now.floor.turns[0].seconds(at(9)) == 60


def test_whoever_leaves_stops_speaking_and_waiting():
    events = [*opened(), ask("ben", 1), ask("dora", 2), give(3)]
    gone = [WentOut("ben", "ben", at(4)), WentOut("dora", "dora", at(5))]

    now = where(room(), [*events, *gone])

    assert now.floor.turns[0].ended_at == at(4)
    assert now.floor.requests == ()


def test_who_was_sent_out_by_mistake_has_everything_back():
    events = [
        *opened(),
        ask("ben", 1),
        give(2),
        ask("dora", 3),
        WentRound("asha", at(4)),
    ]
    sent = [WentOut("asha", of, at(5)) for of in ("ben", "dora")]
    back = [Undone("asha", of, at(6)) for of in ("ben", "dora")]

    now = where(room(), [*events, *sent, *back])

    assert now.floor.speaking is not None
    assert now.floor.speaking.of == "ben"
    assert [one.of for one in now.floor.requests] == ["dora"]
    assert {"ben", "dora"} <= set(now.floor.round)
    assert now.floor.left == {}


def test_who_comes_back_asks_again_and_a_word_given_meanwhile_stays_given():
    events = [*opened(), ask("ben", 1), give(2), ask("dora", 3), ask("chidi", 3)]
    sent = [WentOut("asha", of, at(4)) for of in ("ben", "dora")]
    meanwhile = [give(5), CameIn("dora", "dora", at(6)), Undone("asha", "ben", at(7))]

    now = where(room(), [*events, *sent, *meanwhile])

    assert now.floor.speaking is not None
    assert now.floor.speaking.of == "chidi"
    assert now.floor.requests == ()


def test_who_waits_to_speak_can_make_a_point_of_process_besides():
    events = [*opened(), ask("ben", 1), ask("dora", 2), ask("dora", 3, "process")]

    assert names(room(), events) == ["dora", "ben", "dora"]
    assert names(room(), [*events, give(4)]) == ["ben", "dora"]
    assert reasons(where(room(), [*events, ask("dora", 4, "process")])) == [
        "already_in_queue"
    ]


def test_a_keeper_who_has_left_keeps_nothing_until_they_are_back():
    gone = [WentOut("asha", "asha", at(2)), give(3), QueueClosed("asha", at(3))]
    events = [*opened(), ask("ben", 1), *gone]

    now = where(room(), events)
    back = where(room(), [*events, CameIn("asha", "asha", at(4)), give(5)])

    assert reasons(now) == ["only_keepers_of_the_queue"] * 2
    assert spoke(back) == ["ben"]


def test_whoever_is_there_takes_up_what_a_keeper_left():
    events = [
        *opened(),
        ask("ben", 1),
        Handed("ben", "facilitator", "ben", at(2)),
        WentOut("asha", "asha", at(3)),
        Handed("ben", "facilitator", "ben", at(4)),
        give(5, by="ben"),
    ]

    now = where(room(), events)

    assert reasons(now) == ["role_is_held"]
    assert spoke(now) == ["ben"]
