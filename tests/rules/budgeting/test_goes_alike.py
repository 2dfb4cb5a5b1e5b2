"""Counts with more money, proven to go as one with less did; and such as do not.

In each town something changes at one sum, reckoned by hand: up to there a proof is
found, and from there on none is.
"""

from fractions import Fraction

import pytest
from tests.rules.budgeting.budgets import LOT, a_budget, approving, scoring
from tests.rules.budgeting.test_completions import counted_with

from commonweal.rules.budgeting.methods.equal_shares.alike import (
    Proof,
    goes_alike,
    way_of,
)
from commonweal.rules.budgeting.methods.equal_shares.raised import Budgets
from commonweal.rules.budgeting.methods.equal_shares.scout import Scout
from commonweal.rules.voting.ties import TieBreaker

STATUS_QUO = TieBreaker("status_quo")


class Town:
    """Voters and projects, with all shares between which a count goes alike.

    The last share may be out of reach: from there on it goes another way.
    """

    def __init__(self, costs, votes, begin, end, ties=LOT, **settings):
        self.contest = a_budget(10**6, costs, satisfaction="cardinality", **settings)
        self.votes = votes
        self.ties = ties
        self.voters = sum(vote.weight for vote in votes)
        self.begin, self.end = Fraction(begin), Fraction(end)

    def budgets(self):
        """Open the counts of this town."""
        return Budgets(self.contest, self.votes, self.ties)

    def bought(self, share):
        """Say what the readable form buys, with such a share for each."""
        budget = Fraction(share) * self.voters
        assert budget.denominator == 1
        return counted_with(self.contest, self.votes, self.ties, int(budget))

    def proof(self, low, high, sure=0) -> Proof:
        """Try to prove that a larger share goes as a smaller one did."""
        budgets = self.budgets()
        rounds = budgets.at(int(low * self.voters)).rounds
        way = way_of(self.scout(low), rounds)
        return goes_alike(way, self.scout(high), rounds, sure)

    def scout(self, share):
        """Open one count, with such a share for each."""
        budgets = self.budgets()
        return Scout.started(budgets.stalls, Fraction(share), budgets.part)


TOWNS = {
    # With 4000 each, whoever wants a garden can pay for it.
    "one more is bought": Town(
        {"bath": 90, "garden": 4000},
        [approving(9, "bath"), approving(1, "garden")],
        begin=100,
        end=4000,
    ),
    # Nobody can pay for anything before.
    "the first is bought": Town(
        {"garden": 4000}, [approving(2), approving(1, "garden")], begin=100, end=4000
    ),
    # With 10 000 each the ten can pay for the hall, and for that they are enough.
    "one more is bought first": Town(
        {"hall": 100_000, "bath": 33_000},
        [approving(10, "hall"), approving(3, "bath")],
        begin=11_000 - 1500,
        end=10_000,
    ),
    # Two who back the park have paid for the well, and give it all they have left, the
    # more the more that is; with 14 750 the park asks as little as the bath.
    "another comes next": Town(
        {"well": 10_000, "park": 30_000, "bath": 21_000},
        [approving(2, "well", "park"), approving(1, "park"), approving(2, "bath")],
        begin=14_000,
        end=14_750,
    ),
    # The same, by how many points somebody gives.
    "another comes first": Town(
        {"park": 30_000, "bath": 12_000},
        [scoring(1, park=10), scoring(1, park=1), approving(1, "bath")],
        begin=16_000,
        end=18_000,
    ),
    # The same, far below a coin.
    "another comes first, for cents": Town(
        {"bath": 12_000, "park": 30_000},
        [
            scoring(10**5, park=10),
            scoring(10**5, park=1),
            approving(10**5, "bath"),
        ],
        begin=Fraction(16, 100),
        end=Fraction(18, 100),
    ),
    # The poor of both leave less to the others with each coin more: ten share what
    # comes of it for the bath, and one has it alone for the park.
    "another overtakes": Town(
        {"bath": 90_000, "park": 19_000},
        [
            scoring(1, bath=10),
            approving(10, "bath"),
            scoring(1, park=2),
            approving(1, "park"),
        ],
        begin=10_000,
        end=Fraction(100_000, 9),
    ),
    # One gives the bath all they have, until with 90 000 / 7 they have something left
    # for garden and stage, and make a tie of these.
    "a purse is empty no more": Town(
        {"bath": 30_000, "garden": 16_000, "stage": 16_000},
        [
            approving(4, "bath"),
            scoring(1, bath=3, garden=1, stage=1),
            approving(2, "garden"),
            approving(2, "stage"),
        ],
        begin=10_000,
        end=Fraction(90_000, 7),
    ),
    # As long as one cannot pay for both, neither is bought.
    "a tie stands no more": Town(
        {"bath": 40_000, "garden": 40_000, "stage": 30_000},
        [
            approving(1, "bath", "garden"),
            approving(1, "bath"),
            approving(1, "garden"),
            approving(1, "stage"),
        ],
        begin=31_000,
        end=40_000,
        ties=STATUS_QUO,
    ),
    # The same where both have the same backers, who paid for a well before.
    "twins are level no more": Town(
        {"well": 9000, "bath": 20_000, "garden": 20_000},
        [
            approving(1, "well"),
            approving(1, "well", "bath", "garden"),
            approving(1, "bath", "garden"),
        ],
        begin=16_000,
        end=24_500,
        ties=STATUS_QUO,
    ),
    # The lot gives one of them its turn, and then the other: nothing ever changes.
    "a tie is parted": Town(
        {"bath": 40_000, "garden": 40_000, "stage": 60_000},
        [
            approving(1, "bath", "garden"),
            approving(1, "bath"),
            approving(1, "garden"),
            approving(1, "stage"),
        ],
        begin=31_000,
        end=39_000,
    ),
    # Neither has anything to do with the other: nothing ever changes.
    "level apart": Town(
        {"bath": 10_000, "garden": 10_000},
        [approving(2, "bath"), approving(2, "garden"), approving(1)],
        begin=6000,
        end=10**6,
    ),
    # Prices far below a coin.
    "small change": Town(
        {"bath": 1, "garden": 1, "stage": 9},
        [approving(40, "bath", "garden"), approving(9, "stage"), approving(11)],
        begin=Fraction(7, 60),
        end=1,
    ),
}
FOR_EVER = ("level apart", "a tie is parted")
EACH = pytest.mark.parametrize("town", TOWNS.values(), ids=TOWNS)
ENDING = pytest.mark.parametrize(
    "town",
    [t for n, t in TOWNS.items() if n not in FOR_EVER],
    ids=[n for n in TOWNS if n not in FOR_EVER],
)


