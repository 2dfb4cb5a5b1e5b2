"""No body too large: a cap on the share of seats that any one body may have."""

from dataclasses import replace
from fractions import Fraction
from math import floor

from commonweal.rules.apportionment.bodies import Bodies, Shares
from commonweal.rules.apportionment.method import Sharing
from commonweal.rules.exact import exact
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.ties import TieBreaker


def shared_out(
    sharing: Sharing, bodies: Bodies, seats: int | None, ties: TieBreaker
) -> Shares:
    """Share out seats, and hold to the cap if `bodies.settings["cap"]` sets one.

    Whoever would have more than the cap gets just as many as it allows; the other
    seats are shared out anew among the others by the same method, until nobody is
    above it. Raises `Uncountable` as the method does, and where the cap leaves seats
    over.
    """
    text = bodies.settings.get("cap")
    if not text or seats is None:
        return sharing.share(bodies, seats, ties)
    return capped(sharing, bodies, seats, most=floor(_cap(text) * seats), ties=ties)


def capped(
    sharing: Sharing, bodies: Bodies, seats: int, *, most: int, ties: TieBreaker
) -> Shares:
    """Share out seats so that no body has more than `most`."""
    weighty = sum(1 for weight in bodies.weights.values() if weight)
    if most * weighty < seats:
        facts: dict[str, Fact] = {"most": most, "bodies": weighty, "seats": seats}
        raise Uncountable(Sentence("apportion_cap_too_low", facts))
    fixed: dict[str, int] = {}
    while True:
        # Whoever was above the cap leaves a seat at least, so one is always free.
        free = seats - sum(fixed.values())
        others = {n: w for n, w in bodies.weights.items() if n not in fixed}
        shares = sharing.share(replace(bodies, weights=others), free, ties)
        above = [name for name, number in shares.seats.items() if number > most]
        if not above:
            return _with(shares, bodies, fixed)
        fixed |= dict.fromkeys(above, most)


def _with(shares: Shares, bodies: Bodies, fixed: dict[str, int]) -> Shares:
    held = {**shares.seats, **fixed}
    return replace(shares, seats={name: held[name] for name in bodies.weights})


def _cap(text: str) -> Fraction:
    """Read a share such as 1/3, 0.25 or 30 %."""
    bare = text.strip().removesuffix("%").strip()
    try:
        share = exact(bare)
    except ValueError:
        share = Fraction(0)
    if text.strip().endswith("%"):
        share /= 100
    if not 0 < share <= 1:
        raise Uncountable(Sentence("apportion_cap_unreadable", {"found": text}))
    return share
