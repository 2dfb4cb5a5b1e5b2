"""The parts of a proof that a count goes alike, each reckoned by hand."""

from fractions import Fraction
from math import inf
from unittest import mock

import numpy as np
import pytest
from tests.rules.budgeting.budgets import approving, scoring
from tests.rules.budgeting.test_stalls import set_out

from commonweal.rules.budgeting.methods.equal_shares import alike
from commonweal.rules.budgeting.methods.equal_shares.asking import ULP
from commonweal.rules.budgeting.methods.equal_shares.bids import Bid
from commonweal.rules.budgeting.methods.equal_shares.scout import Scout
from commonweal.rules.budgeting.methods.equal_shares.slopes import Between, Slopes

NO, YES = False, True
# The bath is bought; the park, which is of half the use, is not.
BATH, PARK = 0, 1
BACKING = [scoring(3, park=2), scoring(5, park=1), approving(1, "bath")]


def proving(low=10.0, share=20.0, votes=BACKING, uses=(4, 2), **costs):
    """Begin a proof between two shares."""
    stalls = set_out(votes, list(uses), **(costs or {"bath": 1, "park": 100}))
    run = Scout.started(stalls, Fraction(share), lambda places: None)
    return alike._Proving(alike.Way(low, ()), run, 0)


def a_bid(rate, place=BATH, **more):
    """Bid at a rate, as closely as floats can."""
    given = {"poor": None, "nearly": None} | more
    return Bid(place, rate, rate * (1 - 4 * ULP), rate * (1 + 4 * ULP), **given)


def a_round(*places, tied=(), rate=None):
    return alike.Round(frozenset(places), 0.0, frozenset(tied or places), rate)


# ---- how much more there is


@pytest.mark.parametrize(
    ("low", "high"),
    [
        (Fraction(10, 3), Fraction(11, 3)),
        (Fraction(10**6, 7), Fraction(10**6 + 1, 7)),
        (Fraction(10**9 + 1, 3), Fraction(10**9 + 2, 3)),
        (Fraction(1, 1000), Fraction(10**6, 3)),
        (Fraction(1, 3000), Fraction(1, 2000)),
    ],
)
def test_there_is_no_more_to_share_than_is_reckoned_and_hardly_less(low, high):
    more = Fraction(proving(float(low), float(high)).more)

    assert high - low < more < (high - low) + high * 12 * Fraction(ULP)


# ---- holding a project to what another asks


def held(rate=2.0, has=(5.0, 10.0), fuzz=0.0, cost=100, votes=BACKING):
    """Hold the park to a rate, where its two kinds of backers have so much."""
    stall = proving(votes=votes, bath=1, park=cost).run.stall(PARK)
    return alike._held_to(stall, np.array(has), a_bid(rate), fuzz)


@pytest.mark.parametrize(
    ("rate", "has", "short"),
    [
        (2.0, (5.0, 10.0), 100 - 15 - 20),
        (2.0, (50.0, 10.0), 100 - 24 - 20),
        (2.0, (5.0, 1.0), 100 - 15 - 5),
        (9.0, (500.0, 500.0), 100 - 6 * 18 - 5 * 18),
        (0.001, (5.0, 10.0), Fraction(100) - Fraction(11 * 2, 1000)),
    ],
)
def test_what_is_short_is_the_cost_less_what_all_would_pay(rate, has, short):
    found = Fraction(held(rate, has).short)

    assert short - Fraction(1, 10**10) < found < short


def test_where_all_give_one_point_each_pays_the_same():
    votes = [approving(3, "park"), approving(5, "park"), approving(1, "bath")]

    found = held(2.0, (5.0, 10.0), votes=votes)

    assert found.short == pytest.approx(100 - 3 * 4 - 5 * 4, abs=1e-10)


def test_what_purses_are_off_is_taken_off_what_is_short_for_each_voter():
    assert held(fuzz=0.25).short == pytest.approx(65 - 8 * 0.25, abs=1e-10)


@pytest.mark.parametrize(
    ("has", "fuzz", "poor", "surely"),
    [
        ((7.9, 4.1), 0.0, [YES, NO], [YES, NO]),
        ((8.1, 3.9), 0.0, [NO, YES], [NO, YES]),
        ((7.9, 4.1), 0.1, [YES, YES], [NO, NO]),
        ((8.1, 3.9), 0.1, [YES, YES], [NO, NO]),
        ((7.7, 4.3), 0.1, [YES, NO], [YES, NO]),
        ((8.3, 3.7), 0.1, [NO, YES], [NO, YES]),
        ((7.0, 5.0), 0.1, [YES, NO], [YES, NO]),
    ],
)
def test_who_is_poor_is_known_but_for_twice_what_purses_are_off(
    has, fuzz, poor, surely
):
    found = held(2.0, has, fuzz)

    assert found.poor.tolist() == poor
    assert found.surely_poor.tolist() == surely


def test_what_is_due_is_the_rate_times_the_use_for_each_point():
    found = held(4.0, (15.9, 8.1))

    assert found.poor.tolist() == found.surely_poor.tolist() == [YES, NO]


# ---- a project that asks more all the way


def behind(
    *,
    more,
    fall,
    slopes=((0.5, 0.25), (1.5, 0.75)),
    had=(5.0, 10.0),
    has=(6.0, 12.0),
    low=2.0,
    high=1.8,
    cost=100,
    fuzz=0.0,
):
    """Give what the park is proven to ask, at least, while the bath's price falls."""
    proof = proving(bath=1, park=cost)
    proof.more = more
    proof.had[:2], proof.run.near[:2] = had, has
    proof.run.fuzz = 0.0
    proof.slopes = Slopes(*(np.array([*slope, 1.0]) for slope in slopes))
    moments = (
        alike.Moment(fuzz, (a_bid(low),), ()),
        alike.Moment(0.0, (a_bid(high),), ()),
    )
    return proof._behind(proof.run.stall(PARK), *moments, [Between(*fall)])


