"""The exact prices of a proven count by equal shares.

Who pays in full and who gives the rest is proven, so each price follows from those
before it: what a voter has left is the share less what was paid, and the poor of a
project give all of that. One price is one sum over earlier ones.
"""

from collections.abc import Sequence
from fractions import Fraction

import gmpy2
import numpy as np

from commonweal.rules.budgeting.marks import Support
from commonweal.rules.budgeting.methods.equal_shares.bids import Sale


def exact_prices(
    support: Support, costs: Sequence[int], share: Fraction, sales: Sequence[Sale]
) -> list[Fraction]:
    """Give the price a point of each sale, in coins, in their order."""
    # 16-bit keys make it a radix sort.
    small = np.uint16 if len(support.weights) < 2**16 else np.int64
    order = np.argsort(support.rows.astype(small), kind="stable")
    counts = np.bincount(support.rows, minlength=len(support.weights))
    starts = np.concatenate(([0], np.cumsum(counts)))
    places = np.repeat(np.arange(len(support.options)), np.diff(support.starts))[order]
    points = support.points[order]
    each = gmpy2.mpq(share.numerator, share.denominator)
    prices: dict[int, gmpy2.mpq] = {}
    for sale in sales:
        owed = gmpy2.mpq(costs[sale.place])
        if len(sale.poor):
            weights = support.weights[sale.poor]
            owed -= each * int(weights.sum())
            lengths = starts[sale.poor + 1] - starts[sale.poor]
            inner = np.arange(int(lengths.sum()))
            inner -= np.repeat(np.cumsum(lengths) - lengths, lengths)
            marks = np.repeat(starts[sale.poor], lengths) + inner
            # Sums of whole numbers below 2**53 are exact in floats too.
            given = points[marks] * np.repeat(weights, lengths)
            paid = np.bincount(places[marks], given, len(support.options))
            owed += sum(
                price * int(paid[place])
                for place, price in prices.items()
                if paid[place]
            )
        prices[sale.place] = owed / sale.paying
    return [Fraction(int(p.numerator), int(p.denominator)) for p in prices.values()]
