"""A count by equal shares that finds out what is bought and who is poor, in floats.

With every purse comes a bound on how far it is from the truth. What these bounds let it
prove it decides, and gives up on the rest, which `proven` counts in whole units. Exact
prices follow from who is poor (`prices`), and for budgets on the way nobody needs them.
"""

from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np

from commonweal.rules.budgeting.marks import Whole
from commonweal.rules.budgeting.methods.equal_shares.asking import (
    LESS,
    MORE,
    ULP,
    Asking,
    waiting_at,
)
from commonweal.rules.budgeting.methods.equal_shares.bids import (
    Bid,
    Flags,
    Level,
    Part,
    Sale,
    Unproven,
)
from commonweal.rules.budgeting.methods.equal_shares.stalls import (
    Floats,
    Stall,
    Stalls,
    near_price,
)


@dataclass(slots=True)
class Scout(Asking):
    """One count in floats; nobody ever has more than `share`.

    `errors` bound how far each purse is from the truth, and `fuzz` is the largest of
    them. Who gave all has nought exactly, so only such a purse is empty. `looked_at`
    is what each that bid since the last sale would leave.
    """

    share: float
    errors: Floats
    looked_at: dict[int, tuple[Floats, Floats]] = field(default_factory=dict)

    @classmethod
    def started(cls, stalls: Stalls, share: Fraction, part: Part) -> "Scout":
        """Give every voter the same share; ties are parted by `part`."""
        each = float(share)
        near, errors = np.full(stalls.ballots, each), np.full(stalls.ballots, each)
        errors *= ULP
        waiting = waiting_at(stalls)
        fuzz = each * ULP
        return cls(stalls.stalls, part, near, fuzz, waiting, each, errors)

    def held(self, rows: Whole) -> Flags:
        """Say whose purse is not empty, of these ballots."""
        held: Flags = self.near[rows] > 0
        return held

    def can_pay(self, stall: Stall) -> bool:
        """Give up: this is too close for floats."""
        raise Unproven

    def bid(self, place: int, stall: Stall, has: Floats, bound: float) -> Bid:
        """Find the price, and how far off it may be; give up where that decides.

        If exactly those found are poor, the price is what they leave to be paid, by
        the points of all others. Floats sum that up wrong by `rough` of the cost at
        most, and by what the purses of the poor are wrong, which makes `off`. If nobody
        is poor, it is one division, off by half of the last place.

        So what somebody has left is wrong by `off` for each point and by `fuzz` for
        the purse. That what is due is rounded, `off` allows for already; and whether a
        difference is above nought is the same when it is rounded. Whoever has left, or
        lacks, more than this `margin` is rightly found rich, or poor. If all do, those
        found are the poor, and the price is as near as it says.
        """
        price, poor, paying = near_price(stall, has, bound * stall.use * LESS)
        off, nobody = price * 4 * ULP, None
        errors = self.errors[stall.rows]
        if paying < stall.full:
            wrong = float(stall.weights.dot(errors * poor))
            rough = (len(has) + 16) * ULP
            off = (rough * stall.cost + wrong) / paying * MORE
            nobody = np.zeros(len(has), dtype=np.bool_)
        left = has - (price if stall.points is None else price * stall.points)
        margin = off * stall.most_points + self.fuzz
        if np.minimum.reduce(np.abs(left)) <= margin:
            raise Unproven
        low, high = (price - off) / stall.use, (price + off) / stall.use
        flags = None if nobody is None else poor
        self.looked_at[place] = left, errors
        return Bid(place, price, low * LESS, high * MORE, flags, nobody)

    def least(self, bids: list[Bid]) -> Level:
        """Part twins, who always ask the same; give up on all others."""
        if len({self.stall(bid.place).twin for bid in bids}) > 1:
            raise Unproven
        return self.chosen(bids, None)

    def sale_of(self, bid: Bid) -> Sale:
        """Say who would pay for a project in full, and who with the rest, as proven."""
        stall = self.stall(bid.place)
        poor, paying, in_full, rest = stall.rows[:0], stall.full, int(stall.voters), 0
        if bid.poor is not None:
            some = bid.poor & self.held(stall.rows)
            poor, rest = stall.rows[some], int(stall.weights.dot(some))
            paying -= int(stall.pull.dot(bid.poor))
            in_full -= int(stall.weights.dot(bid.poor))
        return Sale(bid.place, bid.high, poor, paying, in_full, rest)

    def sell(self, bid: Bid) -> None:
        """Take the money: the price a point, and all of it from the poor."""
        stall, price = self.stall(bid.place), bid.price
        looked_at = self.looked_at.pop(bid.place, None)
        if looked_at is None:
            due = price if stall.points is None else price * stall.points
            looked_at = self.near[stall.rows] - due, self.errors[stall.rows]
        left, errors = looked_at
        off = (bid.high - bid.low) / 2 * stall.use * MORE
        errors += off * stall.most_points + self.share * ULP
        if bid.poor is not None:
            left[bid.poor] = errors[bid.poor] = 0.0
        self.near[stall.rows], self.errors[stall.rows] = left, errors
        self.fuzz = max(self.fuzz, float(np.maximum.reduce(errors)))
        # What others have left may be less now.
        self.looked_at.clear()
