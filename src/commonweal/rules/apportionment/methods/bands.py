"""Seats that grow more slowly than members: degressive bands, and one body one vote.

With bands, a table says up to how many members a body has how many seats, as in
“50: 1, 100: 2, 300: 3, more: 4”. The number of seats in all follows from the bodies.
The table used where none is named is that by which Spanish unions' congresses (CNT)
weigh their branches.

One body one vote gives everybody one seat, whatever it weighs.
"""

from fractions import Fraction
from itertools import pairwise

from commonweal.rules.apportionment.bodies import Bodies, Shares
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.outcome import Step
from commonweal.rules.voting.ties import TieBreaker

USUAL = "50: 1, 100: 2, 300: 3, 600: 4, 1000: 5, 1500: 6, 2500: 7, more: 8"

type Band = tuple[Fraction | None, int]


def share_by_bands(bodies: Bodies, seats: int | None, ties: TieBreaker) -> Shares:
    """Give each body the seats of its band; `settings["bands"]` names the bands.

    A body without members has none. Raises `Uncountable` for bands that cannot be
    read, and where the seats asked for are not those the bands give.
    """
    text = bodies.settings.get("bands") or USUAL
    bands = read_bands(text)
    held = {name: _seats_of(w, bands, name) for name, w in bodies.weights.items()}
    facts: dict[str, Fact] = {"bands": text}
    return _shares("bands", bodies, held, seats, facts)


def share_one_each(bodies: Bodies, seats: int | None, ties: TieBreaker) -> Shares:
    """Give everybody one seat."""
    return _shares("one-each", bodies, dict.fromkeys(bodies.weights, 1), seats, {})


def read_bands(text: str) -> tuple[Band, ...]:
    """Read bands: up to how many members, how many seats; both rise.

    The last may be “more”, for everybody larger; else who is larger is refused.
    """
    bands = tuple(_band(part, text) for part in text.split(","))
    for (most, seats), (next_most, next_seats) in pairwise(bands):
        rises = most is not None and (next_most is None or next_most > most)
        if not rises or next_seats < seats:
            raise _unreadable(text)
    return bands


def _band(part: str, text: str) -> Band:
    most, colon, seats = (piece.strip() for piece in part.partition(":"))
    known = most == "more" or (most.isdecimal() and len(most) <= 18)
    if not (colon and known and seats.isdecimal() and len(seats) <= 9):
        raise _unreadable(text)
    return (None if most == "more" else Fraction(most)), int(seats)


def _unreadable(text: str) -> Uncountable:
    return Uncountable(Sentence("apportion_bands_unreadable", {"found": text}))


def _seats_of(weight: Fraction, bands: tuple[Band, ...], name: str) -> int:
    if weight == 0:
        return 0
    for most, seats in bands:
        if most is None or weight <= most:
            return seats
    facts: dict[str, Fact] = {"body": name, "members": weight}
    raise Uncountable(Sentence("apportion_above_bands", facts))


def _shares(
    method: str,
    bodies: Bodies,
    held: dict[str, int],
    asked: int | None,
    facts: dict[str, Fact],
) -> Shares:
    made = sum(held.values())
    if asked is not None and asked != made:
        told: dict[str, Fact] = {"asked": asked, "made": made}
        raise Uncountable(Sentence("apportion_seats_follow", told))
    opening = Sentence(f"apportion_opening_{method.replace('-', '_')}", facts)
    step = Step(
        Sentence("apportion_result_title"),
        opening,
        held,
        elected=tuple(name for name, number in held.items() if number),
    )
    return Shares(method, held, steps=(step,))
