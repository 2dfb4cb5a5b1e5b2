"""A seat belongs to the body: it is filled, taken back, and stood in for."""

import pytest
from tests.rules.confederation.valley import on, refusal

from commonweal.rules.confederation.seats import (
    Away,
    Filled,
    Recalled,
    Resigned,
    Served,
    holds_parity,
    may_be_sent,
    seat,
    term_ends,
    terms_in_a_row,
)
from commonweal.rules.confederation.terms import Delegates

TERMS = Delegates(term_days=100, terms=2)
FILLED = Filled("asha", on(0), on(100), ("ben", "chidi"))


def holder(*deeds, day=50):
    return seat(deeds, at=on(day)).holder


def sent(person="asha", *served, day=200, **more):
    facts = {"sent_by_others": False, "holds_office": False} | more
    return may_be_sent(TERMS, person, served=served, at=on(day), **facts)


def term(first, last, person="asha"):
    return Served(person, on(first), on(last))


def test_a_seat_nobody_was_given_is_empty():
    assert holder() is None
    assert holder(FILLED, day=-1) is None


def test_whoever_was_given_the_seat_holds_it_until_the_term_is_over():
    assert holder(FILLED) == "asha"
    assert holder(FILLED, day=100) is None


def test_the_first_alternate_who_can_steps_in_at_once_after_a_recall():
    recalled = Recalled("asha", on(50), "d9")

    assert holder(FILLED, recalled, day=49) == "asha"
    assert holder(FILLED, recalled) == "ben"
    assert holder(FILLED, recalled, Away("ben", on(40), on(60))) == "chidi"
    assert holder(FILLED, recalled, Away("ben", on(40), on(60)), day=60) == "ben"


def test_where_nobody_can_step_in_the_seat_is_empty():
    gone = [
        Recalled("asha", on(10)),
        Resigned("ben", on(11)),
        Resigned("chidi", on(12)),
    ]

    assert holder(FILLED, *gone) is None


def test_a_seat_that_is_handed_over_for_a_while_comes_back():
    away = Away("asha", on(10), on(20))

    assert holder(FILLED, away, day=10) == "ben"
    assert holder(FILLED, away, day=20) == "asha"


def test_a_seat_that_is_filled_anew_forgets_who_was_out():
    again = Filled("asha", on(60), on(160))

    assert holder(FILLED, Recalled("asha", on(50)), again, day=61) == "asha"


def test_nobody_carries_the_mandates_of_two_bodies():
    assert refusal(sent(sent_by_others=True)) == "delegate_of_two_bodies"
    assert refusal(sent(holds_office=True)) == "delegate_holds_office"
    assert sent()


def test_terms_follow_one_another_so_many_times():
    assert sent("asha", term(0, 100))
    assert refusal(sent("asha", term(0, 100), term(100, 200))) == (
        "delegate_too_many_terms"
    )
    assert sent("ben", term(0, 100), term(100, 200))


def test_a_break_as_long_as_a_term_starts_anew():
    before = [term(0, 100), term(100, 200)]

    assert not sent("asha", *before, day=299)
    assert sent("asha", *before, day=300)
    assert terms_in_a_row(TERMS, before, at=on(200)) == 2


def test_a_term_ends_with_the_days_to_hand_over():
    overlaps = Delegates(term_days=100, overlap_days=7)

    assert term_ends(overlaps, at=on(0), zone="UTC") == on(107)


@pytest.mark.parametrize(
    ("described", "is_even"),
    [
        (["woman", "man"], True),
        (["woman", "woman"], False),
        (["woman", ""], True),
        (["woman"], True),
        (["", ""], True),
    ],
)
def test_parity_is_asked_of_those_who_say_what_they_are(described, is_even):
    assert bool(holds_parity(TERMS, described)) == is_even
    assert holds_parity(Delegates(parity=False), described)
