"""Bars: how many of how many, side by side or one an option.

The labels are text beside the picture, so that they do not shrink on a phone; the
marks are told apart by pattern as well as by colour; title and description say it all
again for whoever listens. Widths are whole parts of the drawing, used for nothing but
drawing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from commonweal.interfaces.charts.svg import Svg, filled, joined
from commonweal.interfaces.charts.voice import Count, Voice

WIDTH = 640
SWATCH = 18
RECT = '<rect x="{}" y="{}" width="{}" height="{}" class="mark-{}"/>'


@dataclass(frozen=True, slots=True)
class Label:
    """Words beside a picture, with the mark they explain (a class of the sheet)."""

    words: str
    mark: str = ""

    @property
    def swatch(self) -> Svg:
        """Draw a small sample of the mark."""
        width = 3 if self.mark == "line" else SWATCH
        return _rect(0, 0, width, SWATCH, self.mark)


@dataclass(frozen=True, slots=True)
class Row:
    """A bar of its own under its words, where one chart has many."""

    words: str
    svg: Svg


@dataclass(frozen=True, slots=True)
class Table:
    """The figures of a picture, to be read."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture with all that explains it."""

    name: str
    title: str
    description: str
    svg: Svg
    height: int
    labels: tuple[Label, ...]
    table: Table
    caption: str = ""
    rows: tuple[Row, ...] = ()
    # A picture with numbers in it may not be stretched.
    keeps_shape: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: what it is called, how much, and the mark it is drawn with."""

    words: str
    count: Count
    mark: str


def quorum_bar(
    voice: Voice,
    *,
    voted: int,
    needed: int,
    members: int,
    caption: str = "",
    name: str = "quorum",
) -> Chart:
    """Draw how many have voted, against how many must, out of all who may."""
    facts = {
        "voted": voice.number(voted),
        "needed": voice.number(needed),
        "all": voice.number(members),
    }
    return Chart(
        name=name,
        title=voice.gettext("How many have voted, against how many must"),
        description=voice.gettext(
            "{voted} have voted; {needed} are needed, of the {all} who may vote."
        ).format(**facts),
        svg=bar(
            (Part("", voted, "accent"),), whole=members, line=needed or None, height=16
        ),
        height=28,
        labels=tuple(_quorum_labels(voice, voted, needed, members)),
        table=Table(
            (voice.gettext("What"), voice.gettext("Members")),
            (
                (voice.gettext("Have voted"), facts["voted"]),
                (voice.gettext("Needed"), facts["needed"]),
                (voice.gettext("May vote"), facts["all"]),
            ),
        ),
        caption=caption,
    )


def _quorum_labels(
    voice: Voice, voted: int, needed: int, members: int
) -> Iterator[Label]:
    have = voice.gettext("{n} have voted").format(n=voice.number(voted))
    yield Label(have, "accent")
    if needed:
        words = voice.gettext("{n} needed").format(n=voice.number(needed))
        yield Label(words, "line")
    may = voice.gettext("{n} members").format(n=voice.number(members))
    yield Label(may, "rest")


def outcome_bar(
    voice: Voice,
    parts: Sequence[Part],
    *,
    needed: Count | None = None,
    had_to: int | None = None,
    caption: str = "",
    name: str = "outcome",
) -> Chart:
    """Draw the answers of a motion side by side; a line shows how many yes it took.

    Where too few voted it shows how many had to, `had_to`, and nothing else.
    """
    whole = max(sum((part.count for part in parts), 0), had_to or 0)
    labels = [
        Label(f"{voice.count(part.count)} {part.words}", part.mark) for part in parts
    ]
    if needed is not None and labels:
        words = voice.gettext("{answer}, {n} needed")
        told = words.format(answer=labels[0].words, n=voice.count(needed))
        labels[0] = Label(told, labels[0].mark)
    if had_to is not None:
        words = voice.gettext("{n} had to vote").format(n=voice.number(had_to))
        labels.append(Label(words, "line"))
    return Chart(
        name=name,
        title=voice.gettext("Ballots"),
        description=", ".join(label.words for label in labels) + ".",
        svg=bar(parts, whole=whole, line=had_to or needed, height=22),
        height=34,
        labels=tuple(labels),
        table=Table(
            (voice.gettext("Answer"), voice.gettext("Ballots")),
            tuple((part.words, voice.count(part.count)) for part in parts),
        ),
        caption=caption,
    )


def spent_bar(
    voice: Voice,
    parts: Sequence[Part],
    *,
    budget: Count,
    caption: str = "",
    name: str = "budget",
) -> Chart:
    """Draw what each chosen project costs out of the whole budget."""
    spent = sum((part.count for part in parts), 0)
    left = voice.gettext("{n} left").format(n=voice.count(budget - spent))
    rows = [(part.words, voice.count(part.count)) for part in parts]
    return Chart(
        name=name,
        title=voice.gettext("The budget and what it pays for"),
        description="; ".join(" ".join(row) for row in rows) + f"; {left}.",
        svg=bar(parts, whole=budget, line=None, height=22),
        height=34,
        labels=(
            *(Label(f"{p.words}: {voice.count(p.count)}", p.mark) for p in parts),
            Label(left, "rest"),
        ),
        table=Table(
            (voice.gettext("Project"), voice.gettext("Cost")),
            (*rows, (voice.gettext("Left"), voice.count(budget - spent))),
        ),
        caption=caption,
    )


def pairwise(
    voice: Voice,
    names: Mapping[str, str],
    preferred: Mapping[tuple[str, str], Count],
) -> Table:
    """Lay out how many prefer the option of the row to the option of the column."""
    rows = tuple(
        (
            words,
            *(
                voice.count(preferred.get((row, column), 0)) if row != column else "–"
                for column in names
            ),
        )
        for row, words in names.items()
    )
    return Table((voice.gettext("preferred to"), *names.values()), rows)


def bar(parts: Sequence[Part], *, whole: Count, line: Count | None, height: int) -> Svg:
    """Draw parts one after another on a ground as long as the whole."""
    starts = [0, *accumulate(_wide(part.count, whole) for part in parts)]
    drawn = [_rect(0, 6, WIDTH, height, "rest")]
    drawn += [
        _rect(start, 6, _wide(part.count, whole), height, part.mark)
        for start, part in zip(starts, parts, strict=False)
    ]
    if line is not None:
        drawn.append(_line(_wide(line, whole), height + 12))
    return joined(drawn)


def _wide(amount: Count, whole: Count) -> int:
    return round(Fraction(WIDTH) * amount / whole) if whole else 0


def _rect(x: int, y: int, width: int, height: int, mark: str) -> Svg:
    rect = filled(RECT, x, y, width, height, mark)
    if mark != "no" or not width:
        return rect
    # Stripes, so that a no is told from a yes without seeing colours.
    stripes = [
        filled(RECT, x, y + height * part // 3, width, 2, "stripe") for part in (1, 2)
    ]
    return joined([rect, *stripes])


def _line(x: int, height: int) -> Svg:
    return filled(RECT, min(x, WIDTH - 3), 0, 3, height, "line")
