"""Which of several ways a congress chooses: the one preferred to each of the others.

Every delegate puts the ways in the order of their body. A way is chosen only if enough
votes prefer it to each other way, two by two; no way is chosen by having the most first
places. Where none is preferred to all, the congress has found nothing.

Source: Condorcet, Essai sur l'application de l'analyse (1785).
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from commonweal.rules.confederation.majorities import Majority
from commonweal.rules.verdict import ALLOWED, Verdict, refused

type Votes = Sequence[tuple[tuple[str, ...], Fraction]]


class Choice(NamedTuple):
    """The way that was chosen, or why none was."""

    way: str
    verdict: Verdict


def preferred(ways: Sequence[str], votes: Votes, majority: Majority) -> Choice:
    """Choose the way that enough votes put before each of the others.

    `votes` are orders, best first, each with its exact weight; whichever way is left
    out stands behind all that are named. Refuses with `congress_chooses_none`.
    """
    for way in ways:
        if all(_wins(way, other, votes, majority) for other in ways if other != way):
            return Choice(way, ALLOWED)
    return Choice("", refused("congress_chooses_none", ways=len(ways)))


def _wins(way: str, other: str, votes: Votes, majority: Majority) -> bool:
    before = _before(way, other, votes)
    return majority.met_by(before, of=before + _before(other, way, votes))


def _before(way: str, other: str, votes: Votes) -> Fraction:
    """Add up the votes that put one way before another."""
    return sum(
        (weight for order, weight in votes if _puts(order, way, other)), Fraction(0)
    )


def _puts(order: tuple[str, ...], way: str, other: str) -> bool:
    if way not in order:
        return False
    return other not in order or order.index(way) < order.index(other)
