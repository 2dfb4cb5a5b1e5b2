"""The path of a mandate: from a base up to the congress, and back down to it.

Two lanes, the congress above and the base below. Each step has a number and its own
shape for done, missed and still to come; the words of all steps stand beside it.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from commonweal.interfaces.charts.bars import Chart, Label, Table
from commonweal.interfaces.charts.svg import Svg, filled, joined
from commonweal.interfaces.charts.voice import Voice

type State = Literal["done", "missed", "to_come"]
HIGH, LOW, HEIGHT = 84, 208, 290
FIRST, LAST, SIZE = 60, 580, 34
# So many letters fit under the lane.
ROOM = 32
LANE = '<text x="{}" y="{}" class="lane">{}</text>'
TIE = '<line x1="{}" y1="{}" x2="{}" y2="{}" class="tie{}"/>'
ROUND = '<circle cx="{}" cy="{}" r="{}" class="{}"/>'
SQUARE = '<rect x="{}" y="{}" width="{}" height="{}" class="{}"/>'
NUMBER = '<text x="{}" y="{}" class="{}">{}</text>'


class Step(NamedTuple):
    """A step of the path: where it is made, what became of it, in words."""

    words: str
    is_above: bool
    state: State


def mandate_path(
    voice: Voice, steps: Sequence[Step], *, base: str, name: str = "path"
) -> Chart:
    """Draw the path; `base` is what the lower lane is called."""
    assert len(steps) > 1, "a path leads somewhere"
    congress = voice.gettext("Congress")
    spots = list(_spots(steps))
    pieces = [
        filled(LANE, 0, HIGH - SIZE - 14, congress),
        filled(LANE, 0, LOW + SIZE + 34, _fitting(base)),
        *_ties(spots, steps),
        *(
            _point(voice.number(number), *spot, one.state)
            for number, (spot, one) in enumerate(zip(spots, steps, strict=True), 1)
        ),
    ]
    numbered = [
        f"{voice.number(number)} {one.words}" for number, one in enumerate(steps, 1)
    ]
    rows = tuple(
        (voice.number(number), congress if one.is_above else base, one.words)
        for number, one in enumerate(steps, 1)
    )
    head = (voice.gettext("Step"), voice.gettext("Where"), voice.gettext("What"))
    return Chart(
        name=name,
        title=voice.gettext("The way up and back"),
        description=" ".join(numbered),
        svg=filled('<g class="map">{}</g>', joined(pieces)),
        height=HEIGHT,
        labels=tuple(map(Label, numbered)),
        table=Table(head, rows),
        caption=voice.gettext(
            "A full circle is done, a square was missed, a hollow circle is to come."
        ),
        keeps_shape=True,
    )


def _fitting(words: str) -> str:
    """Give what has room under the lane; all of it stands in the table."""
    return words if len(words) <= ROOM else words[: ROOM - 1] + "…"


def _spots(steps: Sequence[Step]) -> Iterator[tuple[int, int]]:
    apart = (LAST - FIRST) // (len(steps) - 1)
    for place, one in enumerate(steps):
        yield FIRST + apart * place, HIGH if one.is_above else LOW


def _ties(spots: Sequence[tuple[int, int]], steps: Sequence[Step]) -> Iterator[Svg]:
    for (start, end), one in zip(pairwise(spots), steps[1:], strict=True):
        loose = "" if one.state == "done" else " tie-loose"
        yield filled(TIE, *start, *end, Svg(loose))


def _point(number: str, x: int, y: int, state: State) -> Svg:
    mark = "mark-accent" if state == "done" else "mark-abstain"
    shape = (
        filled(SQUARE, x - SIZE, y - SIZE, 2 * SIZE, 2 * SIZE, mark)
        if state == "missed"
        else filled(ROUND, x, y, SIZE, mark)
    )
    written = "mark-number" if state == "done" else "mark-text"
    return joined([shape, filled(NUMBER, x, y + SIZE // 3, written, number)])
