"""From so many of each type to people: panels in which all of a type are drawn alike.

A column of the lottery says how many of each type sit in it, and its weight. Its weight
is a stretch of road. For a type of which some sit and some do not, everybody is given
an equal piece of it, one after the other, starting again where the road ends
(McNaughton's rule): at every point of the road just as many stand as are to sit, and
where somebody's piece ends a new panel begins.

Source: McNaughton, Scheduling with deadlines and loss functions (1959).
"""

from collections.abc import Sequence
from hashlib import sha256
from itertools import pairwise

from commonweal.rules.sortition.lottery import Lottery, Panel
from commonweal.rules.sortition.pool import Counts, Pool

# Chances are said to a thousand-millionth, and every program's numbers hold that.
TOTAL = 10**9


def spread(pool: Pool, panels: Sequence[Counts], shares: Sequence[float]) -> Lottery:
    """Give the lottery over panels of people, with weights that add up to `TOTAL`.

    All of one type have the same chance, up to one part of `TOTAL` for each column.
    """
    weights: dict[Panel, int] = {}
    for column, (counts, weight) in enumerate(
        zip(panels, rounded(shares), strict=True)
    ):
        if weight:
            for panel, part in _column(pool, counts, weight, column):
                weights[panel] = weights.get(panel, 0) + part
    in_order = sorted(weights)
    return Lottery(tuple(in_order), tuple(weights[panel] for panel in in_order))


def rounded(shares: Sequence[float]) -> list[int]:
    """Round shares to whole weights that add up to `TOTAL`, by largest remainders."""
    exact = [max(0.0, share) / sum(shares) * TOTAL for share in shares]
    weights = [int(part) for part in exact]
    rest = sorted(range(len(exact)), key=lambda i: (weights[i] - exact[i], i))
    missing = TOTAL - sum(weights)
    # Floating point may be off by a few; the largest share makes up for that.
    for place in rest[: max(0, missing)]:
        weights[place] += 1
    weights[weights.index(max(weights))] += TOTAL - sum(weights)
    return weights


def _column(
    pool: Pool, counts: Counts, weight: int, column: int
) -> list[tuple[Panel, int]]:
    """Part one column into panels of people."""
    always: list[str] = []
    pieces: list[tuple[str, int, int]] = []
    ends = {0, weight}
    for people, seats in zip(pool.types, counts, strict=True):
        if seats == len(people):
            always += people
        elif seats:
            order = sorted(people, key=lambda person: _lot(column, person))
            marks = [weight * seats * i // len(people) for i in range(len(people) + 1)]
            for person, (start, end) in zip(order, pairwise(marks), strict=True):
                if end > start:
                    ends |= {start % weight, end % weight}
                    pieces.append((person, start % weight, end - start))
    found = []
    for start, end in pairwise(sorted(ends)):
        sitting = (
            p for p, begin, long in pieces if _covers(begin, long, start, weight)
        )
        found.append((tuple(sorted([*always, *sitting])), end - start))
    return found


def _covers(begin: int, long: int, point: int, weight: int) -> bool:
    """Say whether a piece that may start again at the front lies over a point."""
    return (point - begin) % weight < long


def _lot(column: int, person: str) -> bytes:
    # So that people of different types do not always sit together.
    return sha256(f"{column} {person}".encode()).digest()
