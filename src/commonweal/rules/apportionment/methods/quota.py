"""Hare's quota with the largest remainders (Hamilton's method).

What one seat is worth is the weight of all divided by the seats. Everybody gets a seat
for each whole quota; the seats left go to the largest remainders.

Source: Balinski & Young, Fair Representation (2nd edition 2001), chapter 3.
"""

from fractions import Fraction
from math import floor

from commonweal.rules.apportionment.bodies import Bodies, Shares, check, parted
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.outcome import Step
from commonweal.rules.voting.ties import TieBreaker


def share(bodies: Bodies, seats: int | None, ties: TieBreaker) -> Shares:
    """Share out the seats by whole quotas, and the rest by remainders.

    Gives whole numbers of seats by body. Raises `Uncountable` where there is no seat
    or no weight.
    """
    if seats is None:
        raise Uncountable(Sentence("apportion_seats_missing"))
    check(bodies, seats)
    quotas = {name: w * seats / bodies.total for name, w in bodies.weights.items()}
    whole = {name: floor(quota) for name, quota in quotas.items()}
    rest = {name: quotas[name] - whole[name] for name in sorted(quotas)}
    free = seats - sum(whole.values())
    edge = sorted(rest.values(), reverse=True)[free - 1] if free else Fraction(1)
    above = [name for name, part in rest.items() if part > edge]
    level = [name for name, part in rest.items() if part == edge]
    open_seats = free - len(above)
    tie = len(level) > open_seats > 0
    chosen, how = level if open_seats else [], None
    if tie:
        chosen, how = parted(bodies, level, open_seats, ties)
    extra = {*above, *chosen}
    held = {name: number + (name in extra) for name, number in whole.items()}
    return Shares(
        "hare",
        held,
        tied=(tuple(level),) if tie else (),
        open_seats=(open_seats,) if tie else (),
        tie_break=how,
        steps=_steps(quotas, held, bodies.total / seats, seats),
    )


def _steps(
    quotas: dict[str, Fraction], held: dict[str, int], quota: Fraction, seats: int
) -> tuple[Step, ...]:
    """Tell what a seat stands for, and who has one more for the remainder."""
    whole = sum(map(floor, quotas.values()))
    more = tuple(sorted(name for name in held if held[name] > floor(quotas[name])))
    facts: dict[str, Fact] = {
        "quota": quota,
        "seats": seats,
        "whole": whole,
        "free": seats - whole,
    }
    return (
        Step(
            Sentence("apportion_opening_title"),
            Sentence("apportion_opening_hare", facts),
            quotas,
        ),
        Step(
            Sentence("apportion_result_title"),
            Sentence("apportion_result_hare", {"more": more})
            if more
            else Sentence("apportion_result_even"),
            held,
            elected=tuple(name for name, number in held.items() if number),
        ),
    )
