"""What each project needs to bid in a count by equal shares, set out once for many."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from commonweal.rules.budgeting.marks import Support, Whole
from commonweal.rules.budgeting.methods.equal_shares.bids import Flags, Unproven

type Floats = NDArray[np.float64]

_MORE = 1 + 2.0**-50


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
        stalls, twins = [], dict[object, int]()
        for place, (cost, use) in enumerate(zip(costs, uses, strict=True)):
            stall = _stall(support, place, cost, use)
            if stall is not None:
                likeness = (cost, stall.rows.tobytes(), stall.given.tobytes())
                stall = stall._replace(twin=twins.setdefault(likeness, place))
            stalls.append(stall)
        most = max((stall.full for stall in stalls if stall), default=0)
        return cls(tuple(stalls), len(support.weights), most)


def _stall(support: Support, place: int, cost: int, use: int) -> Stall | None:
    rows = support.supporters(place).astype(np.intp)
    if not len(rows):
        return None
    points, counts = support.points_for(place), support.weights[rows]
    one = bool((points == 1).all())
    pull = counts * points
    return Stall(
        rows,
        counts,
        counts.astype(np.float64),
        points,
        None if one else points.astype(np.float64),
        pull.astype(np.float64),
        int(pull.sum()),
        float(counts.sum()),
        int(points.max()),
        cost,
        use,
        place,
    )


def near_price(stall: Stall, has: Floats, price: float) -> tuple[float, Flags, float]:
    """Find the price a point from below, who has less, and the pull of the others."""
    price = max(price, stall.cost / stall.full)
    while True:
        due = price if stall.points is None else price * stall.points
        rich = has >= due
        rising = float(stall.pull @ rich)
        if not rising:
            raise Unproven
        owed = stall.cost - float(stall.weights @ np.minimum(has, due))
        found = price + owed / rising
        if found <= price * _MORE:
            return price, ~rich, rising
        price = found
