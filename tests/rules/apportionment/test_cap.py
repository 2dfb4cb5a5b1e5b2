"""No body has more than the cap allows, and others get what it leaves."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.rules.apportionment.bodies import LOT, any_bodies, unhurried, weighing

from commonweal.rules.apportionment.cap import capped, shared_out
from commonweal.rules.apportionment.methods import METHODS
from commonweal.rules.apportionment.sentences import SENTENCES
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.wording import render

SEATED = tuple(one.id for one in METHODS.values() if not one.sizes_itself)


@given(any_bodies(), st.integers(1, 20), st.integers(1, 20), st.sampled_from(SEATED))
@unhurried
def test_all_seats_are_shared_out_and_nobody_is_above_the_cap(
    bodies, seats, most, method
):
    weighty = [name for name, weight in bodies.weights.items() if weight]
    assume(most * len(weighty) >= seats)

    held = capped(METHODS[method], bodies, seats, most=most, ties=LOT).seats

    assert sum(held.values()) == seats
    assert max(held.values()) <= most
    assert list(held) == list(bodies.weights)


def test_a_cap_nobody_reaches_changes_nothing():
    bodies = weighing({"cap": "1/2"}, A=4, B=3, C=3)

    shares = shared_out(METHODS["hare"], bodies, 10, LOT)

    assert shares.seats == {"A": 4, "B": 3, "C": 3}


def test_what_the_largest_may_not_have_is_shared_by_the_others():
    bodies = weighing({"cap": "40 %"}, A=80, B=12, C=8)

    shares = shared_out(METHODS["sainte-lague"], bodies, 10, LOT)

    assert shares.seats == {"A": 4, "B": 4, "C": 2}


@pytest.mark.parametrize("cap", ["none", "0", "2", "1/0", "-1/3", "9" * 21])
def test_a_cap_that_is_no_share_is_refused(cap):
    with pytest.raises(Uncountable) as refusal:
        shared_out(METHODS["hare"], weighing({"cap": cap}, A=1), 3, LOT)

    assert cap in render(refusal.value.reason, SENTENCES)


def test_a_cap_that_leaves_seats_over_is_refused():
    bodies = weighing({"cap": str(Fraction(1, 3))}, A=5, B=5)

    with pytest.raises(Uncountable) as refusal:
        shared_out(METHODS["hare"], bodies, 9, LOT)

    assert "2 bodies cannot fill 9 seats" in render(refusal.value.reason, SENTENCES)


def test_without_seats_the_method_itself_says_what_is_missing():
    bodies = weighing({"cap": "1/3"}, Port=100, Mill=80)

    with pytest.raises(Uncountable) as refused:
        shared_out(METHODS["d-hondt"], bodies, None, LOT)

    assert refused.value.reason.id == "apportion_seats_missing"


def test_without_a_cap_the_method_alone_shares_out():
    bodies = weighing(Port=100, Mill=80)
    method = METHODS["d-hondt"]

    assert shared_out(method, bodies, 3, LOT) == method.share(bodies, 3, LOT)


def test_no_seats_are_refused_with_a_cap_as_without():
    bodies = weighing({"cap": "1/2"}, Port=100, Mill=80)

    with pytest.raises(Uncountable) as refused:
        shared_out(METHODS["hare"], bodies, 0, LOT)

    assert refused.value.reason.id == "apportion_no_seats"


def test_who_is_just_at_the_cap_is_not_above_it():
    bodies = weighing({"cap": "1/2"}, A=23, B=4, C=14)

    shares = shared_out(METHODS["hare"], bodies, 4, LOT)

    # Without A, the other two would share two seats as nought and two.
    assert shares.seats == {"A": 2, "B": 1, "C": 1}
