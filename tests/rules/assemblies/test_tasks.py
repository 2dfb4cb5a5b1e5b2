"""Tasks: nobody has one who did not say yes, and each is asked after."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.assemblies.rooms import EIGHT, TALK, at, opened, reasons, room, where

from commonweal.rules.assemblies.events import Handed, ItemBegun
from commonweal.rules.assemblies.events_back import TaskChecked, TaskGiven
from commonweal.rules.assemblies.state import Item
from commonweal.rules.assemblies.tasks import (
    CHECKS,
    FARTHEST,
    REMINDED,
    TASK_ACTS,
    Asked,
    TaskDid,
    after,
    is_near,
    may_ask,
    may_say,
    task,
)

DAY = date(2026, 4, 1)
ASKED = Asked("ben", "asha", EIGHT, DAY)
SAYINGS = st.lists(
    st.builds(
        TaskDid,
        number=st.integers(1, 40),
        act=st.sampled_from(TASK_ACTS),
        by=st.sampled_from(("asha", "ben", "chidi")),
        at=st.integers(0, 90).map(at),
        due_on=st.one_of(st.none(), st.just(date(2026, 5, 1))),
    ),
    max_size=20,
    unique_by=lambda one: one.number,
)


def did(number, act, by="ben", due_on=None):
    return TaskDid(number, act, by, at(number), due_on)


def stage(*said, asked=ASKED):
    return task(asked, said).stage


def test_what_one_asks_of_oneself_one_has_taken_on():
    assert stage(asked=Asked("ben", "ben", EIGHT, DAY)) == "open"


@pytest.mark.parametrize(
    ("said", "then"),
    [
        ([], "asked"),
        (["accept"], "open"),
        (["refuse"], "refused"),
        (["accept", "lay_down"], "laid_down"),
        (["accept", "finish"], "done"),
        (["accept", "not_done"], "open"),
        (["done"], "done"),
        (["refuse", "drop"], "dropped"),
    ],
)
def test_a_task_goes_its_way(said, then):
    acts = [did(number, act) for number, act in enumerate(said, 1)]

    assert stage(*acts) == then


def test_what_is_put_off_has_another_day_and_is_counted_where_not_done():
    later = date(2026, 5, 1)

    now = task(ASKED, [did(1, "not_done"), did(2, "put_off", due_on=later)])

    assert (now.due_on, now.not_done) == (later, 1)


@pytest.mark.parametrize(
    ("before", "act", "by", "why"),
    [
        ([], "accept", "chidi", "task_is_anothers"),
        (["accept"], "finish", "asha", "task_is_anothers"),
        (["accept"], "accept", "ben", "task_is_answered"),
        (["accept"], "refuse", "ben", "task_is_answered"),
        ([], "lay_down", "ben", "task_not_taken_on"),
        ([], "finish", "ben", "task_not_taken_on"),
        (["drop"], "done", "asha", "task_is_over"),
        ([], "put_off", "asha", "task_needs_day"),
    ],
)
def test_what_cannot_be_said_is_refused(before, act, by, why):
    now = task(ASKED, [did(n, one) for n, one in enumerate(before, 1)])

    assert may_say(now, did(9, act, by)).reason.id == why


def test_everybody_who_asks_after_it_can_say_each_of_these():
    now = task(ASKED, [])
    later = date(2026, 5, 1)

    for act in CHECKS:
        assert may_say(now, did(1, act, "asha", later))
    assert after(now, did(1, "drop", "asha")).ended_at == at(1)


@pytest.mark.parametrize(
    ("words", "due_on", "why"),
    [
        (" ", DAY, "task_needs_words"),
        ("Tea", DAY - timedelta(days=1), "task_day_is_over"),
        ("Tea", DAY + FARTHEST + timedelta(days=1), "task_day_too_far"),
    ],
)
def test_a_task_needs_words_and_a_day(words, due_on, why):
    assert may_ask(words, due_on=due_on, today=DAY).reason.id == why
    assert may_ask("Tea", due_on=DAY, today=DAY)
    assert may_ask("Tea", due_on=DAY + FARTHEST, today=DAY)


def test_it_is_shown_a_week_before_its_day():
    now = task(ASKED, [did(1, "accept")])

    assert is_near(now, today=DAY - REMINDED)
    assert not is_near(now, today=DAY - REMINDED - timedelta(days=1))
    assert not is_near(task(ASKED, []), today=DAY)


# ---- in the room

BACK = Item("tasks", 10, standing="tasks")
TURNED = ItemBegun("asha", "tasks", at(1))


def going(*events):
    hall = room(items=(BACK, TALK, Item("hall", 5)))
    return where(hall, [*opened(), *events])


def test_those_who_lead_note_tasks_and_anybody_there_takes_one_on():
    now = going(
        Handed("asha", "minute_taker", "ben", at(1)),
        TaskGiven("asha", "stranger", at(2)),
        TaskGiven("ben", "chidi", at(2)),
        TaskGiven("chidi", "chidi", at(2)),
    )

    assert reasons(now) == []


@pytest.mark.parametrize(
    ("events", "why"),
    [
        ([TaskGiven("chidi", "ben", at(2))], "only_writers_note_tasks"),
        ([TaskGiven("stranger", "stranger", at(2))], "only_writers_note_tasks"),
        ([TaskChecked("asha", "tasks", "1", at(2))], "not_the_matter_at_hand"),
        ([TURNED, TaskChecked("ben", "tasks", "1", at(2))], "only_writers_note_tasks"),
        (
            [
                TURNED,
                TaskChecked("asha", "tasks", "1", at(2)),
                TaskChecked("asha", "tasks", "1", at(3)),
            ],
            "task_was_checked_here",
        ),
        ([TURNED, TaskChecked("asha", "talk", "1", at(2))], "not_the_matter_at_hand"),
    ],
)
def test_what_cannot_be_done_in_the_room_is_refused(events, why):
    assert reasons(going(*events)) == [why]


# ---- whatever is said of it


@given(SAYINGS)
def test_nobody_has_a_task_who_did_not_say_yes(said):
    now = task(ASKED, said)

    if now.stage == "open":
        assert any((one.act, one.by) == ("accept", "ben") for one in said)


@given(SAYINGS, SAYINGS)
def test_what_is_over_stays_so(said, later):
    now = task(ASKED, said)

    if now.is_over:
        moved = [did(one.number + 100, one.act, one.by, one.due_on) for one in later]
        assert task(ASKED, [*said, *moved]) == now


@given(SAYINGS)
def test_the_order_in_which_it_is_handed_over_does_not_matter(said):
    assert task(ASKED, said) == task(ASKED, reversed(said))
