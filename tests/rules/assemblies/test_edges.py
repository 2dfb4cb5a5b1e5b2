"""An assembly at its edges: just in time, just enough, and nobody else's."""

import pytest
from tests.rules.assemblies.rooms import (
    ROLL,
    ask,
    at,
    come,
    give,
    line,
    opened,
    reasons,
    room,
    spoke,
    told,
    where,
)

from commonweal.rules.assemblies.events import (
    Adjourned,
    Borrowed,
    CalledOff,
    CameIn,
    Closed,
    Counted,
    DecisionBegan,
    DecisionEnded,
    Finished,
    Handed,
    ItemBegun,
    Undone,
    WentOut,
)
from commonweal.rules.assemblies.queue import most_before

DECIDING = [
    Handed("asha", "doorkeeper", "ben", at(1)),
    DecisionBegan("asha", "hall", at(2)),
]

# ---- coming and going


def test_a_slip_can_be_undone_for_ten_minutes():
    came = CameIn("asha", "ben", at(1))

    def undone(minute):
        slip = Undone("asha", "ben", at(minute))
        return where(room(), [*opened("asha"), came, slip]).presence.inside

    assert undone(11) == ("asha",)
    assert undone(12) == ("asha", "ben")


def test_who_comes_in_as_a_decision_begins_is_counted_in_it():
    events = [
        *opened("asha"),
        CameIn("asha", "ben", at(2)),
        DecisionBegan("asha", "hall", at(2)),
        DecisionEnded("asha", at(3)),
        Undone("asha", "ben", at(4)),
    ]

    assert reasons(where(room(), events)) == ["was_counted_meanwhile"]


def test_another_put_down_that_somebody_left_only_where_it_was_another_and_is_so():
    sent = WentOut("asha", "ben", at(2))
    back = CameIn("ben", "ben", at(3))

    there = where(room(), [*opened(), sent]).presence
    again = where(room(), [*opened(), sent, back]).presence
    by_themselves = where(
        room(), [*opened(), sent, back, WentOut("ben", "ben", at(4))]
    ).presence

    put_out = there.put_out("ben")
    assert put_out is not None
    assert (put_out.by, put_out.at) == ("asha", at(2))
    assert there.put_out("dora") is None
    assert there.put_out("stranger") is None
    assert again.put_out("ben") is None
    assert by_themselves.put_out("ben") is None


def test_minutes_to_come_back_run_from_when_one_was_put_out_last():
    events = [
        *opened(),
        Handed("asha", "doorkeeper", "ben", at(1)),
        WentOut("asha", "asha", at(2)),
        CameIn("asha", "asha", at(3)),
        WentOut("ben", "asha", at(10)),
        Handed("ben", "facilitator", "ben", at(14)),
    ]

    now = where(room(), events)

    [(_, why)] = now.not_counted
    assert why.id == "role_may_come_back"
    assert why.facts["minutes"] == 5
    home = [*events[:4], WentOut("asha", "asha", at(10)), events[-1]]
    assert where(room(), home).roles["facilitator"] == "ben"


# ---- the agenda


def test_a_time_keeper_keeps_time_and_nothing_else():
    keeper = [*opened(), Handed("asha", "timekeeper", "ben", at(1))]
    events = [*keeper, ItemBegun("ben", "rent", at(2))]

    assert reasons(where(room(), events)) == ["only_the_facilitator"]


def test_the_time_of_the_matter_at_hand_goes_on_when_another_is_adjourned():
    events = [*opened(), Adjourned("asha", "rules", "Unread.", at(3))]

    agenda = where(room(), events, 6).agenda

    assert agenda.current == "hall"
    assert agenda.seconds_left("hall", at=at(6)) == 14 * 60
    assert agenda.seconds_left("rent", at=at(6)) == 30 * 60


@pytest.mark.parametrize("minutes", [1, 30])
def test_a_minute_can_be_borrowed_and_all_of_them_and_only_two_matters_change(minutes):
    events = [*opened(), Borrowed("asha", "hall", "rent", minutes, at(1))]

    items = where(room(), events).agenda.items

    assert [one.minutes for one in items] == [20 + minutes, 30 - minutes, 10, 15]


# ---- the queue


def test_who_is_alone_waits_for_nobody():
    assert most_before(room(order_keys=()).terms, 1) == 0
    assert most_before(room(order_keys=()).terms, 0) == 0


