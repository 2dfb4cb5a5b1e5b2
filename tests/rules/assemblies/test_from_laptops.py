"""What came back from a laptop, and how those put down as there set it aside."""

from datetime import UTC, datetime, timedelta

import pytest

from commonweal.rules.assemblies.set_aside import (
    AT_LEAST,
    Did,
    FromLaptop,
    from_laptops,
    may_dispute,
    needed,
)

NOW = datetime(2026, 5, 1, 18, tzinfo=UTC)
EVENING = ["take_along", "come_in asha", "come_in ben", "close", "bring_in"]
FOUR = FromLaptop(1, 9, frozenset({"asha", "ben", "chidi", "dora"}))


def read(*told):
    deeds = []
    for number, one in enumerate(told, 1):
        name, _, who = one.partition(" ")
        deeds.append(Did(number, name, who, who))
    return from_laptops(deeds)


def test_it_is_read_from_the_deeds():
    [found] = read("come_in chidi", *EVENING)

    assert found == FromLaptop(2, 6, frozenset({"asha", "ben", "chidi"}))
    assert [one for one in range(1, 8) if found.covers(one)] == [3, 4, 5]


def test_it_takes_half_of_a_few_or_three_or_a_tenth():
    found = [(there, needed(there)) for there in (0, 1, 2, 3, 4, 5, 6, 30, 31, 200)]

    assert found == [
        *[(0, 1), (1, 1), (2, 1), (3, 2), (4, 2), (5, 3), (6, 3)],
        *[(30, 3), (31, 4), (200, 20)],
    ]


def test_whoever_was_not_there_and_who_says_it_twice_is_no_voice():
    more = ["come_in chidi", "come_in dora"]
    said = ["dispute eve", "dispute asha", "dispute asha"]

    [found] = read(*EVENING[:-1], *more, "bring_in", *said)

    assert found.voices == {"asha"}
    assert not found.is_aside


def test_what_was_set_aside_is_followed_by_another():
    first, second = read(*EVENING, "dispute ben", *EVENING)

    assert first.is_aside
    assert not second.is_aside
    assert read("dispute ben", "come_in ben") == ()


def may(last=FOUR, *, by="asha", reason="No.", brought_at=NOW, sent_out=False, at=NOW):
    return may_dispute(
        last, by=by, reason=reason, brought_at=brought_at, sent_out=sent_out, at=at
    )


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({}, None),
        ({"sent_out": True}, None),
        ({"sent_out": True, "at": NOW + AT_LEAST}, "too_late_to_dispute"),
        ({"at": NOW + timedelta(days=6)}, None),
        ({"last": None}, "nothing_came_from_laptop"),
        ({"brought_at": None}, "nothing_came_from_laptop"),
        ({"by": "eve"}, "only_who_was_put_down"),
        ({"reason": " "}, "reason_to_dispute_missing"),
    ],
)
def test_who_was_put_down_as_there_says_so_in_time(told, why):
    verdict = may(**told)

    assert bool(verdict) is (why is None)
    assert why is None or verdict.reason.id == why


def test_it_is_said_once_and_not_of_what_is_set_aside():
    once = FromLaptop(1, 9, FOUR.there, frozenset({"asha"}))
    aside = FromLaptop(1, 9, FOUR.there, frozenset({"asha", "ben"}))

    assert may(once).reason.id == "has_disputed"
    assert may(aside, by="chidi").reason.id == "is_set_aside_already"
