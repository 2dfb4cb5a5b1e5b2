"""A picture that stands alone, as a file, with the words that a page has beside it."""

import re
from collections.abc import Iterator
from html import escape

from commonweal.interfaces.charts.bars import SWATCH, WIDTH, Chart
from commonweal.interfaces.charts.svg import Svg, filled

LINE, TOP, SIDE = 26, 40, 16
# So many letters of a line are sure to have room.
ROOM = 68
# What no XML may hold; a file of strangers may.
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
STYLE = """\
text { font: 17px system-ui, sans-serif; fill: #222; }
.paper { fill: #fff; } .mark-accent { fill: #1d5f86; } .mark-yes { fill: #2c6b35; }
.mark-no { fill: #a5372a; } .mark-rest { fill: #ddd; } .mark-line { fill: #222; }
.mark-stripe { fill: #fff; }
.mark-abstain { fill: #fff; stroke: #777; stroke-width: 2; }
.mark-gained { fill: #1d5f86; opacity: .55; } .flow { fill: #ddd; }
.flow-moved { fill: #777; opacity: .75; }
.mark-number, .mark-round, text.mark-text {
  font-size: 24px; font-weight: 600; text-anchor: middle; }
.mark-number { fill: #fff; } .mark-round { fill: #777; font-weight: 400; }
"""


def alone(chart: Chart) -> str:
    """Give a chart as the text of an SVG file, with its labels, title and words."""
    drawn = list(_rows(chart) if chart.rows else _labelled(chart))
    height = _height(chart) + SIDE
    wide = WIDTH + 2 * SIDE
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {height}" '
        f'width="{wide}" height="{height}" role="img">\n'
        f"<title>{escape(legal(chart.title))}</title>\n"
        f"<desc>{escape(legal(chart.description))}</desc>\n<style>\n{STYLE}</style>\n"
        f'<rect class="paper" width="{wide}" height="{height}"/>\n'
    )
    body = "\n".join(drawn)
    return f'{head}<g transform="translate({SIDE} 0)">\n{body}\n</g>\n</svg>\n'


def legal(words: str) -> str:
    """Give the words with a stand-in for signs that no picture may hold."""
    return ILLEGAL.sub("\ufffd", words)


def _height(chart: Chart) -> int:
    labels = TOP + len(chart.labels) * LINE
    if chart.rows:
        return labels + len(chart.rows) * 2 * LINE
    return labels + chart.height


def _rows(chart: Chart) -> Iterator[Svg]:
    """Draw one bar an option, each under its words, and the labels below."""
    for number, row in enumerate(chart.rows):
        top = TOP + number * 2 * LINE
        yield _text(top, row.words)
        yield _moved_down(top + 8, row.svg)
    yield from _labels(chart, TOP + len(chart.rows) * 2 * LINE)


def _labelled(chart: Chart) -> Iterator[Svg]:
    """Draw the labels, and the one drawing they explain below."""
    yield from _labels(chart, TOP)
    yield _moved_down(TOP + len(chart.labels) * LINE, chart.svg)


def _labels(chart: Chart, top: int) -> Iterator[Svg]:
    for place, label in enumerate(chart.labels):
        at = top + place * LINE
        if label.mark:
            yield _moved_down(at - SWATCH + 3, label.swatch)
        yield _text(at, label.words, SWATCH + 8 if label.mark else 0)


def _text(at: int, words: str, x: int = 0) -> Svg:
    whole = legal(words)
    short = whole if len(whole) <= ROOM else whole[: ROOM - 1] + "…"
    return filled('<text x="{}" y="{}">{}</text>', x, at, short)


def _moved_down(by: int, drawn: Svg) -> Svg:
    return filled('<g transform="translate(0 {})">{}</g>', by, drawn)
