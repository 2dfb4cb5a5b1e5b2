"""Everybody's money in whole units far below a coin, in two words each.

A purse holds `high * 2**bits + low` units. Each word is small enough that a sum over
all voters, points and all, stays below 2**63: so sums are exact.
"""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from commonweal.rules.budgeting.marks import Whole
from commonweal.rules.budgeting.methods.equal_shares.stalls import (
    Floats,
    Stall,
    Stalls,
)

type Flags = NDArray[np.bool_]

_FEWEST_BITS = 32


@dataclass(slots=True)
class Words:
    """What everybody has left. `2**shift` units are a coin.

    `near` is each purse in coins, as a float that leaves out the low word.
    """

    bits: int
    shift: int
    high: Whole
    low: Whole
    near: Floats

    @classmethod
    def filled(cls, stalls: Stalls, share: Fraction) -> "Words | None":
        """Give every voter the same share, rounded down; None if it does not fit."""
        bits = 62 - stalls.most.bit_length()
        shift = 2 * bits - int(share).bit_length() - 1
        if bits < _FEWEST_BITS or shift < 0:
            return None
        high, low = divmod(int(share * 2**shift), 2**bits)
        return cls(
            bits,
            shift,
            np.full(stalls.ballots, high, dtype=np.int64),
            np.full(stalls.ballots, low, dtype=np.int64),
            np.full(stalls.ballots, high * 2.0 ** (bits - shift)),
        )

    def together(self, stall: Stall, some: Flags) -> int:
        """Add up what some of those who back a project have, exactly."""
        rows, counts = stall.rows[some], stall.counts[some]
        high, low = counts @ self.high[rows], counts @ self.low[rows]
        return (int(high) << self.bits) + int(low)

    def each(self, stall: Stall, places: list[int]) -> list[int]:
        """Give single purses of those who back a project."""
        rows = stall.rows[places]
        pairs = zip(self.high[rows].tolist(), self.low[rows].tolist(), strict=True)
        return [(high << self.bits) + low for high, low in pairs]

    def held(self, rows: Whole) -> Flags:
        """Say whose purse is not empty, of these ballots."""
        return (self.high[rows] | self.low[rows]) > 0

    def take(self, stall: Stall, price: int, poor: Flags | None) -> None:
        """Take a price a point from each purse, and all of it from the poor."""
        rows = stall.rows
        top, rest = divmod(price, 2**self.bits)
        if stall.points is None:
            high, low = self.high[rows] - top, self.low[rows] - rest
        else:
            high = self.high[rows] - top * stall.given
            low = self.low[rows] - rest * stall.given
        borrowed = low >> self.bits
        high += borrowed
        low -= borrowed << self.bits
        if poor is not None:
            high[poor] = low[poor] = 0
        self.high[rows], self.low[rows] = high, low
        self.near[rows] = high * 2.0 ** (self.bits - self.shift)
