"""The count in fractions: exact prices, and bounds that keep most projects unasked."""

from fractions import Fraction
from unittest import mock

import pytest
from hypothesis import given
from tests.rules.budgeting.budgets import (
    LOT,
    a_budget,
    approving,
    close_calls,
    polls,
    scoring,
    tie_breakers,
    unhurried,
)
from tests.rules.budgeting.test_equal_shares import counted_without

from commonweal.rules.budgeting.methods.equal_shares import fast, plain
from commonweal.rules.budgeting.methods.equal_shares.book import Book
from commonweal.rules.budgeting.methods.equal_shares.market import Market
from commonweal.rules.budgeting.methods.equal_shares.purses import Purses
from commonweal.rules.voting.ballots import Ballot


def opened(budget, costs, votes, satisfaction="cost"):
    """Open a market for these projects."""
    contest = a_budget(budget, costs, satisfaction=satisfaction)
    return Market.opened(Book(contest, votes, LOT))


def asked(market, place):
    """Say what a project asks, reckoned by who pays in full; None if it is too dear."""
    purses, rows = market.purses, market.support.supporters(place).tolist()
    kinds = []
    for row, points in zip(
        rows, market.support.points_for(place).tolist(), strict=True
    ):
        has = Fraction(purses.money[purses.class_of[row]], purses.parts)
        kinds.append((has / points, has, points, int(market.support.weights[row])))
    for upper in sorted(kind[0] for kind in kinds):
        poor = sum(has * voters for edge, has, _, voters in kinds if edge < upper)
        pull = sum(one[2] * one[3] for one in kinds if one[0] >= upper)
        price = (market.costs[place] - poor) / Fraction(pull)
        if price <= upper:
            return price / market.uses[place]
    return None


@pytest.mark.parametrize("points", [1, 3])
@pytest.mark.parametrize("satisfaction", ["cost", "cardinality"])
@pytest.mark.parametrize("one_by_one", [False, True])
def test_who_clearly_asks_more_is_not_asked_exactly(points, satisfaction, one_by_one):
    costs = {"bath": 40, "garden": 44, "stage": 48}
    votes = [
        scoring(12, bath=points, garden=1),
        scoring(9, garden=2 * points),
        scoring(8, stage=points),
    ]
    if one_by_one:
        votes = [Ballot(one.marks) for one in votes for _ in range(one.weight)]
    market = opened(290, costs, votes, satisfaction)
    exactly = Purses.price

    with mock.patch.object(Purses, "price", autospec=True, side_effect=exactly) as ask:
        while level := market.cheapest():
            market.sell(level[0])
            kept = [market.support.options[one] for one in market.open]
            market.keep(one for one in kept if one != level[0].project)

    assert ask.call_count == len(costs)


@pytest.mark.parametrize("cost", [15, 1000])
def test_what_is_far_too_dear_is_given_up_without_reckoning(cost):
    market = opened(10, {"bath": cost}, [approving(1, "bath")])

    with mock.patch.object(Purses, "can_pay") as reckoned:
        assert market.cheapest() == []

    assert not reckoned.called
    assert market.waiting == []


@pytest.mark.parametrize("total", [6, 2**60 + 1, 2**60 - 1, 10**17 + 3, 10**21 + 7])
@pytest.mark.parametrize("voters", [[1], [1] * 3, [2, 3, 5], [1] * 7, [1] * 10])
@pytest.mark.parametrize("lacking", [-1, 0, 1])
def test_a_market_sells_where_all_have_just_enough(total, voters, lacking):
    votes = [approving(number, "bath") for number in voters]
    market = opened(total, {"bath": total + lacking}, votes)

    level = market.cheapest()

    assert len(level) == (0 if lacking > 0 else 1)


@pytest.mark.parametrize("points", [10**9, 10**11, 10**13])
@pytest.mark.parametrize("voters", range(1, 40, 4))
@pytest.mark.parametrize("each", [10**6, 10**9, 10**12])
def test_a_bound_holds_where_hardly_anything_is_paid_in_full(points, voters, each):
    # Whoever gives many points is poor at once; the other pays what little is lacking.
    cost = each * voters
    votes = [scoring(voters, bath=points), scoring(1, bath=1), approving(2)]
    market = opened(cost + 3 * each - 3, {"bath": cost}, votes, "cardinality")
    fresh = {}

    market._look_again(0, 0.0, fresh)

    assert market.waiting[-1][0] < asked(market, 0)


