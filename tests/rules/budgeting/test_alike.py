"""Larger budgets proven alike: what is bought is the same at every one between."""

from fractions import Fraction
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.budgeting.budgets import (
    LOT,
    a_budget,
    approving,
    payments,
    polls,
    prices_of,
    tie_breakers,
)
from tests.rules.budgeting.test_completions import counted_with
from tests.rules.budgeting.test_scout import towns

from commonweal.rules.budgeting.methods.equal_shares import plain
from commonweal.rules.budgeting.methods.equal_shares.alike import (
    Proof,
    Way,
    goes_alike,
    way_of,
)
from commonweal.rules.budgeting.methods.equal_shares.raised import Bought, Budgets
from commonweal.rules.budgeting.methods.equal_shares.scout import Scout
from commonweal.rules.budgeting.methods.equal_shares.slopes import Slopes

eighths = st.lists(st.integers(1, 7), min_size=1, max_size=3)


def a_scout(budgets: Budgets, budget: int) -> Scout:
    """Give a scout for a count where everybody holds an equal part of a budget."""
    share = Fraction(budget, max(budgets.support.voters, 1))
    return Scout.started(budgets.stalls, share, budgets.part)


def proven(budgets: Budgets, bought: Bought, budget: int) -> tuple[Way, Proof] | None:
    """Try to prove that a larger budget goes alike; None if the smaller is no start."""
    low = bought.rounds and way_of(a_scout(budgets, bought.budget), bought.rounds)
    if not low:
        return None
    return low, goes_alike(low, a_scout(budgets, budget), bought.rounds)


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(polls(), towns()),
    tie_breakers,
    st.integers(1, 10),
    st.integers(),
    eighths,
)
def test_what_is_proven_alike_is_bought_at_every_budget_between(
    poll, ties, part, coins, eighths
):
    contest, ballots = poll
    budgets = Budgets(contest, ballots, ties)
    bought = budgets.at(contest.budget)
    further = contest.budget + 1 + (contest.budget // part + coins % 8)

    found = proven(budgets, bought, further)

    if found and found[1].way:
        for eighth in {0, 8, *eighths}:
            between = contest.budget + (further - contest.budget) * eighth // 8
            assert set(counted_with(contest, ballots, ties, between)) == set(
                bought.projects
            )


@settings(max_examples=300, deadline=None)
@given(towns(), st.integers(1, 2000))
def test_purses_grow_no_faster_and_no_slower_than_slopes_say(town, more):
    contest, ballots = town
    budgets = Budgets(contest, ballots, LOT)
    low, high = budgets.at(contest.budget), budgets.at(contest.budget + more)

    found = low.projects == high.projects and proven(budgets, low, high.budget)

    if found and found[1].way:
        slopes = Slopes.started(len(ballots))
        for one, other in zip(found[0].moments, found[1].way.moments, strict=True):
            for bid, later in zip(one.bids, other.bids, strict=True):
                stall = budgets.stalls.stalls[bid.place]
                fall = slopes.fall_of(stall, bid, later)
                slopes.sell(stall, bid, later, fall)
        wider = Fraction(more, budgets.support.voters)
        pairs = zip(
            purses(contest, ballots, low), purses(contest, ballots, high), strict=True
        )
        for row, (before, after) in enumerate(pairs):
            least, most = float(slopes.least[row]), float(slopes.most[row])
            assert Fraction(least) * wider <= after - before <= Fraction(most) * wider


def purses(contest, ballots, bought: Bought) -> list[Fraction]:
    """Give what a voter of each ballot has left, by the readable form."""
    raised = a_budget(bought.budget, contest.costs)
    prices = prices_of(raised, plain.count(raised, ballots, LOT))
    share = Fraction(bought.budget, sum(ballot.weight for ballot in ballots))
    paid = payments(raised, ballots, prices)
    return [share - sum(each.values()) for each in paid]


def test_a_proof_reaches_to_the_last_coin_before_something_changes():
    million = 10**6
    costs = {"bath": 700 * million, "garden": 407 * million, "stage": 333 * million}
    contest = a_budget(1000 * million, costs)
    votes = [
        approving(7, "bath", "garden"),
        approving(5, "bath", "stage"),
        approving(3, "garden", "stage"),
        approving(2, "garden"),
    ]
    budgets = Budgets(contest, votes, LOT)

    raised = []
    for bought in budgets.rising(1):
        raised.append(bought)
        assert len(raised) < 40, "it goes by coins, not by changes"

    assert set(raised[-1].projects) == set(costs)
    for before, bought in pairwise(raised):
        again = counted_with(contest, votes, LOT, bought.budget - 1)
        assert set(again) == set(before.projects)


def test_a_tie_that_stands_is_only_alike_while_the_same_cannot_pay_for_all():
    contest = a_budget(40, {"bath": 40, "garden": 40, "stage": 30})
    votes = [
        approving(1, "bath", "garden"),
        approving(1, "bath"),
        approving(1, "garden"),
        approving(1, "stage"),
    ]
    budgets = Budgets(contest, votes, LOT)

    at = {budget: budgets.at(budget) for budget in (80, 100, 120, 160)}

    for budget, bought in at.items():
        for further in at:
            found = further > budget and proven(budgets, bought, further)
            if found and found[1].way:
                assert counted_with(contest, votes, LOT, further) == bought.projects