def test_one_passing_is_enough_where_the_charter_says_so():
    passing = [ask("dora", 4), give(5), Finished("dora", at(6))]
    events = [*opened(), ask("ben", 1), give(2), ask("ben", 3), *passing]

    assert line(room(passed_most=1), [*events, ask("emil", 7)])[0][0] == "ben"


def test_only_who_asked_earlier_was_passed():
    asks = [ask("ben", 1), ask("dora", 2), ask("emil", 3), ask("farah", 4)]

    now = where(room(), [*opened(), *asks, give(5, "emil", "She must go.")])

    passed = {one.of: one.passed for one in now.floor.requests}
    assert passed == {"ben": 1, "dora": 1, "farah": 0}


def test_responses_that_wait_are_used_up_too():
    spoken = [ask("ben", 1), give(2), ask("dora", 3, "response"), give(4)]
    waits = [ask("emil", 5, "response"), ask("farah", 6, "response")]

    now = where(room(responses_most=2), [*opened(), *spoken, *waits])

    assert reasons(now) == ["responses_are_used_up"]


def test_whoever_had_the_word_last_has_it_back_and_turns_before_stay_theirs():
    spoken = [step for n, of in enumerate(ROLL[:4]) for step in (ask(of, n), give(n))]
    sent = [WentOut("asha", of, at(5)) for of in ("ben", "dora")]
    back = [Undone("asha", of, at(6)) for of in ("ben", "dora")]

    now = where(room(), [*opened(), *spoken, *sent, *back], 7)

    assert spoke(now) == list(ROLL[:4])
    assert [one.ended_at is None for one in now.floor.turns] == [*[False] * 3, True]


def test_whoever_only_waited_gives_nobody_the_word_back():
    events = [*opened(), ask("ben", 1), give(2), ask("dora", 3)]
    ended = [*events, Finished("ben", at(4))]
    slip = [WentOut("asha", "dora", at(5)), Undone("asha", "dora", at(6))]

    now = where(room(), [*ended, *slip])

    assert now.floor.speaking is None
    assert [one.of for one in now.floor.requests] == ["dora"]


# ---- decisions


def test_what_was_decided_before_stays_when_more_is_decided():
    off = DecisionEnded("asha", at(3), "A bell rang.")
    again = DecisionBegan("asha", "hall", at(4))
    counts = [Counted(of, 4, 1, 0, at(5)) for of in ("asha", "ben")]
    end = DecisionEnded("asha", at(6))

    now = where(room(), [*opened(), *DECIDING, off, again, *counts, end])

    first, second = now.presence.decisions
    assert (first.broken_off, second.broken_off) == ("A bell rang.", "")
    assert second.result is not None


# ---- how it ends


def test_an_assembly_can_be_opened_until_three_hours_after_its_hour():
    come_in = [*come(), Handed("asha", "minute_taker", "asha", at(-1))]

    assert where(room(), come_in, 179).stage == "called"
    lapsed = where(room(), come_in, 180)
    assert (lapsed.stage, lapsed.closed_at) == ("lapsed", at(180))
    off = CalledOff("asha", "Nobody came.", at(181))
    assert [told(why) for _, why in where(room(), [*come_in, off]).not_counted]
    assert reasons(where(room(), [*come_in, off])) == ["assembly_lapsed"]


def test_what_nobody_closes_is_over_a_day_later():
    day = 24 * 60
    going_on = [
        step
        for minute in (3, 5)
        for step in (
            DecisionEnded("asha", at(minute), "A bell rang."),
            DecisionBegan("asha", "hall", at(minute + 1)),
        )
    ]
    events = [*opened(), ask("ben", 1), give(2), *DECIDING, *going_on]

    assert where(room(), events, day - 1).stage == "open"
    now = where(room(), events, day + 5)
    assert (now.stage, now.closed_at) == ("closed", at(day))
    assert now.floor.turns[-1].ended_at == at(day)
    assert now.agenda.spent == {"hall": day * 60}
    assert [one.ended_at for one in now.presence.decisions] == [
        at(3),
        at(5),
        at(day),
    ]
    assert reasons(where(room(), [*events, Closed("asha", at(day))], day + 5)) == [
        "assembly_is_over"
    ]


def test_what_was_closed_was_over_then_and_not_a_day_later():
    now = where(room(), [*opened(), Closed("asha", at(90))], 2 * 24 * 60)

    assert (now.stage, now.closed_at) == ("closed", at(90))