def test_who_backs_one_alone_of_those_level_may_be_poor():
    costs = {"fair": 8, "bath": 18, "garden": 18}
    votes = [
        approving(1, "fair", "bath"),
        approving(1, "bath"),
        approving(2, "garden"),
        approving(1, "bath", "garden"),
    ]
    market = opened(50, costs, votes, "cardinality")
    level = [market._bid(place, 0.0) for place in (1, 2)]

    assert not market.all_can_be_paid(level)
    market.sell(market._bid(0, 0.0))
    assert market._bid(1, 0.0).price == 8
    alone = [market._bid(1, 0.0)]
    assert market.all_can_be_paid(alone)


@pytest.mark.parametrize(("budget", "enough"), [(40, True), (39, False), (1, False)])
def test_whoever_backs_several_must_have_enough_for_all(budget, enough):
    costs = {"bath": 20, "garden": 20}
    market = opened(budget, costs, [approving(1, "bath", "garden")])
    level = [market._bid(0, 0.0), market._bid(1, 0.0)] if budget >= 20 else []

    assert market.purses.falls_short(0, Fraction(40)) == (not enough)
    assert not level or market.all_can_be_paid(level) == enough


@pytest.mark.parametrize("guess", [0.0, 0.01, 1 / 7, 0.2, 3.0, 1e9])
def test_a_price_is_the_same_wherever_the_search_begins(guess):
    votes = [scoring(2, bath=3), scoring(1, bath=1), approving(3)]
    market = opened(6, {"bath": 1}, votes)

    assert market.purses.price(0, 1, guess) == Fraction(1, 7)


@pytest.mark.parametrize("points", [1, 2**17, 2**30])
def test_points_of_any_size_are_put_together_by_kind(points):
    votes = [scoring(2, bath=points), scoring(3, bath=points), scoring(1, bath=1)]
    market = opened(6, {"bath": 3}, votes)

    backers = market.purses.backers(0)

    together = dict(zip(backers.points, backers.voters, strict=True))
    assert together == ({1: 6} if points == 1 else {1: 1, points: 5})
    assert [backers.points[kind] for kind in backers.kind_of] == [points, points, 1]


def test_paying_tells_who_paid_in_full_and_leaves_the_rest():
    costs = {"bath": 24, "garden": 24}
    votes = [approving(3, "bath", "garden"), approving(2, "garden"), approving(1)]
    market = opened(60, costs, votes, "cardinality")

    first = market.sell(market._bid(0, 0.0))
    second = market.sell(market._bid(1, 0.0))
    left = [
        Fraction(market.purses.money[one], market.purses.parts)
        for one in market.purses.class_of
    ]

    assert (first.price, second.price) == (8, 9)
    assert (first.in_full, first.with_the_rest) == (3, 0)
    assert (second.in_full, second.with_the_rest) == (2, 3)
    assert left == [0, 1, 10]


# ---- laws


@unhurried
@given(close_calls(), tie_breakers)
def test_a_coin_decides_in_fractions_as_in_the_readable_form(poll, ties):
    contest, ballots = poll

    found = counted_without(contest, ballots, ties, fast.Scout, fast.Run)

    assert found == plain.count(contest, ballots, ties)


@unhurried
@given(polls(), tie_breakers)
def test_it_counts_in_fractions_as_the_readable_form_does(poll, ties):
    contest, ballots = poll

    found = counted_without(contest, ballots, ties, fast.Scout, fast.Run)

    assert found == plain.count(contest, ballots, ties)


@unhurried
@given(close_calls())
def test_nobody_asks_less_than_is_proven_and_the_cheapest_ask_least(poll):
    contest, ballots = poll
    market = Market.opened(Book(contest, ballots, LOT))

    while level := market.cheapest():
        for bound, place in market.waiting:
            rate = asked(market, place)
            assert rate is None or place not in market.open or bound < rate
        assert {bid.rate for bid in level} == {asked(market, level[0].place)}
        market.sell(level[0])
        kept = [market.support.options[one] for one in market.open]
        market.keep(one for one in kept if one != level[0].project)
