"""What everybody has left, exactly: prices, and who pays in full or gives the rest."""

from fractions import Fraction

import pytest
from tests.rules.budgeting.budgets import a_budget, approving, scoring

from commonweal.rules.budgeting.marks import support_of
from commonweal.rules.budgeting.methods.equal_shares.purses import Paid, Purses

BATH, GARDEN = 0, 1


def filled(votes, share):
    """Give everybody the same share, where they may back a bath and a garden."""
    contest = a_budget(999, {"bath": 1, "garden": 1})
    return Purses.filled(support_of(contest, votes), Fraction(share))


def left(purses):
    """Say what the voter of each ballot has left."""
    return [Fraction(purses.money[one], purses.parts) for one in purses.class_of]


VOTES = [
    scoring(3, bath=2, garden=1),
    scoring(2, garden=3),
    scoring(4, bath=1, garden=3),
    approving(1),
]


@pytest.mark.parametrize("share", [Fraction(7), Fraction(22, 3)])
def test_all_begin_with_the_same_share(share):
    purses = filled(VOTES, share)

    assert left(purses) == [share] * 4
    assert purses.near_of([0, 3]).tolist() == [float(share)] * 2


def test_paying_takes_a_price_for_each_point_and_all_from_who_has_less():
    purses = filled(VOTES, Fraction(22, 3))

    first = purses.pay(BATH, Fraction(5, 2))
    after = left(purses)
    second = purses.pay(GARDEN, Fraction(7, 4))

    assert first == Paid(in_full=7, with_the_rest=0)
    assert after == [Fraction(7, 3), Fraction(22, 3), Fraction(29, 6), Fraction(22, 3)]
    assert second == Paid(in_full=5, with_the_rest=4)
    assert left(purses) == [Fraction(7, 12), Fraction(25, 12), 0, Fraction(22, 3)]
    assert purses.near_of([0, 1, 2, 3]).tolist() == [float(one) for one in left(purses)]
    assert len(purses.money) == 4


def test_whoever_has_nothing_pays_nothing_and_is_not_counted():
    purses = filled([approving(3, "bath", "garden"), approving(2, "garden")], 5)

    purses.pay(BATH, Fraction(5))
    paid = purses.pay(GARDEN, Fraction(2))

    assert paid == Paid(in_full=2, with_the_rest=0)
    assert left(purses) == [0, 3]


def test_those_with_as_much_money_and_as_many_points_are_put_together():
    votes = [approving(2, "bath", "garden"), approving(3, "garden"), *VOTES[1:3]]
    purses = filled(votes, 9)
    purses.pay(BATH, Fraction(2))

    kinds = purses.backers(GARDEN)

    told = [
        (purses.money[one], points, voters)
        for one, points, voters in zip(*kinds[:3], strict=True)
    ]
    assert sorted(told) == [(7, 1, 2), (7, 3, 4), (9, 1, 3), (9, 3, 2)]
    assert [told[kind][:2] for kind in kinds.kind_of] == [
        (7, 1),
        (9, 1),
        (9, 3),
        (7, 3),
    ]


@pytest.mark.parametrize("points", [2, 2**17, 2**30])
def test_points_of_any_size_are_kept_apart(points):
    votes = [scoring(2, bath=points), scoring(3, bath=points), scoring(1, bath=1)]

    kinds = filled(votes, 9).backers(BATH)

    assert (kinds.points, kinds.voters) == ([1, points], [1, 5])
    assert kinds.kind_of.tolist() == [1, 1, 0]


@pytest.mark.parametrize("share", [Fraction(4), Fraction(13, 3), Fraction(10**20, 7)])
def test_supporters_can_pay_what_they_have_together_and_no_coin_more(share):
    purses = filled(VOTES, share)
    together = int(share * 7)

    assert purses.can_pay(BATH, together)
    assert not purses.can_pay(BATH, together + 1)


# ---- prices


@pytest.mark.parametrize("guess", [0.0, 0.01, 1 / 7, 0.2, 3.0, 1e9])
@pytest.mark.parametrize(
    ("share", "price"),
    [
        (Fraction(1), Fraction(1, 7)),
        (Fraction(5, 6), Fraction(1, 7)),
        (Fraction(3, 8), Fraction(1, 4)),
    ],
)
def test_a_price_is_the_same_wherever_the_search_begins(guess, share, price):
    votes = [scoring(2, bath=3), scoring(1, bath=1), approving(3)]

    assert filled(votes, share).price(BATH, 1, guess) == price


@pytest.mark.parametrize("guess", [0.0, 2.0, 50.0])
def test_who_has_less_than_their_part_gives_all_and_the_others_the_rest(guess):
    votes = [scoring(3, bath=4), scoring(2, bath=1), scoring(5, bath=2)]

    price = filled(votes, Fraction(13, 3)).price(BATH, 39, guess)

    # The first have 13 together; of the other 26 each of 12 points pays as much.
    assert price == Fraction(13, 6)
    assert filled(votes, Fraction(13, 3)).pay(BATH, price) == Paid(7, 3)


@pytest.mark.parametrize(
    "share", [Fraction(2, 3), Fraction(5), Fraction(10**20 + 1, 7)]
)
@pytest.mark.parametrize("points", [1, 3])
@pytest.mark.parametrize("off", [-1, 0, 1])
def test_the_smallest_part_of_a_coin_decides_who_is_poor(share, points, off):
    purses = filled([scoring(2, bath=points)], share)
    price = share / points + Fraction(off, 10**40)

    paid = purses.pay(BATH, price)

    assert paid == (Paid(0, 2) if off > 0 else Paid(2, 0))
    assert left(purses) == [0 if off > 0 else share - price * points]


@pytest.mark.parametrize(
    ("share", "due", "short"),
    [
        (Fraction(1, 3), Fraction(1, 2), True),
        (Fraction(5), Fraction(5), False),
        (Fraction(1), Fraction(2), True),
        (Fraction(2, 3), Fraction(2, 3), False),
        (Fraction(2, 3), Fraction(1, 2), False),
        (Fraction(0), Fraction(1), False),
    ],
)
def test_a_purse_falls_short_that_has_something_but_less_than_is_due(share, due, short):
    assert filled(VOTES, share).falls_short(0, due) == short
