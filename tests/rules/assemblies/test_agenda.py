"""The agenda: time that is kept and borrowed, what is moved and what is left."""

import pytest
from tests.rules.assemblies.rooms import (
    HALL,
    TALK,
    at,
    opened,
    reasons,
    room,
    told,
    where,
)

from commonweal.rules.assemblies.events import (
    Adjourned,
    Borrowed,
    Closed,
    Handed,
    ItemBegun,
    Moved,
)


def test_time_is_kept_by_matter_and_borrowed_from_a_later_one():
    events = [
        *opened(),
        Borrowed("asha", "hall", "rent", 10, at(5)),
        ItemBegun("asha", "rent", at(25)),
        Closed("asha", at(30)),
    ]

    agenda = where(room(), events, 6).agenda
    assert agenda.seconds_left("hall", at=at(6)) == 24 * 60
    ended = where(room(), events).agenda
    assert ended.spent == {"hall": 25 * 60, "rent": 5 * 60}
    assert ended.seconds_left("rent", at=at(60)) == 15 * 60
    assert [one.id for one in ended.ahead] == ["rules", "talk"]


def test_a_matter_is_moved_and_left_for_another_time():
    events = [
        *opened(),
        Moved("asha", "talk", "rent", at(1)),
        Moved("asha", "rent", "", at(2)),
        Adjourned("asha", "rules", "Nobody has read them.", at(3)),
        Adjourned("asha", "hall", "We wait for the key.", at(4)),
    ]

    agenda = where(room(), events).agenda

    assert [one.id for one in agenda.items] == ["hall", "talk", "rules", "rent"]
    assert [one.id for one in agenda.ahead] == ["talk", "rent"]
    assert agenda.adjourned["rules"] == "Nobody has read them."
    assert agenda.current == ""


@pytest.mark.parametrize(
    ("deed", "why"),
    [
        (ItemBegun("ben", "rent", at(1)), "only_the_facilitator"),
        (ItemBegun("asha", "parking", at(1)), "not_on_the_agenda"),
        (ItemBegun("asha", "hall", at(1)), "item_goes_on"),
        (Borrowed("asha", "rent", "hall", 5, at(1)), "only_later_matters_lend"),
        (Borrowed("asha", "hall", "rent", 0, at(1)), "minutes_to_borrow_missing"),
        (Borrowed("asha", "hall", "rent", 31, at(1)), "lender_has_fewer_minutes"),
        (Moved("asha", "hall", "talk", at(1)), "item_was_begun"),
        (Moved("asha", "talk", "hall", at(1)), "not_among_what_is_ahead"),
        (Adjourned("asha", "rent", " ", at(1)), "reason_to_adjourn_missing"),
    ],
)
def test_what_the_agenda_does_not_bear_is_refused_in_words(deed, why):
    now = where(room(), [*opened(), deed])

    assert reasons(now) == [why]
    assert told(now.not_counted[0][1])


def test_what_was_adjourned_is_not_turned_to_again_that_evening():
    events = [
        *opened(),
        Adjourned("asha", "rent", "Too late.", at(1)),
        ItemBegun("asha", "rent", at(2)),
    ]

    assert reasons(where(room(), events)) == ["item_was_adjourned"]


def test_the_time_keeper_borrows_too():
    events = [
        *opened(),
        Handed("asha", "timekeeper", "ben", at(1)),
        Borrowed("ben", "hall", "talk", 5, at(2)),
    ]

    items = where(room(), events).agenda.items

    assert (items[0].minutes, items[-1].minutes) == (HALL.minutes + 5, TALK.minutes - 5)
