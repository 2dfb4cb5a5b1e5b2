"""Amounts are said to the hundredth, and as whole numbers where they are."""

from fractions import Fraction

import pytest
from tests.rules.budgeting.budgets import a_budget

from commonweal.rules.budgeting.money import amount
from commonweal.rules.sentence import Sentence


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
