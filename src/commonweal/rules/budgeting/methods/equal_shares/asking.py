"""Who asks least in a count by equal shares, as far as floats can prove it.

The money paid at a price a point, `sum of min(has, price * points)`, is concave in the
price, and rates only rise in the course of a count. So a bound on a rate, once proven,
holds until the end.
"""

import heapq
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

import numpy as np

from commonweal.rules.budgeting.marks import Whole
from commonweal.rules.budgeting.methods.equal_shares.bids import (
    Bid,
    Flags,
    Level,
    Part,
    Unproven,
)
from commonweal.rules.budgeting.methods.equal_shares.stalls import (
    Floats,
    Stall,
    Stalls,
)

ULP = 2.0**-52
LESS, MORE = 1 - 4 * ULP, 1 + 4 * ULP


class Hint(NamedTuple):
    """A project that may ask least, and the rate it may ask."""

    place: int
    rate: float


@dataclass(slots=True)
class Asking(ABC):
    """The projects that may still bid, and what everybody has left.

    `near` is every purse in coins, and `fuzz` bounds how far that is from the truth,
    in coins, but for rounding it to a float, which every sum and comparison allows for.
    `waiting` is a heap of projects with a rate each asks at least.
    """

    stalls: tuple[Stall | None, ...]
    part: Part
    near: Floats
    fuzz: float
    waiting: list[tuple[float, int]]

    def level(self, hint: Hint | None = None) -> Level | None:
        """Find the projects that ask least; None where nothing can be paid for.

        The `hint` is a project still waiting that may be the one, and what it may ask.
        """
        bids: list[Bid] = []
        aside: list[tuple[float, int]] = []
        high, hinted = np.inf, -1
        if hint is not None:
            hinted = hint.place
            found = self.ask(hinted, hint.rate, high)
            if isinstance(found, Bid):
                bids.append(found)
                high = found.high
        still = hint is not None
        while self.waiting and self.waiting[0][0] <= high:
            bound, place = heapq.heappop(self.waiting)
            if place == hinted:
                still = False
                continue
            found = self.ask(place, bound, high)
            if isinstance(found, Bid):
                bids.append(found)
                high = min(high, found.high)
            elif found < np.inf:
                aside.append((found, place))
        return self._of(bids, aside, high, {hinted} if still else set())

    def _of(
        self,
        bids: list[Bid],
        aside: list[tuple[float, int]],
        high: float,
        waiting: set[int],
    ) -> Level | None:
        """Tell who asks least of these; the others, unless still waiting, wait on."""
        if not bids:
            return None
        first = [bid for bid in bids if bid.low <= high]
        level = Level((first[0],), (first[0].place,))
        if len(first) > 1:
            level = self._parted(sorted(first, key=lambda bid: bid.place))
        gone = {bid.place for bid in level.bids} or set(level.tied)
        gone |= waiting
        aside += [(bid.low, bid.place) for bid in bids if bid.place not in gone]
        for entry in aside:
            heapq.heappush(self.waiting, entry)
        return level

    def ask(self, place: int, bound: float, high: float) -> Bid | float:
        """Let a project bid; or give a rate above `high` that it asks at least.

        Gives infinity for one that can never be paid for any more.
        """
        stall = self.stall(place)
        has = self.near[stall.rows]
        if high < np.inf:
            least = self.above(stall, has, high)
            if least:
                return least
        rough = (len(has) + 16) * ULP
        together = float(stall.weights.dot(has))
        error = rough * (together + stall.cost) + self.fuzz * stall.voters
        if together + error < stall.cost:
            return np.inf
        if together - error < stall.cost and not self.can_pay(stall):
            return np.inf
        return self.bid(place, stall, has, bound)

    def above(self, stall: Stall, has: Floats, high: float) -> float:
        """Prove that a project asks more than a rate, and how much at least; or 0.

        What is paid rises from there by no more than those points who have their part
        by these figures; how far the sums of them are off, `short` allows for.
        """
        price = high * stall.use * MORE
        due = price if stall.points is None else price * stall.points
        paid = float(stall.weights.dot(np.minimum(has, due)))
        rough = (len(has) + 16) * ULP
        short = stall.cost - paid - rough * (paid + stall.cost)
        short -= self.fuzz * stall.voters
        if short <= 0:
            return 0.0
        rising = float(stall.pull.dot(has >= due))
        if not rising:
            return np.inf
        return (price + short / rising * (1 - rough)) / stall.use * LESS

    def stall(self, place: int) -> Stall:
        """Give the stall of a project that somebody backs."""
        stall = self.stalls[place]
        assert stall is not None, "only projects that somebody backs may bid"
        return stall

    def _parted(self, bids: list[Bid]) -> Level:
        """Settle who asks least of several the floats cannot tell apart."""
        rates = [self.rate(bid) for bid in bids]
        known = [rate for rate in rates if rate is not None]
        if len(known) < len(bids):
            return self.least(bids)
        least = min(known)
        level = [bid for bid, rate in zip(bids, known, strict=True) if rate == least]
        return self.chosen(level, least)

    def chosen(self, level: list[Bid], rate: Fraction | None) -> Level:
        """Choose one of those level by the charter's way, unless all can be paid."""
        places = tuple(bid.place for bid in level)
        if len(level) > 1 and not self.all_can_be_paid(level):
            chosen = self.part(list(places))
            level = [bid for bid in level if bid.place == chosen]
        return Level(tuple(level), places, rate)

    def rate(self, bid: Bid) -> Fraction | None:
        """Give the rate a project asks as a fraction, where that is known.

        It is where everybody pays in full who has anything.
        """
        stall, paying = self.stall(bid.place), 0
        if bid.poor is None or bid.nearly is None:
            paying = stall.full
        elif not (bid.nearly | (bid.poor & self.held(stall.rows))).any():
            paying = stall.full - int(stall.pull @ bid.poor)
        return Fraction(stall.cost, paying * stall.use) if paying else None

    def all_can_be_paid(self, bids: Sequence[Bid]) -> bool:
        """Say whether whoever backs several of those level can pay for all, or nothing.

        Raises `Unproven` where that cannot be told.
        """
        some, due, unsure = self.due_of(bids)
        held = self.held(some)
        left, unsure = self.near[some[held]] - due[held], unsure[held]
        if bool((left < -unsure).any()):
            return False
        if bool((left > unsure).all()):
            return True
        raise Unproven

    def due_of(self, bids: Sequence[Bid]) -> tuple[Whole, Floats, Floats]:
        """Give the ballots that back several of these, and what they would owe.

        With it comes how far what they would have left may be from the truth. Of each
        price that is no more than what a bid leaves open, from its lowest to its
        highest; of the purse it is `fuzz`, and as much for rounding the difference;
        and each sum is rounded by less than one part in 2**52 of what is owed in all.
        """
        due, times = np.zeros(len(self.near)), np.zeros(len(self.near))
        unsure = np.full(len(self.near), self.fuzz * 2)
        for bid in bids:
            stall = self.stall(bid.place)
            points = 1.0 if stall.points is None else stall.points
            due[stall.rows] += bid.price * points
            unsure[stall.rows] += (bid.high - bid.low) * stall.use * points
            times[stall.rows] += 1
        some = np.flatnonzero(times > 1)
        return some, due[some], unsure[some] + due[some] * ULP * (len(bids) + 4)

    @abstractmethod
    def can_pay(self, stall: Stall) -> bool:
        """Say whether those who back a project have its cost, where it is close."""

    @abstractmethod
    def bid(self, place: int, stall: Stall, has: Floats, bound: float) -> Bid:
        """Find the price in floats, and how far off it may be."""

    @abstractmethod
    def least(self, bids: list[Bid]) -> Level:
        """Find the one that asks least where what they ask is not known exactly."""

    @abstractmethod
    def held(self, rows: Whole) -> Flags:
        """Say whose purse is not empty, of these ballots."""


def waiting_at(stalls: Stalls) -> list[tuple[float, int]]:
    """Give the heap of all projects with what they ask where all can pay in full."""
    waiting = [
        (stall.cost / (stall.full * stall.use) * LESS, place)
        for place, stall in enumerate(stalls.stalls)
        if stall is not None
    ]
    heapq.heapify(waiting)
    return waiting
