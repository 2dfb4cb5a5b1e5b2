"""Amounts are said to the hundredth, and as whole numbers where they are."""

from fractions import Fraction

import pytest
from tests.rules.budgeting.budgets import a_budget

from commonweal.rules.budgeting.money import amount, coins_per_unit
from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.method import Uncountable


@pytest.mark.parametrize(
    ("per_unit", "coins", "said"),
    [
        (1, 7, 7),
        (1, Fraction(7, 3), Fraction(233, 100)),
        (100, 1025, Fraction(41, 4)),
        (100, 1000, 10),
        (1000, 1234, Fraction(123, 100)),
        (1000, 1999, 2),
        (1000, 1500, Fraction(3, 2)),
    ],
)
def test_an_amount_is_said_to_the_hundredth(per_unit, coins, said):
    settings = {"coins_per_unit": str(per_unit)}
    plain = a_budget(1, {}, **settings)
    named = a_budget(1, {}, currency="EUR", **settings)

    found = amount(plain, coins)

    assert (found, type(found)) == (said, type(said))
    assert amount(named, coins) == Sentence(
        "budget_amount", {"amount": said, "currency": "EUR"}
    )


@pytest.mark.parametrize("coins", ["0", "0.5", "1.5", "2.25", "many", "-1"])
def test_a_unit_is_a_whole_number_of_coins_and_one_at_least(coins):
    with pytest.raises(Uncountable):
        coins_per_unit(a_budget(1, {}, coins_per_unit=coins))


def test_a_unit_of_a_hundred_coins_is_one():
    assert coins_per_unit(a_budget(1, {}, coins_per_unit="100")) == 100
    assert coins_per_unit(a_budget(1, {})) == 1
