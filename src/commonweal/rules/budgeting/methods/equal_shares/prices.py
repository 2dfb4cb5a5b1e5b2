"""The exact prices of a proven count by equal shares.

Who pays in full and who gives the rest is proven, so each price follows from those
before it: what a voter has left is the share less what was paid, and the poor of a
project give all of that. One price is one sum over earlier ones.
"""

import operator
from collections.abc import Sequence
from fractions import Fraction

import gmpy2
import numpy as np

from commonweal.rules.budgeting.marks import Support, Whole
from commonweal.rules.budgeting.methods.equal_shares.bids import Sale


def exact_prices(
    support: Support, costs: Sequence[int], share: Fraction, sales: Sequence[Sale]
) -> list[Fraction]:
    """Give the price a point of each sale, in coins, in their order."""
    paid = _paid_before(support, sales)
    # All prices so far are whole numbers of the same `parts` of a coin, as is a share;
    # these get smaller with every sale. A sum of them needs no common denominator.
    parts, each = gmpy2.mpz(share.denominator), gmpy2.mpz(share.numerator)
    prices: list[gmpy2.mpz] = []
    for number, sale in enumerate(sales):
        owed = costs[sale.place] * parts
        if len(sale.poor):
            owed -= each * int(support.weights[sale.poor].sum())
            before = paid[number, :number].tolist()
            owed += sum(map(operator.mul, prices, before))
        finer = sale.paying // gmpy2.gcd(owed, sale.paying)
        parts *= finer
        each *= finer
        prices = [price * finer for price in prices]
        prices.append(owed * finer // sale.paying)
    found = (gmpy2.mpq(price, parts) for price in prices)
    return [Fraction(int(p.numerator), int(p.denominator)) for p in found]


def _paid_before(support: Support, sales: Sequence[Sale]) -> Whole:
    """Say for how many points the poor of each sale had paid in each other sale.

    Nobody is poor twice with something left, so each ballot has one sale at most that
    takes all. Sums of points, below 2**53, are exact in floats too.
    """
    emptied = np.full(len(support.weights), len(sales))
    for number, sale in enumerate(sales):
        emptied[sale.poor] = number
    table = np.zeros((len(sales) + 1, len(sales)), dtype=np.int64)
    for number, sale in enumerate(sales):
        rows = support.supporters(sale.place)
        given = support.points_for(sale.place) * support.weights[rows]
        table[:, number] = np.bincount(emptied[rows], given, len(sales) + 1)
    return table
