"""The projects of a count by equal shares, and who of them asks least, in fractions.

Floats (64 bit) only say where it is worth looking: they prove that a project asks more
than some rate, with a bound on their own error. Whatever they cannot tell apart is
compared exactly, and every price that is paid is exact.
"""

import heapq
from collections.abc import Collection
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np

from commonweal.rules.budgeting.marks import Support
from commonweal.rules.budgeting.methods.equal_shares.book import (
    Book,
    Purchase,
    uses_of,
)
from commonweal.rules.budgeting.methods.equal_shares.purses import Floats, Purses

# Adding n products of rounded numbers is off by less than (n + 8) of these.
_ULP = 2.0**-52
_A_LITTLE_LESS = 1 - 2.0**-30


@dataclass(frozen=True, slots=True)
class ExactBid:
    """What a project asks, exactly: the price a point, and that as part of its use.

    `place` is the project's among the contest's options.
    """

    place: int
    project: str
    price: Fraction
    rate: Fraction


@dataclass(slots=True)
class Market:
    """The projects still open, and the purses they are to be paid from.

    `waiting` is a heap of projects, each with a rate it is proven to ask at least.
    """

    costs: list[int]
    uses: list[int]
    support: Support
    purses: Purses
    points: Floats
    weights: Floats
    open: set[int]
    waiting: list[tuple[float, int]] = field(default_factory=list)

    @classmethod
    def opened(cls, book: Book) -> "Market":
        """Give every voter an equal share, and let every project bid."""
        contest, support = book.contest, book.support
        backed = np.flatnonzero(np.diff(support.starts)).tolist()
        uses = uses_of(contest)
        return cls(
            costs=[contest.costs.get(option, 0) for option in support.options],
            uses=[uses[option] for option in support.options],
            support=support,
            purses=Purses.filled(support, book.share),
            points=support.points.astype(np.float64),
            weights=support.weights.astype(np.float64),
            open=set(backed),
            waiting=[(0.0, place) for place in backed],
        )

    def cheapest(self) -> list[ExactBid]:
        """Find the projects with the lowest rate, in the contest's order; may be none.

        Rates only ever rise, so a bound once proven holds. The first of the heap is
        looked at again until what is first cannot ask less than the best bid found.
        """
        best: list[ExactBid] = []
        fresh: dict[int, float] = {}
        looked_at: list[tuple[float, int]] = []
        while self.waiting and not (best and self.waiting[0][0] > best[0].rate):
            bound, place = heapq.heappop(self.waiting)
            if place in fresh:
                looked_at.append((bound, place))
                best = _better(best, self._bid(place, fresh[place]))
            elif place in self.open:
                self._look_again(place, bound, fresh)
        for entry in looked_at:
            heapq.heappush(self.waiting, entry)
        return sorted(best, key=lambda bid: bid.place)

    def _bid(self, place: int, guess: float) -> ExactBid:
        cost = self.costs[place]
        price = self.purses.price(place, cost, guess)
        return ExactBid(
            place, self.support.options[place], price, price / self.uses[place]
        )

    def _look_again(self, place: int, bound: float, fresh: dict[int, float]) -> None:
        """Put a project back with a better bound, if it can still be paid for.

        The bound is proven: at the price it stands for, what is paid falls short of
        the cost by more than the floats can be wrong.
        """
        cost = self.costs[place]
        rows = self.support.supporters(place)
        money, weights = self.purses.near_of(rows), self.weights[rows]
        points = self.points[self.support.starts[place] :][: len(rows)]
        error = (len(rows) + 8) * _ULP
        together = float((money * weights).sum())
        short = together * (1 + error) < cost
        close = together * (1 - error) <= cost
        if short or (close and not self.purses.can_pay(place, cost)):
            return
        price = _near_price(float(cost), money, points, weights) * _A_LITTLE_LESS
        paid = float((weights * np.minimum(money, price * points)).sum())
        if paid * (1 + error) < cost:
            bound = max(bound, price / self.uses[place] * (1 - 4 * _ULP))
        fresh[place] = price
        heapq.heappush(self.waiting, (bound, place))

    def keep(self, projects: Collection[str]) -> None:
        """Let no others bid any more."""
        kept = set(projects)
        self.open = {one for one in self.open if self.support.options[one] in kept}

    def all_can_be_paid(self, level: list[ExactBid]) -> bool:
        """Say whether buying one of those level leaves the others as they are."""
        times = np.zeros(len(self.weights), dtype=np.int64)
        for bid in level:
            times[self.support.supporters(bid.place)] += 1
        several = np.flatnonzero(times > 1).tolist()
        due: dict[int, Fraction] = dict.fromkeys(several, Fraction(0))
        for bid in level:
            backing = zip(
                self.support.supporters(bid.place).tolist(),
                self.support.points_for(bid.place).tolist(),
                strict=True,
            )
            for row, points in backing:
                if row in due:
                    due[row] += bid.price * points
        return not any(self.purses.falls_short(row, due[row]) for row in due)

    def sell(self, bid: ExactBid) -> Purchase:
        """Take the money from the supporters, and say who paid how."""
        paid = self.purses.pay(bid.place, bid.price)
        return Purchase(bid.project, bid.price, paid.in_full, paid.with_the_rest)


def _better(best: list[ExactBid], bid: ExactBid) -> list[ExactBid]:
    """Keep the lowest bid, and all that are level with it."""
    if not best or bid.rate < best[0].rate:
        return [bid]
    return [*best, bid] if bid.rate == best[0].rate else best


def _near_price(cost: float, money: Floats, points: Floats, weights: Floats) -> float:
    """Find the price a point in floats, as `Purses.price` does exactly."""
    price = 0.0
    while True:
        rich = money >= price * points
        divisor = float((points * weights)[rich].sum())
        owed = cost - float((money * weights)[~rich].sum())
        found = owed / divisor if divisor else 0.0
        if found <= price:
            return price
        price = found
