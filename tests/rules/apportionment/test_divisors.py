"""Divisor methods: how many seats a divisor reaches, and who would come next."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.apportionment.bodies import LOT, weighing

from commonweal.rules.apportionment.methods import METHODS
from commonweal.rules.apportionment.methods.divisors import (
    ADAMS,
    D_HONDT,
    HUNTINGTON_HILL,
    SAINTE_LAGUE,
)

DIVISORS = (D_HONDT, SAINTE_LAGUE, HUNTINGTON_HILL, ADAMS)


@given(st.fractions(0, 60), st.sampled_from(DIVISORS))
def test_as_many_seats_are_reached_as_have_divisors_no_larger(quotient, divisor):
    squared = quotient**2

    reached = divisor.reached(squared)

    divisors = [divisor.squared(held) for held in range(100)]
    assert reached == sum(one <= squared for one in divisors)


@pytest.mark.parametrize("method", [one.id for one in DIVISORS])
def test_the_result_says_who_would_have_had_one_seat_more(method):
    bodies = weighing(Port=50, Mill=29, Rail=21, Empty=0)

    now, more = (METHODS[method].share(bodies, seats, LOT) for seats in (7, 8))

    (following,) = (one for one in more.seats if more.seats[one] > now.seats[one])
    assert now.steps[-1].explanation.facts["next"] == following


@pytest.mark.parametrize("held", range(1, 30))
def test_a_hair_below_a_divisor_of_huntington_hill_it_is_not_reached(held):
    squared = HUNTINGTON_HILL.squared(held)

    assert HUNTINGTON_HILL.reached(squared) == held + 1
    assert HUNTINGTON_HILL.reached(squared - Fraction(1, 8)) == held
