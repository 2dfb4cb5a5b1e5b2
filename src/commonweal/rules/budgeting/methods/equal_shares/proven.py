"""Equal shares for a city, fast: every decision is proven, or the run gives up.

Money is counted in whole units far below a coin, so sums are exact and the only errors
are prices rounded down. Floats look where it is worth looking. A project is bought only
if it is proven to ask less than all others; where figures are too close for that, the
run ends unproven, and a slower form counts in fractions instead.

The money paid at a price a point, `sum of min(has, price * points)`, is concave in the
price, and rates only rise in the course of a count. So a bound on a rate, once proven,
holds until the end.
"""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np

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

_ULP = 2.0**-52
_LESS, _MORE = 1 - 4 * _ULP, 1 + 4 * _ULP
# Purses closer to what is due than this part of it are compared in units.
_NEARLY = 2.0**-32


@dataclass(slots=True)
class Run:
    """One count: what everybody has left, and who may still bid.

    `fuzz` bounds how far a purse's float is from the truth, in coins, `off` how far its
    units are. `waiting` is a heap of projects with a rate each asks at least.
    """

    stalls: tuple[Stall | None, ...]
    part: Part
    money: Words
    fuzz: float
    off: int = 1
    waiting: list[tuple[float, int]] = field(default_factory=list)

    @classmethod
    def started(cls, stalls: Stalls, share: Fraction, part: Part) -> "Run":
        """Give every voter the same share; ties are parted by `part`."""
        money = Words.filled(stalls, share)
        if money is None:
            raise Unproven
        waiting = [
            (stall.cost / (stall.full * stall.use) * _LESS, place)
            for place, stall in enumerate(stalls.stalls)
            if stall is not None
        ]
        heapq.heapify(waiting)
        fuzz = 2.0 ** (money.bits - money.shift + 1)
        return cls(stalls.stalls, part, money, fuzz, waiting=waiting)

    def level(self) -> Level | None:
        """Find the projects that ask least; None where nothing can be paid for."""
        bids: list[Bid] = []
        aside: list[tuple[float, int]] = []
        high = np.inf
        while self.waiting and self.waiting[0][0] <= high:
            bound, place = heapq.heappop(self.waiting)
            found = self.ask(place, bound, high)
            if isinstance(found, Bid):
                bids.append(found)
                high = min(high, found.high)
            elif found < np.inf:
                aside.append((found, place))
        if not bids:
            return None
        first = [bid for bid in bids if bid.low <= high]
        level = Level((first[0],), (first[0].place,))
        if len(first) > 1:
            level = self._parted(sorted(first, key=lambda bid: bid.place))
        gone = {bid.place for bid in level.bids} or set(level.tied)
        aside += [(bid.low, bid.place) for bid in bids if bid.place not in gone]
        for entry in aside:
            heapq.heappush(self.waiting, entry)
        return level

    def ask(self, place: int, bound: float, high: float) -> Bid | float:
        """Let a project bid; or give a rate above `high` that it asks at least.

        Gives infinity for one that can never be paid for any more.
        """
        stall = self.stall(place)
        has = self.money.near[stall.rows]
        if high < np.inf:
            least = self.above(stall, has, high)
            if least:
                return least
        rough = (len(has) + 16) * _ULP
        together = float(stall.weights @ has)
        error = rough * (together + stall.cost) + self.fuzz * stall.voters
        if together + error < stall.cost:
            return np.inf
        if together - error < stall.cost and not self._can_pay(stall):
            return np.inf
        return self._bid(place, stall, has, bound)

    def above(self, stall: Stall, has: Floats, high: float) -> float:
        """Prove that a project asks more than a rate, and how much at least; or 0."""
        price = high * stall.use * _MORE
        due = price if stall.points is None else price * stall.points
        paid = float(stall.weights @ np.minimum(has, due))
        rough = (len(has) + 16) * _ULP
        short = stall.cost - paid - rough * (paid + stall.cost)
        short -= self.fuzz * stall.voters
        if short <= 0:
            return 0.0
        rising = float(stall.pull @ (has >= due - self.fuzz * 2))
        if not rising:
            return np.inf
        return (price + short / rising * (1 - rough)) / stall.use * _LESS

    def stall(self, place: int) -> Stall:
        """Give the stall of a project that somebody backs."""
        stall = self.stalls[place]
        assert stall is not None, "only projects that somebody backs may bid"
        return stall

    def _can_pay(self, stall: Stall) -> bool:
        """Say in units whether those who back a project have its cost together."""
        together = self.money.together(stall, np.full(len(stall.rows), True))
        spare = together - (stall.cost << self.money.shift)
        error = self.off * int(stall.voters)
        if abs(spare) <= error:
            raise Unproven
        return spare > 0

    def _bid(self, place: int, stall: Stall, has: Floats, bound: float) -> Bid:
        """Find the price in floats, and how far off it may be."""
        price, poor, paying = near_price(stall, has, bound * stall.use * _LESS)
        due = price if stall.points is None else price * stall.points
        gap = np.abs(has - due)
        nearly = gap <= due * _NEARLY + self.fuzz
        some_near = bool(nearly.any())
        if paying == stall.full and not some_near:
            low, high = price / stall.use * _LESS, price / stall.use * _MORE
            return Bid(place, price, low, high, None, None)
        if some_near:
            paying -= float(stall.pull @ (nearly & ~poor))
        if not paying:
            raise Unproven
        rough = (len(has) + 16) * _ULP
        off = (rough * stall.cost + self.fuzz * stall.voters) / paying
        if 2 * off > price * _NEARLY:
            raise Unproven
        low, high = (price - off) / stall.use, (price + off) / stall.use
        return Bid(place, price, low * _LESS, high * _MORE, poor, nearly)

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
        unsure = ~clear & self.money.held(stall)
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

    def _parted(self, bids: list[Bid]) -> Level:
        """Settle who asks least of several the floats cannot tell apart."""
        rates = [self.rate(bid) for bid in bids]
        known = [rate for rate in rates if rate is not None]
        if len(known) < len(bids):
            return self._least(bids)
        least = min(known)
        level = [bid for bid, rate in zip(bids, known, strict=True) if rate == least]
        return self._chosen(level, least)

    def _chosen(self, level: list[Bid], rate: Fraction | None) -> Level:
        """Choose one of those level by the charter's way, unless all can be paid."""
        places = tuple(bid.place for bid in level)
        if len(level) > 1 and not self.all_can_be_paid(level):
            chosen = self.part(list(places))
            level = [bid for bid in level if bid.place == chosen]
        return Level(tuple(level), places, rate)

    def _least(self, bids: list[Bid]) -> Level:
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
        return self._chosen([one[3] for one in level], None)

    def rate(self, bid: Bid) -> Fraction | None:
        """Give the rate a project asks as a fraction, where that is known.

        It is where everybody pays in full who has anything.
        """
        stall, paying = self.stall(bid.place), 0
        if bid.poor is None or bid.nearly is None:
            paying = stall.full
        elif not (bid.nearly | (bid.poor & self.money.held(stall))).any():
            paying = stall.full - int(stall.pull @ bid.poor)
        return Fraction(stall.cost, paying * stall.use) if paying else None

    def all_can_be_paid(self, bids: Sequence[Bid]) -> bool:
        """Say whether whoever backs several of those level can pay for all, or nothing.

        Raises `Unproven` where that cannot be told.
        """
        due, times = np.zeros(len(self.money.near)), np.zeros(len(self.money.near))
        for bid in bids:
            stall = self.stall(bid.place)
            due[stall.rows] += bid.price * (
                1.0 if stall.points is None else stall.points
            )
            times[stall.rows] += 1
        some = (times > 1) & ((self.money.high | self.money.low) > 0)
        has, due = self.money.near[some], due[some]
        if bool((has + self.fuzz < due * (1 - _NEARLY)).any()):
            return False
        if bool((has > due * (1 + _NEARLY) + self.fuzz).all()):
            return True
        raise Unproven

    def sell(self, bid: Bid, *, exactly: bool = False) -> Sale:
        """Take the money. If `exactly`, it must be proven who has less than owed."""
        stall, price = self.stall(bid.place), self.price(bid)
        poor, paying = stall.rows[:0], stall.full
        in_full, rest = int(stall.voters), 0
        if price.poor is not None:
            paying -= int(stall.pull @ price.poor)
            if exactly:
                self._prove_poor(bid, price, stall)
                some = price.poor & self.money.held(stall)
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
