"""What each project needs to bid in a count by equal shares, set out once for many."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from commonweal.rules.budgeting.marks import Support, Whole
from commonweal.rules.budgeting.methods.equal_shares.bids import Flags, Unproven

type Floats = NDArray[np.float64]

_SHORT, _MORE = 2.0**-10, 1 + 2.0**-50


class Stall(NamedTuple):
    """A project: who backs it, how strongly, what it costs and what use it is.

    `rows` are the backing ballots, `counts` their voters (`weights` as floats),
    `given` the points they give (`points` as floats, None where all give one), and
    `pull` the voters times the points, of which `full` is the exact sum. Projects alike
    in all of that are twins, and `twin` is the place of the first of them.
    """

    rows: Whole
    counts: Whole
    weights: Floats
    given: Whole
    points: Floats | None
    pull: Floats
    full: int
    voters: float
    most_points: int
    cost: int
    use: int
    twin: int


@dataclass(frozen=True, slots=True)
class Stalls:
    """All projects of a contest, by place; None where nobody backs one.

    `most` is the most voters times points that any of them has.
    """

    stalls: tuple[Stall | None, ...]
    ballots: int
    most: int

    @classmethod
    def of(cls, support: Support, costs: list[int], uses: list[int]) -> "Stalls":
        """Set out the stalls of projects that cost so much and are of such use."""
        columns = _Columns.of(support)
        stalls = [
            columns.stall(place, cost, use)
            for place, (cost, use) in enumerate(zip(costs, uses, strict=True))
        ]
        most = max((stall.full for stall in stalls if stall), default=0)
        return cls(_with_twins(stalls), len(support.weights), most)


class _Columns(NamedTuple):
    """What stalls are made of, for all of them at once; each is given its part."""

    starts: list[int]
    rows: Whole
    counts: Whole
    weights: Floats
    given: Whole
    points: Floats | None
    pull: Floats

    @classmethod
    def of(cls, support: Support) -> "_Columns":
        rows = support.rows.astype(np.intp)
        counts, given = support.weights[rows], support.points
        weights = counts.astype(np.float64)
        points, pull = None, weights
        if (given != 1).any():
            points = given.astype(np.float64)
            pull = (counts * given).astype(np.float64)
        return cls(support.starts.tolist(), rows, counts, weights, given, points, pull)

    def stall(self, place: int, cost: int, use: int) -> Stall | None:
        """Set out one stall, for the time being without a twin."""
        some = slice(self.starts[place], self.starts[place + 1])
        if some.start == some.stop:
            return None
        given, points = self.given[some], self.points
        one = points is None or bool((given == 1).all())
        return Stall(
            self.rows[some],
            self.counts[some],
            self.weights[some],
            given,
            None if one or points is None else points[some],
            self.pull[some],
            # Sums of whole numbers below 2**53 are exact in floats too.
            int(self.pull[some].sum()),
            float(self.weights[some].sum()),
            1 if one else int(given.max()),
            cost,
            use,
            place,
        )


def _with_twins(stalls: Sequence[Stall | None]) -> tuple[Stall | None, ...]:
    """Tell every stall which is the first that is like it."""
    first: dict[object, list[int]] = {}
    told = list(stalls)
    for place, stall in enumerate(stalls):
        if stall is None:
            continue
        alike = first.setdefault((stall.cost, stall.full, len(stall.rows)), [])
        for other in alike:
            twin = stalls[other]
            if twin and _alike(stall, twin):
                told[place] = stall._replace(twin=other)
                break
        else:
            alike.append(place)
    return tuple(told)


def _alike(one: Stall, other: Stall) -> bool:
    return np.array_equal(one.rows, other.rows) and np.array_equal(
        one.given, other.given
    )


def near_price(stall: Stall, has: Floats, guess: float) -> tuple[float, Flags, float]:
    """Find the price a point, who has less than that, and the pull of the others.

    Newton's method on what is paid at a price: wherever it begins, its first step ends
    below the price, and from there each step comes nearer. Once nobody is poor at one
    price and not at the other, the step was the last.
    """
    least = stall.cost / stall.full
    price, below = max(guess, least), False
    rich = _who_has(stall, has, price)
    while True:
        rising = float(stall.pull.dot(rich))
        if rising:
            due = price if stall.points is None else price * stall.points
            owed = stall.cost - float(stall.weights.dot(np.minimum(has, due)))
            # From where nobody is poor the step leads to one quotient, near as can be.
            found = max(price + owed / rising, least) if rising < stall.full else least
        elif below:
            raise Unproven
        else:
            found = least
        then = _who_has(stall, has, found)
        # A longer step might carry more of its own rounding than is allowed for.
        if abs(found - price) <= price * _SHORT and (then == rich).all():
            return found, ~then, rising
        if below and found <= price * _MORE:
            return price, ~rich, rising
        price, rich, below = found, then, True


def _who_has(stall: Stall, has: Floats, price: float) -> Flags:
    rich: Flags = has >= (price if stall.points is None else price * stall.points)
    return rich
