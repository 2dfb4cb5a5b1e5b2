"""A count in floats alone: it buys what the readable form does, or gives up."""

from fractions import Fraction

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.rules.budgeting.budgets import (
    LOT,
    PROJECTS,
    a_budget,
    payments,
    polls,
    prices_of,
    tie_breakers,
)

from commonweal.rules.budgeting.marks import scores_of, support_of
from commonweal.rules.budgeting.methods.equal_shares import fast, plain
from commonweal.rules.budgeting.methods.equal_shares.asking import Hint
from commonweal.rules.budgeting.methods.equal_shares.bids import Unproven
from commonweal.rules.budgeting.methods.equal_shares.scout import Scout
from commonweal.rules.budgeting.methods.equal_shares.stalls import Stalls, near_price
from commonweal.rules.voting.ballots import Approvals, Ballot, Contest, Scores
from commonweal.rules.voting.ties import TieBreaker


@st.composite
def towns(draw: st.DrawFn) -> tuple[Contest, list[Ballot]]:
    """Give budgets whose costs and voters hardly ever make anything level."""
    costs = {project: draw(st.integers(101, 1999)) for project in PROJECTS}
    some = st.lists(st.sampled_from(PROJECTS), unique=True, min_size=1)
    pointed = st.dictionaries(st.sampled_from(PROJECTS), st.integers(1, 5), min_size=1)
    marks = st.one_of(
        some.map(tuple).map(Approvals),
        pointed.map(lambda given: Scores(tuple(given.items()))),
    )
    ballots = st.lists(
        st.builds(Ballot, marks, st.integers(1, 60)), min_size=3, max_size=12
    )
    return a_budget(draw(st.integers(500, 6000)), costs), draw(ballots)


def scouted(
    contest: Contest, ballots: list[Ballot], ties: TieBreaker
) -> tuple[Scout, list[str]] | None:
    """Count by a scout; give it as it ends, and what it bought; None if it gave up."""
    support = support_of(contest, ballots)
    part = fast.tie_parter(contest, ties, {**scores_of(support)})
    share = Fraction(contest.budget or 0, max(support.voters, 1))
    scout = Scout.started(fast.stalls_of(contest, support), share, part)
    bought = []
    try:
        while level := scout.level():
            for bid in level.bids:
                scout.sell(bid)
                bought.append(contest.options[bid.place])
    except Unproven:
        return None
    return scout, bought


@settings(max_examples=200, deadline=None)
@given(st.one_of(polls(), towns()), tie_breakers)
def test_a_scout_buys_what_the_readable_form_does_or_gives_up(poll, ties):
    contest, ballots = poll

    found = scouted(contest, ballots, ties)

    if found:
        assert tuple(found[1]) == plain.count(contest, ballots, ties).winners


@settings(max_examples=200, deadline=None)
@given(towns())
def test_no_purse_is_further_off_than_a_scout_says(town):
    contest, ballots = town

    found = scouted(contest, ballots, LOT)

    if found:
        scout, _ = found
        bought = prices_of(contest, plain.count(contest, ballots, LOT))
        share = Fraction(contest.budget, sum(ballot.weight for ballot in ballots))
        for row, paid in enumerate(payments(contest, ballots, bought)):
            left = share - sum(paid.values())
            off = abs(left - Fraction(float(scout.near[row])))
            assert off <= Fraction(float(scout.errors[row])) <= scout.fuzz
            assert (left > 0) == bool(scout.held([row])[0])


def test_a_scout_does_not_give_up_where_nothing_is_close():
    contest = a_budget(3000, {"bath": 700, "garden": 400, "stage": 333})
    votes = [
        Ballot(Approvals(("bath", "garden")), 7),
        Ballot(Approvals(("bath", "stage")), 5),
        Ballot(Approvals(("garden", "stage")), 2),
    ]

    found = scouted(contest, votes, LOT)

    assert found
    assert found[1] == list(plain.count(contest, votes, LOT).winners)


def test_a_hint_changes_nothing_but_who_is_asked_first():
    contest = a_budget(3000, {"bath": 700, "garden": 400, "stage": 333})
    votes = [
        Ballot(Approvals(("bath", "garden")), 7),
        Ballot(Approvals(("bath", "stage")), 5),
    ]
    support = support_of(contest, votes)
    stalls, share = fast.stalls_of(contest, support), Fraction(3000, 12)
    part = fast.tie_parter(contest, LOT, {})
    told = set()

    for place in range(3):
        scout = Scout.started(stalls, share, part)
        first = scout.level(Hint(place, 1.0))
        scout.sell(first.bids[0])
        told.add((first.bids[0].place, scout.level().bids[0].place))

    assert len(told) == 1


