"""Equal shares for a city, fast: every decision is proven, or the run gives up.

Money is counted in whole units far below a coin, so sums are exact and the only errors
are prices rounded down. Floats look where it is worth looking. A project is bought only
if it is proven to ask less than all others; where figures are too close for that, the
run ends unproven, and a slower form counts in fractions instead.
"""

from dataclasses import dataclass
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
    Level,
    Part,
    Price,
    Sale,
    Unproven,
)
from commonweal.rules.budgeting.methods.equal_shares.stalls import (
    Floats,
    Stall,
    Stalls,
    near_price,
)
from commonweal.rules.budgeting.methods.equal_shares.words import Flags, Words

# Purses closer to what is due than this part of it are compared in units.
_NEARLY = 2.0**-32


@dataclass(slots=True)
class Run(Asking):
    """One count: what everybody has left in units, and how far those are `off`."""

    money: Words
    off: int = 1

    @classmethod
    def started(cls, stalls: Stalls, share: Fraction, part: Part) -> "Run":
        """Give every voter the same share; ties are parted by `part`."""
        money = Words.filled(stalls, share)
        if money is None:
            raise Unproven
        fuzz = 2.0 ** (money.bits - money.shift + 1)
        waiting = waiting_at(stalls)
        return cls(stalls.stalls, part, money.near, fuzz, waiting, money)

    def held(self, rows: Whole) -> Flags:
        """Say whose purse is not empty, of these ballots."""
        return self.money.held(rows)

    def can_pay(self, stall: Stall) -> bool:
        """Say in units whether those who back a project have its cost together."""
        together = self.money.together(stall, np.full(len(stall.rows), True))
        spare = together - (stall.cost << self.money.shift)
        error = self.off * int(stall.voters)
        if abs(spare) <= error:
            raise Unproven
        return spare > 0

    def bid(self, place: int, stall: Stall, has: Floats, bound: float) -> Bid:
        """Find the price in floats, and how far off it may be."""
        price, poor, paying = near_price(stall, has, bound * stall.use * LESS)
        due = price if stall.points is None else price * stall.points
        gap = np.abs(has - due)
        nearly = gap <= due * _NEARLY + self.fuzz
        some_near = bool(nearly.any())
        if paying == stall.full and not some_near:
            low, high = price / stall.use * LESS, price / stall.use * MORE
            return Bid(place, price, low, high, None, None)
        if some_near:
            paying -= float(stall.pull @ (nearly & ~poor))
        if not paying:
            raise Unproven
        rough = (len(has) + 16) * ULP
        off = (rough * stall.cost + self.fuzz * stall.voters) / paying
        if 2 * off > price * _NEARLY:
            raise Unproven
        low, high = (price - off) / stall.use, (price + off) / stall.use
        return Bid(place, price, low * LESS, high * MORE, poor, nearly)

    def price(self, bid: Bid) -> Price:
        """Find the price in units, off by what the poor may have more or less."""
        stall = self.stall(bid.place)
        cost = stall.cost << self.money.shift
        if bid.poor is None or bid.nearly is None:
            return Price(cost // stall.full, 1, None)
        poor, clear = bid.poor, ~(bid.poor | bid.nearly)
        if bid.nearly.any():
            poor = self._settled(stall, bid)
        paying = stall.full - int(stall.pull @ poor)
        rising = int(stall.pull @ clear)
        if not rising:
            raise Unproven
        units = (cost - self.money.together(stall, poor)) // paying
        unsure = ~clear & self.held(stall.rows)
        off = int(stall.weights @ unsure) * self.off // rising + 2
        if off * 4 > units * _NEARLY:
            raise Unproven
        return Price(units, off, poor)

    def _settled(self, stall: Stall, bid: Bid) -> Flags:
        """Settle in units who of those near to being poor is."""
        assert bid.poor is not None, "only then is anybody near it"
        assert bid.nearly is not None, "only then is anybody near it"
        edge = np.flatnonzero(bid.nearly).tolist()
        purses, poor = self.money.each(stall, edge), bid.poor.copy()
        points = stall.given[edge].tolist()
        for _ in range(8):
            paying = stall.full - int(stall.pull @ poor)
            if not paying:
                raise Unproven
            units = (
                (stall.cost << self.money.shift) - self.money.together(stall, poor)
            ) // paying
            found = [
                has < units * given for has, given in zip(purses, points, strict=True)
            ]
            if found == poor[edge].tolist():
                return poor
            poor[edge] = found
        raise Unproven

    def least(self, bids: list[Bid]) -> Level:
        """Find the one that asks least, by what they ask in units; twins ask alike."""
        asked = []
        for bid in bids:
            price, stall = self.price(bid), self.stall(bid.place)
            most = Fraction(price.units + price.off, stall.use)
            least = Fraction(price.units - price.off, stall.use)
            asked.append((most, least, stall.twin, bid))
        first = min(asked, key=lambda one: one[0])
        level = [one for one in asked if one[1] <= first[0]]
        if any(one[2] != first[2] for one in level):
            raise Unproven
        return self.chosen([one[3] for one in level], None)

    def sell(self, bid: Bid, *, exactly: bool = False) -> Sale:
        """Take the money. If `exactly`, it must be proven who has less than owed."""
        stall, price = self.stall(bid.place), self.price(bid)
        poor, paying = stall.rows[:0], stall.full
        in_full, rest = int(stall.voters), 0
        if price.poor is not None:
            paying -= int(stall.pull @ price.poor)
            if exactly:
                self._prove_poor(bid, price, stall)
                some = price.poor & self.held(stall.rows)
                poor, rest = stall.rows[some], int(stall.counts @ some)
                in_full -= int(stall.counts @ price.poor)
        self.money.take(stall, price.units, price.poor)
        self.off += price.off * stall.most_points
        if self.off >= 2**self.money.bits:
            raise Unproven
        return Sale(bid.place, bid.high, poor, paying, in_full, rest)

    def _prove_poor(self, bid: Bid, price: Price, stall: Stall) -> None:
        """Make sure that nobody's purse is too near to the part it owes to tell."""
        assert bid.nearly is not None, "some are poor"
        places = np.flatnonzero(bid.nearly).tolist()
        margin = self.off + price.off * stall.most_points
        points = stall.given[places].tolist()
        for purse, given in zip(self.money.each(stall, places), points, strict=True):
            if purse and abs(purse - price.units * given) <= margin:
                raise Unproven