@EACH
@pytest.mark.parametrize("part", [Fraction(1, 8), Fraction(1, 2), Fraction(15, 16)])
def test_until_something_changes_a_proof_is_found(town, part):
    voters = town.voters
    high = Fraction(int((town.begin + (town.end - town.begin) * part) * voters), voters)

    proof = town.proof(town.begin, high)

    assert proof.way
    assert proof.way.share == float(high)
    assert proof.sure == len(proof.way.moments)
    assert town.bought(high) == town.bought(town.begin)


@ENDING
@pytest.mark.parametrize("more", [0, Fraction(1, 1000), Fraction(1, 10), 1, 3])
def test_where_something_has_changed_there_is_no_proof(town, more):
    voters = town.voters
    high = Fraction(-int(-town.end * (1 + more) * voters // 1), voters)

    proof = town.proof(town.begin, high)

    assert proof.way is None


# ---- what else a proof tells


def test_a_proof_may_reach_further_than_prices_that_fall_at_first_let_expect():
    # The bath's price falls from 8000 to 4500 and then stays. The park asks more than
    # 8000 all the while, though what it is short of could be made up if one of those
    # who had paid for the well gave it all they gain.
    costs = {"well": 8000, "bath": 18_000, "park": 94_000}
    votes = [
        approving(1, "well"),
        approving(1, "well", "park"),
        scoring(1, bath=3),
        approving(1, "bath"),
        scoring(1, park=3),
        approving(8, "park"),
    ]

    assert Town(costs, votes, 10_000, 20_000).proof(10_000, 20_000).way


ONE_MORE = TOWNS["one more is bought"]


@pytest.mark.parametrize("high", [3501, 3600, 3999, Fraction(39_995, 10), 4001, 4400])
def test_it_tells_where_what_is_nearly_paid_for_can_be(high):
    assert ONE_MORE.proof(100, high).crossing == pytest.approx(4000, rel=1e-12)


@pytest.mark.parametrize("high", [101, 3400, 3500])
def test_what_is_short_of_an_eighth_may_be_far_off(high):
    assert ONE_MORE.proof(100, high).crossing == float("inf")


def test_what_floats_cannot_tell_may_change_half_way():
    # With just 4000, nobody can tell in floats whether that is enough.
    proof = ONE_MORE.proof(100, 4000)

    assert proof == (None, 1, 2050.0)


def test_how_many_rounds_are_proven_is_told_and_need_not_be_proven_again():
    town = TOWNS["another comes next"]

    assert town.proof(14_000, 15_000).sure == 1
    assert town.proof(14_000, 15_000, sure=1).sure == 1
    assert town.proof(14_000, 15_000, sure=2).sure == 2
    assert town.proof(14_000, 14_500).sure == 3


@pytest.mark.parametrize("high", [4001, 4400, 9000])
def test_that_all_rounds_are_known_does_not_say_that_nothing_follows(high):
    assert ONE_MORE.proof(100, high, sure=1).way is None


@pytest.mark.parametrize("sure", [0, 1])
def test_rounds_that_are_known_stay_so_where_floats_give_up(sure):
    # With 30 000 the one who gives ten points has just what is due for them.
    votes = [scoring(1, park=10), scoring(1, park=1)]
    town = Town({"park": 33_000}, votes, begin=20_000, end=30_000)

    assert town.proof(20_000, 30_000, sure) == (None, sure, 25_000.0)
