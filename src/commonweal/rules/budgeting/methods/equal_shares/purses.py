"""What each voter of a city has left, exactly, for a count by equal shares.

Voters with equal money form one class, and every class's money is a whole number of
parts of one common denominator: an exact sum is a sum of whole numbers. The float next
to each only spares exact comparisons that it can decide with certainty.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from commonweal.rules.budgeting.marks import Support, Whole

type Floats = NDArray[np.float64]

# Floats closer to each other than this part of themselves are compared exactly.
_NEARLY = 2.0**-48


class Backers(NamedTuple):
    """The supporters of one project, those with equal money and points together.

    Each kind has its class, the points it gives and its number of voters; `kind_of`
    says for every supporting ballot of which kind it is.
    """

    classes: list[int]
    points: list[int]
    voters: list[int]
    kind_of: Whole


class Paid(NamedTuple):
    """How many voters paid in full, and how many gave the less they had."""

    in_full: int
    with_the_rest: int


@dataclass(slots=True)
class Purses:
    """Everybody's money. `money[c] / parts` is what each voter of class `c` has.

    `near[c]` is the float next to it; `class_of` gives the class of each ballot.
    """

    support: Support
    parts: int
    money: list[int]
    near: Floats
    class_of: Whole

    @classmethod
    def filled(cls, support: Support, share: Fraction) -> "Purses":
        """Give every voter the same share."""
        return cls(
            support,
            share.denominator,
            [share.numerator],
            np.array([share.numerator / share.denominator]),
            np.zeros(len(support.weights), dtype=np.int64),
        )

    def near_of(self, rows: Whole) -> Floats:
        """Give the money of each of these ballots' voters, as the nearest float."""
        return self.near[self.class_of[rows]]

    def backers(self, project: int) -> Backers:
        """Put together those of a project's supporters who are alike."""
        rows = self.support.supporters(project)
        points = self.support.points_for(project)
        span = int(points.max()) + 1
        kinds, kind_of = _distinct(
            self.class_of[rows] * span + points, len(self.money) * span
        )
        voters = np.zeros(len(kinds), dtype=np.int64)
        np.add.at(voters, kind_of, self.support.weights[rows])
        classes, given = np.divmod(kinds, span)
        return Backers(classes.tolist(), given.tolist(), voters.tolist(), kind_of)

    def can_pay(self, project: int, cost: int) -> bool:
        """Say, exactly, whether a project's supporters have its cost together."""
        backers = self.backers(project)
        together = sum(
            self.money[c] * voters
            for c, voters in zip(backers.classes, backers.voters, strict=True)
        )
        return together >= cost * self.parts

    def price(self, project: int, cost: int, guess: float) -> Fraction:
        """Find the exact price a point of a project that its supporters can pay for.

        Newton's method on what is paid at a price. That is a concave line with
        corners, so from below each step comes nearer and the last one is exact; the
        guess only says where to begin.
        """
        backers = self.backers(project)
        price = Fraction(guess)
        while True:
            found = self._step(backers, cost, price)
            if found == price:
                return price
            price = found

    def _step(self, backers: Backers, cost: int, price: Fraction) -> Fraction:
        """Find the price at which those not poor at this price pay what is owed."""
        poor = self._poor_at(price, backers)
        owed, points = cost * self.parts, 0
        for c, given, voters, is_poor in zip(*backers[:3], poor, strict=True):
            if is_poor:
                owed -= self.money[c] * voters
            else:
                points += given * voters
        # Where nobody pays in full, the guess was too high: begin again from nothing.
        return Fraction(owed, self.parts * points) if points else Fraction(0)

    def _poor_at(self, price: Fraction, backers: Backers) -> list[bool]:
        """Say for each kind of supporter whether it has less than its full part."""
        money = self.near[backers.classes]
        due = float(price) * np.array(backers.points, dtype=np.float64)
        poor: list[bool] = (money < due).tolist()
        for at in np.flatnonzero(np.abs(money - due) <= _NEARLY * due).tolist():
            has = self.money[backers.classes[at]] * price.denominator
            poor[at] = has < price.numerator * backers.points[at] * self.parts
        return poor

    def falls_short(self, row: int, money: Fraction) -> bool:
        """Say whether a voter of this ballot has something, but less than that."""
        left = self.money[int(self.class_of[row])]
        return 0 < left * money.denominator < money.numerator * self.parts

    def pay(self, project: int, price: Fraction) -> Paid:
        """Take the price from a project's supporters, or all from who has less."""
        backers = self.backers(project)
        poor = self._poor_at(price, backers)
        self._refine(price.denominator)
        a_point = price.numerator * (self.parts // price.denominator)
        left, in_full, with_the_rest = [], 0, 0
        for c, points, voters, is_poor in zip(*backers[:3], poor, strict=True):
            if is_poor:
                left.append(0)
                with_the_rest += voters if self.money[c] else 0
            else:
                left.append(self.money[c] - a_point * points)
                in_full += voters
        self._regroup(self.support.supporters(project), backers.kind_of, left)
        return Paid(in_full, with_the_rest)

    def _refine(self, denominator: int) -> None:
        """Count money in smaller parts, so that the denominator divides them."""
        finer = lcm(self.parts, denominator)
        if finer != self.parts:
            factor = finer // self.parts
            self.money = [money * factor for money in self.money]
            self.parts = finer

    def _regroup(self, rows: Whole, kind_of: Whole, left: list[int]) -> None:
        """Put the ballots `rows` into new classes, and forget classes without any."""
        near = np.array([money / self.parts for money in left])
        self.class_of[rows] = len(self.money) + kind_of
        money = self.money + left
        used = np.zeros(len(money), dtype=bool)
        used[self.class_of] = True
        self.class_of = (np.cumsum(used) - 1)[self.class_of]
        self.money = [money[c] for c in np.flatnonzero(used).tolist()]
        self.near = np.concatenate((self.near, near))[used]


def _distinct(keys: Whole, room: int) -> tuple[Whole, Whole]:
    """Give the different keys, rising, and the place of each key among them."""
    if room > 16 * len(keys) + 2**16:
        kinds, place = np.unique(keys, return_inverse=True)
        return kinds, place
    there = np.zeros(room, dtype=bool)
    there[keys] = True
    return np.flatnonzero(there), (np.cumsum(there) - 1)[keys]
