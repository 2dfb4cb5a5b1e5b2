"""Bodies around what they have in common: who is in, who goes, who asks to come.

Every body has a number, so that nothing hangs on a colour and nothing shrinks on a
phone; its name stands beside that number in the list. Where there are too many for
numbers each is a dot.
"""

from collections.abc import Iterator, Sequence
from math import cos, pi, sin, sqrt, tau
from typing import NamedTuple

from commonweal.interfaces.charts.bars import WIDTH, Chart, Table
from commonweal.interfaces.charts.svg import Svg, filled, joined
from commonweal.interfaces.charts.voice import Voice

MIDDLE = WIDTH // 2
# So many stand on one ring, and so many more on another around it.
ONE_RING, TWO_RINGS = 16, 48
NEAR, FAR, ALONE = 140, 272, 240
LARGE, SMALL, HUB = 36, 25, 52
GOLDEN = pi * (3 - sqrt(5))
TIE = '<line x1="{}" y1="{}" x2="{}" y2="{}" class="tie{}"/>'
ROUND = '<circle cx="{}" cy="{}" r="{}" class="{}"/>'
SQUARE = '<rect x="{}" y="{}" width="{}" height="{}" class="{}"/>'
NUMBER = '<text x="{}" y="{}" class="{}">{}</text>'


class Place(NamedTuple):
    """A body: what it is called, where it stands in words, and how it is drawn.

    `is_in` is one that neither goes nor comes; who only `asks` has no tie to the
    others. One of the reader's own `is_mine`; one that has bodies itself `is_whole`.
    """

    words: str
    stands: str
    is_in: bool = True
    asks: bool = False
    is_mine: bool = False
    is_whole: bool = False


class Spot(NamedTuple):
    """Where a body is drawn, and how large."""

    x: int
    y: int
    size: int


def map_of_bodies(voice: Voice, places: Sequence[Place], *, name: str = "map") -> Chart:
    """Draw bodies with their numbers, on one ring or on two."""
    assert len(places) <= TWO_RINGS, "each has a number that can be read"
    spots = _spots(len(places))
    ties = [_tie(spot, one) for spot, one in zip(spots, places, strict=True)]
    hub = filled(ROUND, MIDDLE, MIDDLE, HUB, "mark-rest")
    drawn = [
        _body(voice.number(number), spot, one)
        for number, (spot, one) in enumerate(zip(spots, places, strict=True), 1)
    ]
    return Chart(
        name=name,
        title=voice.gettext("Map of the bodies"),
        description="; ".join(_told(voice, places)),
        svg=_grouped([*ties, hub, *drawn]),
        height=WIDTH,
        labels=(),
        table=_table(voice, places, first=1),
        caption=" ".join(_explained(voice, places)),
        keeps_shape=True,
    )


def map_of_many(
    voice: Voice, places: Sequence[Place], *, first: int, of: int, name: str = "map"
) -> Chart:
    """Draw a dot for each of very many; those from the first on are darker, and told.

    `places` are those that stand on the page, `of` how many there are.
    """
    shown = range(first - 1, first - 1 + len(places))
    facts = {"all": voice.number(of), "some": voice.number(len(places))}
    said = voice.gettext(
        "Each of the {all} dots is a body. The {some} dark ones stand on this page."
    ).format(**facts)
    return Chart(
        name=name,
        title=voice.gettext("Map of the bodies"),
        description=said,
        svg=_grouped(_dots(of, shown)),
        height=WIDTH,
        labels=(),
        table=_table(voice, places, first=first),
        caption=said,
        keeps_shape=True,
    )


def _spots(number: int) -> list[Spot]:
    """Lay bodies out from the top and clockwise, the inner ring first."""
    if number <= ONE_RING:
        return _ring(number, ALONE, LARGE)
    inner = ONE_RING * number // TWO_RINGS
    return [*_ring(inner, NEAR, SMALL), *_ring(number - inner, FAR, SMALL)]


def _ring(number: int, radius: int, size: int) -> list[Spot]:
    turns = (tau * one / number - pi / 2 for one in range(number))
    return [
        Spot(
            MIDDLE + round(radius * cos(turn)), MIDDLE + round(radius * sin(turn)), size
        )
        for turn in turns
    ]


def _tie(spot: Spot, one: Place) -> Svg:
    if one.asks:
        return Svg("")
    loose = "" if one.is_in else " tie-loose"
    return filled(TIE, MIDDLE, MIDDLE, spot.x, spot.y, Svg(loose))


def _body(number: str, spot: Spot, one: Place) -> Svg:
    """Draw one body: filled where it is in, a square where it is the reader's."""
    x, y, size = spot
    mark = "mark-accent" if one.is_in else "mark-abstain"
    shape = (
        filled(SQUARE, x - size, y - size, 2 * size, 2 * size, mark)
        if one.is_mine
        else filled(ROUND, x, y, size, mark)
    )
    around = filled(ROUND, x, y, size + 9, "ring") if one.is_whole else Svg("")
    written = "mark-number" if one.is_in else "mark-text"
    return joined([around, shape, filled(NUMBER, x, y + size // 3, written, number)])


def _dots(number: int, shown: range) -> Iterator[Svg]:
    """Lay dots out as a sunflower lays out its seeds, none of them over another."""
    step = (MIDDLE - 8) / sqrt(number)
    size = max(2, round(step * 0.6))
    for place in range(number):
        away, turn = step * sqrt(place + 0.5), place * GOLDEN
        x, y = MIDDLE + round(away * cos(turn)), MIDDLE + round(away * sin(turn))
        mark = "mark-accent" if place in shown else "mark-far"
        yield filled(ROUND, x, y, size, mark)


def _grouped(pieces: Sequence[Svg] | Iterator[Svg]) -> Svg:
    return filled('<g class="map">{}</g>', joined(pieces))


def _told(voice: Voice, places: Sequence[Place]) -> Iterator[str]:
    for number, one in enumerate(places, 1):
        yield f"{voice.number(number)} {one.words}, {one.stands}"


def _table(voice: Voice, places: Sequence[Place], *, first: int) -> Table:
    head = (voice.gettext("Number"), voice.gettext("Body"), voice.gettext("Now"))
    rows = tuple(
        (voice.number(number), one.words, one.stands)
        for number, one in enumerate(places, first)
    )
    return Table(head, rows)


def _explained(voice: Voice, places: Sequence[Place]) -> Iterator[str]:
    """Say what is drawn how, of what there is."""
    yield voice.gettext("The numbers are those of the list.")
    if any(one.is_mine for one in places):
        yield voice.gettext("A square is one of yours.")
    if any(not one.is_in and not one.asks for one in places):
        yield voice.gettext("Hollow: it leaves, or others want it out.")
    if any(one.asks for one in places):
        yield voice.gettext("Hollow and without a line: it asks to come in.")
    if any(one.is_whole for one in places):
        yield voice.gettext("A ring around it: it has bodies of its own.")
