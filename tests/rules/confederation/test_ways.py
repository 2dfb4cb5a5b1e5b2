"""Of several ways a congress chooses the one that is put before each of the others."""

from dataclasses import replace
from fractions import Fraction
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st
from tests.rules.confederation.congress import (
    PUT,
    count,
    mandate,
    one_seat,
    place,
    spoken,
)
from tests.rules.confederation.valley import HALF, refusal

from commonweal.rules.confederation.council import Sitting, chosen_way
from commonweal.rules.confederation.majorities import Majority
from commonweal.rules.confederation.mandates import Order, Ranked, Whole
from commonweal.rules.confederation.ways import preferred

WAYS = ("mill", "port", "ridge")
ORDERS = [order for size in (1, 2, 3) for order in permutations(WAYS, size)]
ASKED = replace(PUT, options=WAYS)


def votes(*orders):
    return [(tuple(order.split()), Fraction(weight)) for order, weight in orders]


def test_a_way_wins_that_beats_each_other_though_fewest_put_it_first():
    said = votes(("mill port ridge", 4), ("ridge port mill", 4), ("port mill ridge", 1))

    assert preferred(WAYS, said, Majority()).way == "port"


def test_a_way_that_nobody_ranks_has_no_votes_to_begin_with():
    two_thirds = Majority(Fraction(2, 3), strict=False)

    found = preferred(("mill", "port"), votes(("mill", 2), ("port", 1)), two_thirds)

    # Two of three; with one more each it would be three of five.
    assert found.way == "mill"
    assert preferred(("mill", "port"), [], Majority()).way == ""


def test_where_each_is_beaten_by_another_the_congress_finds_none():
    said = votes(("mill port ridge", 1), ("port ridge mill", 1), ("ridge mill port", 1))

    found = preferred(WAYS, said, Majority())

    assert refusal(found.verdict) == "congress_chooses_none"
    assert found.way == ""


def test_more_than_half_may_be_asked_for():
    said = votes(("mill port", 3), ("port mill", 2))
    two_thirds = Majority(Fraction(2, 3), strict=False)

    assert preferred(WAYS[:2], said, Majority()).verdict
    assert not preferred(WAYS[:2], said, two_thirds).verdict


def test_what_is_left_out_stands_behind_what_is_named():
    assert preferred(WAYS, votes(("ridge", 1)), Majority()).way == "ridge"


@given(st.lists(st.tuples(st.sampled_from(ORDERS), st.integers(1, 5)), max_size=6))
def test_no_way_is_chosen_that_more_votes_put_behind_another(said):
    weighed = [(order, Fraction(weight)) for order, weight in said]

    found = preferred(WAYS, weighed, Majority())

    for other in WAYS:
        behind = sum(
            weight
            for order, weight in said
            if other in order
            and (found.way not in order or order.index(other) < order.index(found.way))
        )
        before = sum(
            weight
            for order, weight in said
            if found.way in order
            and (other not in order or order.index(found.way) < order.index(other))
        )
        assert not found.verdict or other == found.way or before > behind


def test_only_orders_within_mandates_choose_a_way():
    seats = {"s1": place(), "s2": place("port", "ben")}
    given_ = [mandate(Ranked(WAYS)), mandate(Ranked(WAYS[::-1]), body="port")]
    sitting = Sitting(ASKED, seats, given_)
    how = {"bodies": 2, "present": 2, "quorum": HALF, "majority": Majority()}

    found = count(
        sitting,
        spoken(Order(WAYS)),
        spoken(Order(WAYS), "ben", seat="s2"),
    )

    assert [why.id for _body, _spoken, why in found.outside] == ["outside_mandate"]
    assert chosen_way(found, WAYS, **how).way == "mill"
    alone = how | {"present": 0}
    assert refusal(chosen_way(found, WAYS, **alone).verdict) == "congress_not_quorate"


def test_a_yes_says_nothing_of_which_way():
    found = count(one_seat(mandate(Ranked(WAYS)), put=ASKED), spoken(Whole("yes")))

    assert found.lines[0].counts is None
