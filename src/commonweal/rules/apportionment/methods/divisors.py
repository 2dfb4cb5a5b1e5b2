"""Divisor methods: every seat goes to whoever is worst off by one measure.

A body of weight *w* that has *n* seats stands at *w / d(n)*; the next seat goes to
whoever stands highest. The methods differ in *d*: n + 1 (D'Hondt), n + 1/2
(Sainte-Laguë, Webster), the root of n(n + 1) (Huntington-Hill), n (Adams). As a root is
no exact number, standings are compared by their squares.

Where *d(0)* is nought every body comes before any second seat, larger ones first. A
body without weight gets nothing.

Source: Balinski & Young, Fair Representation (2nd edition 2001), appendix A.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from heapq import heapify, heapreplace
from math import floor, isqrt

from commonweal.rules.apportionment.bodies import Bodies, Shares, check, parted
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.outcome import Step
from commonweal.rules.voting.ties import TieBreaker

type Standing = tuple[int, Fraction]


@dataclass(frozen=True, slots=True)
class Divisor:
    """One divisor method.

    `squared(n)` is *d(n)* squared. `reached(q)` is how many *n* from 0 on have *d(n)*
    at most *q*, given *q* squared: the seats a body has that weighs *q* divisors.
    `first` is the *c* for which *d(n)* is at least *n + c*.
    """

    id: str
    squared: Callable[[int], Fraction]
    reached: Callable[[Fraction], int]
    first: Fraction

    def share(self, bodies: Bodies, seats: int | None, ties: TieBreaker) -> Shares:
        """Share out the seats one after the other.

        Gives whole numbers of seats by body. Raises `Uncountable` where there is no
        seat or no weight.
        """
        if seats is None:
            raise Uncountable(Sentence("apportion_seats_missing"))
        check(bodies, seats)
        weighty = sorted(name for name, weight in bodies.weights.items() if weight)
        held = self._surely(bodies, weighty, seats)
        level = self._rest(bodies, held, seats)
        free = seats - sum(held.values())
        chosen, how = level, None
        if len(level) > free:
            chosen, how = parted(bodies, level, free, ties)
        for name in chosen:
            held[name] += 1
        everybody = {name: held.get(name, 0) for name in bodies.weights}
        open_tie = len(level) > free
        return Shares(
            self.id,
            everybody,
            tied=(tuple(level),) if open_tie else (),
            open_seats=(free,) if open_tie else (),
            tie_break=how,
            steps=(self._opening(bodies, seats), self._result(bodies, everybody)),
        )

    def standing(self, weight: Fraction, held: int) -> Standing:
        """Give where a body stands; higher comes before.

        The first number is 1 where the divisor is nought, which no number exceeds.
        """
        squared = self.squared(held)
        return (0, weight**2 / squared) if squared else (1, weight)

    def _surely(self, bodies: Bodies, weighty: list[str], seats: int) -> dict[str, int]:
        """Give seats that everybody has in any case, so that few are left to go round.

        Whoever stands at 1 or more of some divisor has those seats before anybody who
        stands below; the divisor is chosen so that all these seats are there.
        """
        worth = seats - len(weighty) * (1 - self.first)
        if worth <= 0:
            return dict.fromkeys(weighty, 0)
        return {
            name: self.reached((bodies.weights[name] * worth / bodies.total) ** 2)
            for name in weighty
        }

    def _rest(self, bodies: Bodies, held: dict[str, int], seats: int) -> list[str]:
        """Give out seats until no fewer are level for the next than seats are left.

        Changes `held`. Gives who is level then, in alphabetical order; nobody if the
        seats are all given out.
        """
        free = seats - sum(held.values())
        assert free >= 0, "nobody is given more than there is"
        heap = [_entry(self, bodies, name, n) for name, n in held.items()]
        heapify(heap)
        while free:
            top = heap[0][0]
            level: list[str] = []
            while heap[0][0] == top:
                name = heap[0][1]
                level.append(name)
                heapreplace(heap, _entry(self, bodies, name, held[name] + 1))
            if len(level) >= free:
                return level
            for name in level:
                held[name] += 1
            free -= len(level)
        return []

    def _opening(self, bodies: Bodies, seats: int) -> Step:
        facts: dict[str, Fact] = {
            "seats": seats,
            "bodies": len(bodies.weights),
            "total": bodies.total,
        }
        return Step(
            Sentence("apportion_opening_title"),
            Sentence(f"apportion_opening_{self.id.replace('-', '_')}", facts),
            dict(bodies.weights),
        )

    def _result(self, bodies: Bodies, held: dict[str, int]) -> Step:
        """Tell the result, and who would have had one seat more."""
        following = max(
            (name for name, weight in bodies.weights.items() if weight),
            key=lambda name: (self.standing(bodies.weights[name], held[name]), name),
        )
        facts: dict[str, Fact] = {"next": following}
        return Step(
            Sentence("apportion_result_title"),
            Sentence("apportion_result_next", facts),
            dict(held),
            elected=tuple(name for name, number in held.items() if number),
        )


type Entry = tuple[Standing, str]


def _entry(divisor: Divisor, bodies: Bodies, name: str, held: int) -> Entry:
    first, standing = divisor.standing(bodies.weights[name], held)
    return (-first, -standing), name


def _square_of_linear(first: Fraction) -> Callable[[int], Fraction]:
    return lambda held: (held + first) ** 2


def _reached_of_linear(first: Fraction) -> Callable[[Fraction], int]:
    def reached(squared: Fraction) -> int:
        # The root is exact: what comes in is the square of a fraction.
        root = Fraction(isqrt(squared.numerator), isqrt(squared.denominator))
        return floor(root - first) + 1

    return reached


def _reached_of_geometric(squared: Fraction) -> int:
    """Count the *n* with n(n + 1) at most `squared`: (2n + 1)² at most 4·it + 1."""
    return (isqrt(floor(4 * squared + 1)) - 1) // 2 + 1


def _linear(id_: str, first: Fraction) -> Divisor:
    return Divisor(id_, _square_of_linear(first), _reached_of_linear(first), first)


D_HONDT = _linear("d-hondt", Fraction(1))
SAINTE_LAGUE = _linear("sainte-lague", Fraction(1, 2))
ADAMS = _linear("adams", Fraction(0))
HUNTINGTON_HILL = Divisor(
    "huntington-hill",
    lambda held: Fraction(held * (held + 1)),
    _reached_of_geometric,
    Fraction(0),
)