A_BIT = 1e-9


@pytest.mark.parametrize(
    ("given", "bound"),
    [
        # It is short of 65. Three poor gain 1.5 each at most, and the five that pay in
        # full save half of what the bath's price falls, by 0.25 at least.
        ({"fall": (0.25, 4.0)}, 65 / (3 * 1.5 - 5 * 0.125)),
        ({"fall": (0.0, 4.0)}, 65 / (3 * 1.5)),
        # Hardly anything is gained but by the poor.
        (
            {"fall": (0.25, 0.5), "slopes": ((0.0, 0.0), (0.25, 0.75))},
            65 / (3 * 0.25 - 5 * 0.125),
        ),
        # At first it is short of 35 only, but in the end of 64 still. Three who are
        # poor for sure gain 0.5 each at least, the others pay less by half of 3.
        (
            {"fall": (0.25, 3.0), "low": 5.0, "had": (5.0, 10.5)},
            64 / (5 * 1.5 - 3 * 0.5),
        ),
    ],
)
def test_a_project_stays_behind_as_long_as_nobody_can_make_up_for_what_is_short(
    given, bound
):
    assert behind(more=bound * (1 - A_BIT), **given)
    assert not behind(more=bound * (1 + A_BIT), **given)


@pytest.mark.parametrize(
    "given",
    [
        # Nobody is poor at first, so that no more is paid anywhere than there.
        {"fall": (0.25, 0.5), "cost": 20, "had": (50.0, 10.0), "high": 0.2},
        {"fall": (0.0, 0.5), "cost": 20, "had": (50.0, 10.0), "high": 0.2},
        # Prices stay, and so nowhere more is paid than in the end.
        {"fall": (0.0, 0.0)},
    ],
)
def test_who_is_short_at_one_end_and_pays_no_more_elsewhere_is_behind(given):
    assert behind(more=10.0**6, **given)


def test_what_is_short_at_neither_end_is_not_behind():
    assert not behind(more=1e-9, fall=(0.0, 0.0), cost=20)
    assert not behind(more=1e-9, fall=(0.25, 0.5), cost=20, had=(50.0, 10.0))


def test_what_is_proven_to_be_asked_in_the_end_is_what_is_short_by_who_pays_more():
    # In the end 64 are short at a price of 3.6, and five can pay more.
    least = behind(more=1.0, fall=(0.25, 0.5))

    assert least == pytest.approx((3.6 + 64 / 5) / 2, rel=1e-12)


# ---- who is level still


@pytest.mark.parametrize(
    ("rate", "now", "level"),
    [
        (Fraction(1, 3), [Fraction(1, 3)] * 2, True),
        (Fraction(1, 3), [Fraction(1, 3), Fraction(1, 4)], False),
        (Fraction(1, 3), [Fraction(1, 4)] * 2, False),
        (Fraction(1, 3), [None, Fraction(1, 3)], False),
        (None, [Fraction(1, 3)] * 2, False),
        (None, [None, None], False),
    ],
)
def test_those_are_level_still_who_ask_the_very_fraction_they_asked(rate, now, level):
    proof = proving()
    bids = [a_bid(1 / 3, BATH), a_bid(1 / 3, PARK)]

    with mock.patch.object(Scout, "rate", lambda self, bid: now[bid.place]):
        found = proof._level_still(bids, a_round(BATH, PARK, rate=rate))

    assert found == level


@pytest.mark.parametrize("now", [None, Fraction(1, 4)])
def test_twins_are_level_still_whatever_they_ask(now):
    votes = [approving(3, "bath", "park")]
    proof = proving(votes=votes, uses=(1, 1), bath=9, park=9)
    bids = [a_bid(1 / 3, BATH), a_bid(1 / 3, PARK)]

    with mock.patch.object(Scout, "rate", return_value=now):
        assert proof._level_still(bids, a_round(BATH, PARK))
        assert proof._level_still(bids, a_round(BATH, PARK, rate=Fraction(1, 3)))


def test_who_was_level_and_cannot_be_paid_for_or_asks_something_else_is_not_so_still():
    proof = proving(bath=30, park=100)
    each = a_round(BATH, tied=(BATH, PARK), rate=Fraction(7, 2))
    bid = a_bid(3.5, PARK)

    def still(found, rate):
        with (
            mock.patch.object(Scout, "ask", return_value=found),
            mock.patch.object(Scout, "rate", return_value=rate),
        ):
            return proof._still_level(PARK, each)

    assert still(bid, Fraction(7, 2)) == bid.low
    assert still(bid, Fraction(7, 3)) == 0
    assert still(inf, Fraction(7, 2)) == 0


# ---- where something may change


@pytest.mark.parametrize(
    ("here", "there", "proven", "part"),
    [
        (8, 4, True, 2),
        (8, 4, False, 0.5),
        (8, -8, True, 0.5),
        (8, -8, False, 0.5),
        (8, -2, False, 0.8),
        (8, 0, False, 1),
        (8, 0, True, 1),
        (8, 8, True, inf),
        (8, 9, True, inf),
        (4, 8, False, 0.5),
    ],
)
def test_where_a_line_comes_to_nothing_something_may_change(here, there, proven, part):
    proof = proving(10.0, 20.0)
    proof.more = 8.0

    proof._note(here, there, proven=proven)

    assert proof.crossing == 10 + part * 8


def test_of_several_the_first_change_is_told():
    proof = proving(10.0, 20.0)
    proof.more = 8.0

    proof._note(8, -8, proven=False)
    proof._note(8, 4, proven=True)

    assert proof.crossing == 14
