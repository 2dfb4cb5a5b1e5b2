"""What whoever leads is told to do next, from the first to the last moment."""

from dataclasses import replace
from fractions import Fraction

import pytest
from tests.rules.assemblies.circles_in_rooms import ended, put, says
from tests.rules.assemblies.rooms import (
    HALL,
    TALK,
    ask,
    at,
    come,
    give,
    opened,
    room,
    where,
)

from commonweal.rules.assemblies.events import (
    Closed,
    Counted,
    DecisionBegan,
    DecisionEnded,
    Finished,
    Handed,
    ItemBegun,
)
from commonweal.rules.assemblies.events_back import Agreed, TaskChecked
from commonweal.rules.assemblies.events_deciding import ChannelChosen, PhoneAnswered
from commonweal.rules.assemblies.events_testing import (
    EndedTest,
    PositionsCounted,
    PositionTaken,
    PutToTest,
)
from commonweal.rules.assemblies.events_texts import TextBrought
from commonweal.rules.assemblies.next_step import next_step
from commonweal.rules.assemblies.sentences import SENTENCES
from commonweal.rules.assemblies.state import Item

HANDED = Handed("asha", "minute_taker", "ben", at(-1))
BEGAN = DecisionBegan("asha", "hall", at(2))
PUT = PutToTest("asha", "hall", "We buy two keys.", at(2))


SECRET = {"ballot": "secret"}


def step(events, *, minute=600, meeting=None, **terms):
    meeting = meeting or room(**terms)
    now = where(meeting, events, minute)
    found = next_step(meeting, now, "asha", at=at(minute))
    return found.id if found else ""


def test_before_it_opens_what_is_missing_is_named_in_its_order():
    assert step([], minute=-1) == "next.come_in"
    assert step(come(), minute=-1) == "next.minutes"
    assert step([*come(), HANDED], minute=-1) == "next.wait"
    assert step([*come(), HANDED], minute=0) == "next.open"
    assert step([*come("asha"), HANDED], minute=0, quorum_least=3) == (
        "next.open_with_few"
    )


@pytest.mark.parametrize(
    ("form", "said"), [("congress_session", "door"), ("spokes_council", "spokes")]
)
def test_a_form_asks_for_more(form, said):
    meeting = replace(room(), form=form)

    assert step([*come(), HANDED], minute=0, meeting=meeting) == f"next.{said}"


def test_the_floor_comes_before_any_decision():
    there = opened()[:-1]
    assert step(there, minute=1) == "next.first_matter"
    assert step(opened(), minute=1) == "next.decide"
    asked = [*opened(), ask("ben", 1)]
    assert step(asked, minute=1) == "next.give_word"
    assert step([*asked, give(2)], minute=2) == "next.speaks"
    assert step([*asked, give(2), Finished("ben", at(3))], minute=3) == "next.decide"


@pytest.mark.parametrize(
    ("rule", "said"), [({"method": "consensus"}, "test"), (SECRET, "decide_in_secret")]
)
def test_the_charter_says_how_it_is_decided(rule, said):
    meeting = replace(room(), rule=replace(room().rule, **rule))

    assert step(opened(), minute=1, meeting=meeting) == f"next.{said}"


def test_hands_are_counted_by_two_and_phones_waited_for():
    phone = ChannelChosen("ben", "ben", "phone", at(1))
    began = [*opened(), phone, BEGAN]
    mine = Counted("asha", 5, 0, 0, at(3))
    theirs = Counted("ben", 5, 0, 0, at(3))
    both = [*began[:-1], HANDED, BEGAN, mine, theirs]
    handed = [*opened(), Handed("asha", "timekeeper", "ben", at(1)), phone, BEGAN]

    assert step(began, minute=3) == "next.count_hands"
    assert step([*began, mine], minute=3) == "next.second_count"
    assert both
    counted = [*handed, mine, theirs]
    assert step(counted, minute=3) == "next.wait_for_phones"
    answered = [*counted, PhoneAnswered("ben", "no", at(3))]
    assert step(answered, minute=3) == "next.end_decision"
    ended = [*answered, DecisionEnded("asha", at(4))]
    assert step(ended, minute=4) == "next.next_matter"


def test_slips_are_counted_and_pairs_of_texts():
    slips = replace(BEGAN, by_slips=True)
    texts = [
        TextBrought("ben", "hall", "One.", at(1)),
        TextBrought("dora", "hall", "Two.", at(1)),
    ]

    assert step([*opened(), slips], minute=3) == "next.count_slips"
    pairs = replace(BEGAN, about="texts")
    assert step([*opened(), *texts, pairs], minute=3) == "next.count_hands_of_pair"
    by_slips = replace(pairs, by_slips=True)
    assert step([*opened(), *texts, by_slips], minute=3) == "next.count_slips_of_pair"


def test_a_test_is_counted_ended_and_talked_over():
    handed = Handed("asha", "timekeeper", "ben", at(1))
    phone = ChannelChosen("ben", "ben", "phone", at(1))
    began = [*opened(), handed, phone, PUT]
    counted = [
        PositionsCounted("asha", 5, 0, 0, at(3)),
        PositionsCounted("ben", 5, 0, 0, at(3)),
    ]
    block = PositionTaken(
        "ben",
        "ben",
        "hall",
        "block",
        at(3),
        reason="No.",
        principle="All.",
        will_meet=True,
    )

    assert step(began, minute=3) == "next.count_positions"
    assert step([*began, counted[0]], minute=3) == "next.second_count"
    assert step([*began, *counted], minute=3) == "next.wait_in_test"
    said = [*began, block, *counted]
    assert step(said, minute=3) == "next.end_test"
    ended = [*said, EndedTest("asha", at(4))]
    assert step(ended, minute=4) == "next.talk_over"


def test_once_talking_is_over_the_last_vote_is_left():
    circle = replace(room().consensus, fallback=Fraction(2, 3), rounds=0, meetings=0)
    meeting = replace(room(), consensus=circle)
    there = ("asha", "ben", "chidi")
    block = says("ben", "block")
    events = [*put(*there, phones=there), says("asha"), block, says("chidi"), ended()]

    assert step(events, minute=7, meeting=meeting) == "next.last_vote"


def test_what_looks_back_is_approved_and_asked_after():
    minutes = Item("minutes-1", 5, decides=True, standing="minutes")
    tasks = Item("tasks", 5, standing="tasks")
    meeting = room(items=(minutes, tasks, HALL))
    begun = [*opened()[:-1], ItemBegun("asha", "minutes-1", at(1))]

    assert step(begun, minute=1, meeting=meeting) == "next.approve"
    agreed = [*begun, Agreed("asha", "minutes-1", at(2))]
    assert step(agreed, minute=2, meeting=meeting) == "next.next_matter"
    asking = [*agreed, ItemBegun("asha", "tasks", at(3))]
    assert step(asking, minute=3, meeting=meeting) == "next.ask_after_tasks"
    asked = [*asking, TaskChecked("asha", "tasks", "1", at(4))]
    assert step(asked, minute=4, meeting=meeting) == "next.next_matter"


def test_the_last_matter_leads_to_the_end_and_there_is_nothing_after_it():
    meeting = room(items=(TALK,))
    last = [*opened()[:-1], ItemBegun("asha", "talk", at(1))]

    assert step(last, minute=2, meeting=meeting) == "next.close"
    assert step([*last, Closed("asha", at(3))], minute=3, meeting=meeting) == ""


def test_each_step_is_told_in_words():
    steps = [one for one in SENTENCES if one.startswith("next.")]

    assert len(steps) == 29