@settings(max_examples=200, deadline=None)
@given(st.one_of(polls(), towns()), tie_breakers, st.randoms(use_true_random=False))
def test_whatever_it_is_hinted_a_scout_buys_the_same(poll, ties, chance):
    contest, ballots = poll
    support = support_of(contest, ballots)
    part = fast.tie_parter(contest, ties, {**scores_of(support)})
    share = Fraction(contest.budget, max(support.voters, 1))
    scout = Scout.started(fast.stalls_of(contest, support), share, part)
    waiting = {place for _, place in scout.waiting}
    bought = []

    try:
        while level := scout.level(a_hint(waiting, chance)):
            for bid in level.bids:
                scout.sell(bid)
                bought.append(contest.options[bid.place])
            waiting -= {bid.place for bid in level.bids} or set(level.tied)
    except Unproven:
        return

    assert tuple(bought) == plain.count(contest, ballots, ties).winners


def a_hint(waiting, chance):
    """Hint at any project that is waiting still, at any rate."""
    if not waiting:
        return None
    return Hint(chance.choice(sorted(waiting)), chance.choice([0.0, 0.1, 1.0, 1e9]))


sums = st.integers(1, 10**15)
many = st.integers(1, 10**6)


@settings(max_examples=300, deadline=None)
@given(st.lists(sums, min_size=2, max_size=9), many)
def test_a_scout_gives_up_where_the_last_coin_is_exactly_what_is_due(costs, voters):
    projects = {f"project {number}": cost for number, cost in enumerate(costs)}
    contest = a_budget(sum(costs), projects, satisfaction="cardinality")
    # All have exactly what the dearest costs left when its turn comes; floats may say
    # that it is a little less, or a little more.
    votes = [Ballot(Approvals(tuple(projects)), voters)]

    assert scouted(contest, votes, LOT) is None
    assert set(plain.count(contest, votes, LOT).winners) == set(projects)


@settings(max_examples=400, deadline=None)
@given(
    st.integers(10**6, 10**15),
    st.lists(st.floats(0.1, 0.9), max_size=30),
    st.lists(st.floats(0.1, 0.9), max_size=30),
    *[st.integers(1, 10**5)] * 2,
    st.integers(0, 10**5),
)
def test_a_scout_gives_up_where_one_purse_holds_exactly_what_is_due(
    price, before, poorer, some, rich, poor
):
    # Some have paid for what comes first, the poor for more. Of the park the poor give
    # all they have left; what that leaves is, for each other, what some have left.
    paid = [max(int(price * part), 1) for part in before]
    more = [max(int(price * part), 1) for part in poorer]
    more = more if poor else [sum(paid) + 1]
    voters = some + rich + poor
    assume(sum(more) > sum(paid))
    budget = (sum(more) + price) * voters + price % voters
    left, least = (Fraction(budget, voters) - sum(one) for one in (paid, more))
    park = poor * least + (some + rich) * left
    assume(max([*paid, *(more if poor else [])], default=0) < park / voters)
    costs = {f"some {n}": some * each for n, each in enumerate(paid)}
    theirs = {f"poor {n}": poor * each for n, each in enumerate(more) if poor}
    contest = a_budget(
        budget, costs | theirs | {"park": int(park)}, satisfaction="cardinality"
    )
    votes = [
        Ballot(Approvals((*costs, "park")), some),
        Ballot(Approvals(("park",)), rich),
        *[Ballot(Approvals((*theirs, "park")), poor)] * (poor > 0),
    ]

    assert scouted(contest, votes, LOT) is None
    step = plain.count(contest, votes, LOT).steps[-2]
    assert step.elected == ("park",)
    assert step.counts["park"] * left == park


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 10**9), st.integers(0, 2**32), st.sampled_from([0.0, 1.0003]))
def test_what_all_pay_alike_is_one_quotient_however_many_they_are(cost, seed, above):
    chance = np.random.default_rng(seed)
    weights, points = chance.integers(1, 50, (2, 20_000))
    ballots = range(len(weights))
    marks = [Scores((("bath", int(given)),)) for given in points]
    support = support_of(
        a_budget(cost, {"bath": cost}),
        [Ballot(marks[one], int(weights[one])) for one in ballots],
    )
    (stall,) = Stalls.of(support, [cost], [cost]).stalls
    has = np.full(len(stall.rows), float(cost))

    price, poor, paying = near_price(stall, has, cost / stall.full * above)

    assert Fraction(price) == Fraction(cost / stall.full)
    assert not poor.any()
    assert paying == stall.full


def test_who_is_level_and_cannot_tell_whether_all_can_be_paid_is_no_scouts_affair():
    # Two level projects, for both of which the last coin is exactly enough.
    contest = a_budget(21, {"bath": 7, "garden": 7, "stage": 7})
    votes = [Ballot(Approvals(("bath", "garden", "stage")), 3)]

    assert scouted(contest, votes, LOT) is None
    assert len(plain.count(contest, votes, LOT).winners) == 3
