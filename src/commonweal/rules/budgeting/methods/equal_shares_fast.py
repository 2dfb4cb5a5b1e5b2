"""Equal shares for a city: the same count as `equal_shares`, thousands of times faster.

Money is exact: voters with equal money form one class, and every class's money is a
whole number of parts of one common denominator. Floats (64 bit) only say where it is
worth looking: they prove that a project asks more than some rate, with a bound on
their own error, and the projects they cannot tell apart are compared exactly. So is
every price that is paid.
"""

import heapq
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm

import numpy as np
from numpy.typing import NDArray

from commonweal.rules.budgeting.marks import Support, Whole
from commonweal.rules.budgeting.methods import equal_shares
from commonweal.rules.budgeting.methods.equal_shares_book import Book, Purchase
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.outcome import Outcome
from commonweal.rules.voting.ties import TieBreaker

type Floats = NDArray[np.float64]

# Adding n products of rounded numbers is off by less than (n + 8) of these.
_ULP = 2.0**-52
_A_LITTLE_LESS = 1 - 2.0**-30
_NEARLY = 2.0**-48


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Count as `equal_shares.count` does: same arguments, same outcome, same refusals.

    Numbers too large for the filter are left to the readable form.
    """
    book = Book(contest, ballots, ties)
    if not _within_reach(book):
        return equal_shares.count(contest, ballots, ties)
    market = Market.opened(book)
    while level := market.cheapest():
        projects = [bid.project for bid in level]
        if len(level) > 1 and not market.all_can_be_paid(level):
            projects = book.part(projects)
        for bid in level:
            if bid.project in projects:
                market.close(bid.project)
                if bid.project not in book.deadlocked:
                    book.buy(market.pay(bid))
    return book.closed()


def _within_reach(book: Book) -> bool:
    """Say whether every sum of whole numbers is exact, and no float overflows."""
    support = book.support
    points = int(support.points.max(initial=1)) * max(book.voters, 1)
    dearest = max(book.contest.costs.values(), default=1)
    return points < 2**53 and max(dearest, book.budget) < 2**500


@dataclass(frozen=True, slots=True)
class Bid:
    """What a project asks, exactly: the price a point, and that as part of its cost."""

    project: str
    price: Fraction
    rate: Fraction


@dataclass(slots=True)
class Backers:
    """The supporters of a project by class and points: exact money, and how many."""

    keys: Whole
    classes: list[int]
    points: list[int]
    voters: list[int]


@dataclass(slots=True)
class Market:
    """Who has how much money, and what each project may ask at least.

    `money[c] / parts` is what each voter of class `c` has, `near[c]` the float next to
    it; `class_of` gives the class of each ballot. `waiting` is a heap of projects by a
    rate each is proven to pass (a float, never too high).
    """

    contest: Contest
    support: Support
    parts: int
    money: list[int]
    near: Floats
    class_of: Whole
    points: Floats
    weights: Floats
    waiting: list[tuple[float, int]]
    fresh: set[int] = field(default_factory=set)
    closed: set[str] = field(default_factory=set)

    @classmethod
    def opened(cls, book: Book) -> "Market":
        """Give every voter an equal share of the budget."""
        support = book.support
        share = book.share
        return cls(
            contest=book.contest,
            support=support,
            parts=share.denominator,
            money=[share.numerator],
            near=np.array([share.numerator / share.denominator]),
            class_of=np.zeros(len(support.weights), dtype=np.int64),
            points=support.points.astype(np.float64),
            weights=support.weights.astype(np.float64),
            waiting=[
                (0.0, p)
                for p, option in enumerate(support.options)
                if len(support.supporters(p)) and option in book.contest.standing
            ],
        )

    def close(self, project: str) -> None:
        """Take a project off the market."""
        self.closed.add(project)

    def cheapest(self) -> list[Bid]:
        """Find the projects with the lowest rate, in the contest's order; may be none.

        Rates only ever rise, so a bound once proven holds. The heap's first project is
        looked at again until what is first cannot be lower than the best one found.
        """
        self.fresh.clear()
        best: list[Bid] = []
        looked_at: list[tuple[float, int]] = []
        while self.waiting and not (best and self.waiting[0][0] > best[0].rate):
            bound, project = heapq.heappop(self.waiting)
            if self.support.options[project] in self.closed:
                continue
            if project not in self.fresh:
                self._look_again(bound, project)
                continue
            looked_at.append((bound, project))
            bid = self._bid(project)
            if not best or bid.rate < best[0].rate:
                best = [bid]
            elif bid.rate == best[0].rate:
                best.append(bid)
        for entry in looked_at:
            heapq.heappush(self.waiting, entry)
        return sorted(best, key=lambda bid: self.contest.options.index(bid.project))

    def _look_again(self, bound: float, project: int) -> None:
        """Put a project back with a better bound, if it can still be paid for."""
        cost = self.contest.costs[self.support.options[project]]
        rows = self.support.supporters(project)
        purses = self.near[self.class_of[rows]]
        weights = self.weights[rows]
        points = self.points[self.support.starts[project] :][: len(rows)]
        error = (len(rows) + 8) * _ULP
        together = float((purses * weights).sum())
        if together * (1 + error) < cost:
            return
        if together * (1 - error) <= cost and not self._can_pay(project, cost):
            return
        price = _near_price(float(cost), purses, points, weights) * _A_LITTLE_LESS
        paid = float((weights * np.minimum(purses, price * points)).sum())
        if paid * (1 + error) < cost:
            bound = max(bound, price / cost * (1 - 2 * _ULP))
        self.fresh.add(project)
        heapq.heappush(self.waiting, (bound, project))

    def _backers(self, project: int) -> Backers:
        """Put a project's supporters together that have equal money and points."""
        rows = self.support.supporters(project)
        points = self.support.points_for(project)
        span = int(points.max()) + 1
        keys = self.class_of[rows] * span + points
        kinds, place = _distinct(keys, len(self.money) * span)
        voters = np.zeros(len(kinds), dtype=np.int64)
        np.add.at(voters, place, self.support.weights[rows])
        classes, given = np.divmod(kinds, span)
        return Backers(place, classes.tolist(), given.tolist(), voters.tolist())

    def _can_pay(self, project: int, cost: int) -> bool:
        backers = self._backers(project)
        together = sum(
            self.money[c] * voters
            for c, voters in zip(backers.classes, backers.voters, strict=True)
        )
        return together >= cost * self.parts

    def _bid(self, project: int) -> Bid:
        """Find the exact price of a project that its supporters can pay for.

        Newton's method on what is paid at a price: a concave line with corners, so
        that each step falls short of the price or meets it, and few steps are needed.
        """
        name = self.support.options[project]
        cost = self.contest.costs[name]
        backers = self._backers(project)
        price = Fraction(0)
        while True:
            poor = self._poorer_than(price, backers)
            owed, points = cost * self.parts, 0
            for c, given, voters, is_poor in zip(
                backers.classes, backers.points, backers.voters, poor, strict=True
            ):
                if is_poor:
                    owed -= self.money[c] * voters
                else:
                    points += given * voters
            found = Fraction(owed, self.parts * points)
            if found == price:
                return Bid(name, price, price / cost)
            price = found

    def _poorer_than(self, price: Fraction, backers: Backers) -> list[bool]:
        """Say for each kind of supporter whether it has less than its full part."""
        near = float(price)
        money = self.near[backers.classes]
        due = near * np.array(backers.points, dtype=np.float64)
        poor: list[bool] = (money < due).tolist()
        for at in np.flatnonzero(np.abs(money - due) <= _NEARLY * due).tolist():
            has = self.money[backers.classes[at]] * price.denominator
            poor[at] = has < price.numerator * backers.points[at] * self.parts
        return poor

    def all_can_be_paid(self, level: list[Bid]) -> bool:
        """Say whether buying one of those level leaves the others as they are."""
        places = [self.support.options.index(bid.project) for bid in level]
        times = np.zeros(len(self.class_of), dtype=np.int64)
        for place in places:
            times[self.support.supporters(place)] += 1
        due: dict[int, Fraction] = dict.fromkeys(
            np.flatnonzero(times > 1).tolist(), Fraction(0)
        )
        for bid, place in zip(level, places, strict=True):
            backing = zip(
                self.support.supporters(place).tolist(),
                self.support.points_for(place).tolist(),
                strict=True,
            )
            for row, points in backing:
                if row in due:
                    due[row] += bid.price * points
        return all(
            owed * self.parts <= self.money[self.class_of[row]]
            for row, owed in due.items()
        )

    def pay(self, bid: Bid) -> Purchase:
        """Take the money from the supporters, and say who paid how."""
        project = self.support.options.index(bid.project)
        backers = self._backers(project)
        poor = self._poorer_than(bid.price, backers)
        self._refine(bid.price.denominator)
        a_point = bid.price.numerator * (self.parts // bid.price.denominator)
        left, in_full, with_the_rest = [], 0, 0
        for c, points, voters, is_poor in zip(
            backers.classes, backers.points, backers.voters, poor, strict=True
        ):
            if is_poor:
                left.append(0)
                with_the_rest += voters if self.money[c] else 0
            else:
                left.append(self.money[c] - a_point * points)
                in_full += voters
        self._regroup(self.support.supporters(project), backers.keys, left)
        return Purchase(bid.project, bid.price, in_full, with_the_rest)

    def _refine(self, denominator: int) -> None:
        """Count money in smaller parts, of which the denominator is a multiple."""
        finer = lcm(self.parts, denominator)
        if finer != self.parts:
            factor = finer // self.parts
            self.money = [money * factor for money in self.money]
            self.parts = finer

    def _regroup(self, rows: Whole, keys: Whole, left: list[int]) -> None:
        """Put the ballots `rows` into new classes, and forget classes without any."""
        self.class_of[rows] = len(self.money) + keys
        money = self.money + left
        used = np.zeros(len(money), dtype=bool)
        used[self.class_of] = True
        self.class_of = (np.cumsum(used) - 1)[self.class_of]
        self.money = [money[c] for c in np.flatnonzero(used).tolist()]
        self.near = np.array([money / self.parts for money in self.money])


def _distinct(keys: Whole, room: int) -> tuple[Whole, Whole]:
    """Give the different keys, rising, and the place of each key among them."""
    if room > 16 * len(keys) + 2**16:
        kinds, place = np.unique(keys, return_inverse=True)
        return kinds, place
    there = np.zeros(room, dtype=bool)
    there[keys] = True
    return np.flatnonzero(there), (np.cumsum(there) - 1)[keys]


def _near_price(cost: float, purses: Floats, points: Floats, weights: Floats) -> float:
    """Find the price a point in floats, as `Market._bid` does exactly."""
    price = 0.0
    for _ in range(60):
        rich = purses >= price * points
        divisor = float((points * weights)[rich].sum())
        if not divisor:
            break
        found = (cost - float((purses * weights)[~rich].sum())) / divisor
        if found <= price:
            break
        price = found
    return price
