"""What passes between projects and purses in a proven count by equal shares."""

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from commonweal.rules.budgeting.marks import Whole

type Flags = NDArray[np.bool_]


class Unproven(Exception):  # noqa: N818 -- an answer, and no fault
    """Raised where these figures are too coarse to say what exact ones would."""


class Bid(NamedTuple):
    """What a project asks: a price a point, near enough, and bounds on its rate.

    `poor` says which of its rows have less than their part, `nearly` which are too near
    to it for floats to tell; both are None where everybody clearly has enough.
    """

    place: int
    price: float
    low: float
    high: float
    poor: Flags | None
    nearly: Flags | None


class Price(NamedTuple):
    """A price a point in units, at most `off` of them wrong, and who has less."""

    units: int
    off: int
    poor: Flags | None


class Sale(NamedTuple):
    """A project that is bought, and the ballots that have less than their part of it.

    None of these `poor` has an empty purse; `paying` is the pull of all that pay in
    full. `high` bounds the rate from above.
    """

    place: int
    high: float
    poor: Whole
    paying: int
    in_full: int
    with_the_rest: int


class Level(NamedTuple):
    """Projects that ask least, by place, and the bids of those to be bought at once.

    Of those `tied` one alone is bought where not all can be paid, and none where the
    tie stands. `rate` is what they ask, where it is known as a fraction.
    """

    bids: tuple[Bid, ...]
    tied: tuple[int, ...]
    rate: Fraction | None = None
    sales: tuple[Sale, ...] = ()


type Part = Callable[[list[int]], int | None]
