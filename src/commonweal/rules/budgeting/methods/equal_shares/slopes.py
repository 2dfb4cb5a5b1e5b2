"""How fast purses grow and prices fall between two budgets, as bounds.

Everybody's share grows from one sum to a larger one, and the same projects are bought
in the same order. Then what a voter has left grows with the share, along a line with
corners, and prices fall. Whoever is poor at the larger share was poor at all between,
and whoever pays in full at the smaller one does at all. So the slope of every line lies
between two numbers that are reckoned sale by sale:

- a price falls as fast as the poor's purses grow together, divided by the points of all
  who pay in full;
- a purse that pays in full grows by itself and by what the price falls; a purse that
  gives all stays empty; one that does the one here and the other there, something
  between.

Sums of numbers that are not negative are off by a small part of themselves, which is
added or taken off each time.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from commonweal.rules.budgeting.methods.equal_shares.asking import (
    LESS,
    MORE,
    ULP,
)
from commonweal.rules.budgeting.methods.equal_shares.bids import Bid, Flags
from commonweal.rules.budgeting.methods.equal_shares.stalls import (
    Floats,
    Stall,
)


class Between(NamedTuple):
    """A slope is at least one number and at most another."""

    least: float
    most: float


NOTHING = Between(0.0, 0.0)


@dataclass(slots=True)
class Slopes:
    """How fast each purse grows with the share: at least so fast, at most so fast."""

    least: Floats
    most: Floats

    @classmethod
    def started(cls, ballots: int) -> "Slopes":
        """Begin where everybody has the share itself."""
        return cls(np.ones(ballots), np.ones(ballots))

    def fall_of(self, stall: Stall, low: Bid, high: Bid) -> Between:
        """Say how fast the price a point of a project falls, as bid at both ends."""
        if low.poor is None:
            return NOTHING
        rough = rounding(stall)
        poor = stall.weights * low.poor
        most = poor.dot(self.most[stall.rows]) / _paying(stall, low) * (1 + rough)
        if high.poor is None:
            return Between(0.0, float(most))
        poor = stall.weights * high.poor
        least = poor.dot(self.least[stall.rows]) / _paying(stall, high) * (1 - rough)
        return Between(float(least), float(most))

    def sell(self, stall: Stall, low: Bid, high: Bid, fall: Between) -> None:
        """Let the project be paid for, at both ends and so between."""
        if low.poor is None:
            return
        given = 1.0 if stall.points is None else stall.points
        least = (self.least[stall.rows] + fall.least * given) * LESS
        most = (self.most[stall.rows] + fall.most * given) * MORE
        least[low.poor] = 0.0
        if high.poor is not None:
            most[high.poor] = 0.0
        self.least[stall.rows], self.most[stall.rows] = least, most

    def paid(
        self, stall: Stall, fall: Between, poor: Flags, surely_poor: Flags
    ) -> Between:
        """Say how fast grows what a project is paid at a price that falls like this.

        `poor` are all who anywhere between may have less than their part, `surely_poor`
        all who have less everywhere.
        """
        rough = rounding(stall)
        most = (stall.weights * poor).dot(self.most[stall.rows]) * (1 + rough)
        most -= fall.least * float(stall.pull.dot(~poor)) * (1 - rough)
        least = (stall.weights * surely_poor).dot(self.least[stall.rows]) * (1 - rough)
        least -= fall.most * float(stall.pull.dot(~surely_poor)) * (1 + rough)
        # The difference is rounded once more.
        return Between(float(least) - ULP * abs(least), float(most) + ULP * abs(most))


def rounding(stall: Stall) -> float:
    """Bound how far off a sum over a project's supporters is, as a part of it."""
    return (len(stall.rows) + 16) * ULP


def _paying(stall: Stall, bid: Bid) -> float:
    """Give the points of all who pay in full; they are whole, so this is exact."""
    return stall.full if bid.poor is None else float(stall.pull.dot(~bid.poor))
