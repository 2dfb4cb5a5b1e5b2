"""Bars: how many of how many, side by side or one an option.

The labels are text beside the picture, so that they do not shrink on a phone; the
marks are told apart by pattern as well as by colour; title and description say it all
again for whoever listens. Widths are whole parts of the drawing, used for nothing but
drawing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from commonweal.foundation.language import fraction, number

WIDTH = 640
SWATCH = 18
MOST_DIGITS = 5
RECT = '<rect x="{}" y="{}" width="{}" height="{}" class="mark-{}"/>'
type Count = int | Fraction


@dataclass(frozen=True, slots=True)
class Label:
    """Words beside a picture, with the mark they explain (a class of the sheet)."""

    words: str
    mark: str = ""

    @property
    def swatch(self) -> SafeString:
        """Draw a small sample of the mark."""
        width = 3 if self.mark == "line" else SWATCH
        return _rect(0, 0, width, SWATCH, self.mark)


@dataclass(frozen=True, slots=True)
class Row:
    """A bar of its own under its words, where one chart has many."""

    words: str
    svg: SafeString


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
    svg: SafeString
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
    *, voted: int, needed: int, members: int, caption: str = "", name: str = "quorum"
) -> Chart:
    """Draw how many have voted, against how many must, out of all who may."""
    labels = [Label(gettext("{n} have voted").format(n=number(voted)), "accent")]
    if needed:
        words = gettext("{n} needed").format(n=number(needed))
        labels.append(Label(words, "line"))
    labels.append(Label(gettext("{n} members").format(n=number(members)), "rest"))
    facts = {"voted": number(voted), "needed": number(needed), "all": number(members)}
    return Chart(
        name=name,
        title=gettext("How many have voted, against how many must"),
        description=gettext(
            "{voted} have voted; {needed} are needed, of the {all} who may vote."
        ).format(**facts),
        svg=bar(
            (Part("", voted, "accent"),), whole=members, line=needed or None, height=16
        ),
        height=28,
        labels=tuple(labels),
        table=Table(
            (gettext("What"), gettext("Members")),
            (
                (gettext("Have voted"), facts["voted"]),
                (gettext("Needed"), facts["needed"]),
                (gettext("May vote"), facts["all"]),
            ),
        ),
        caption=caption,
    )


def outcome_bar(
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
    labels = [Label(f"{count(part.count)} {part.words}", part.mark) for part in parts]
    if needed is not None and labels:
        words = gettext("{answer}, {n} needed")
        told = words.format(answer=labels[0].words, n=count(needed))
        labels[0] = Label(told, labels[0].mark)
    if had_to is not None:
        words = gettext("{n} had to vote").format(n=number(had_to))
        labels.append(Label(words, "line"))
    return Chart(
        name=name,
        title=gettext("Ballots"),
        description=", ".join(label.words for label in labels) + ".",
        svg=bar(parts, whole=whole, line=had_to or needed, height=22),
        height=34,
        labels=tuple(labels),
        table=Table(
            (gettext("Answer"), gettext("Ballots")),
            tuple((part.words, count(part.count)) for part in parts),
        ),
        caption=caption,
    )


def spent_bar(
    parts: Sequence[Part], *, budget: Count, caption: str = "", name: str = "budget"
) -> Chart:
    """Draw what each chosen project costs out of the whole budget."""
    spent = sum((part.count for part in parts), 0)
    left = gettext("{n} left").format(n=count(budget - spent))
    rows = [(part.words, count(part.count)) for part in parts]
    return Chart(
        name=name,
        title=gettext("The budget and what it pays for"),
        description="; ".join(" ".join(row) for row in rows) + f"; {left}.",
        svg=bar(parts, whole=budget, line=None, height=22),
        height=34,
        labels=(
            *(Label(f"{p.words}: {count(p.count)}", p.mark) for p in parts),
            Label(left, "rest"),
        ),
        table=Table(
            (gettext("Project"), gettext("Cost")),
            (*rows, (gettext("Left"), count(budget - spent))),
        ),
        caption=caption,
    )


def pairwise(
    names: Mapping[str, str], preferred: Mapping[tuple[str, str], Count]
) -> Table:
    """Lay out how many prefer the option of the row to the option of the column."""
    rows = tuple(
        (
            words,
            *(
                count(preferred.get((row, column), 0)) if row != column else "–"
                for column in names
            ),
        )
        for row, words in names.items()
    )
    return Table((gettext("preferred to"), *names.values()), rows)


def count(value: Count) -> str:
    """Write a count whole as the reader's language does, a fraction behind it."""
    if isinstance(value, int):
        return number(value)
    exact = fraction(value)
    return f"{short(value)} ({exact})" if "/" in exact else exact


def short(value: Count) -> str:
    """Write a count to two decimals, or as many as its first two digits need."""
    if isinstance(value, int):
        return number(value)
    digits = 2
    while digits < MOST_DIGITS and 0 < abs(value) * 10**digits < 10:
        digits += 1
    rounded = Decimal(round(value * 10**digits)).scaleb(-digits)
    return number(rounded.normalize() if rounded % 1 else Decimal(int(rounded)))


def bar(
    parts: Sequence[Part], *, whole: Count, line: Count | None, height: int
) -> SafeString:
    """Draw parts one after another on a ground as long as the whole."""
    starts = [0, *accumulate(_wide(part.count, whole) for part in parts)]
    drawn = [_rect(0, 6, WIDTH, height, "rest")]
    drawn += [
        _rect(start, 6, _wide(part.count, whole), height, part.mark)
        for start, part in zip(starts, parts, strict=False)
    ]
    if line is not None:
        drawn.append(_line(_wide(line, whole), height + 12))
    return _joined(drawn)


def _wide(amount: Count, whole: Count) -> int:
    return round(Fraction(WIDTH) * amount / whole) if whole else 0


def _rect(x: int, y: int, width: int, height: int, mark: str) -> SafeString:
    rect = format_html(RECT, x, y, width, height, mark)
    if mark != "no" or not width:
        return rect
    # Stripes, so that a no is told from a yes without seeing colours.
    stripes = [
        format_html(RECT, x, y + height * part // 3, width, 2, "stripe")
        for part in (1, 2)
    ]
    return _joined([rect, *stripes])


def _line(x: int, height: int) -> SafeString:
    return format_html(RECT, min(x, WIDTH - 3), 0, 3, height, "line")


def _joined(drawn: Sequence[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((one,) for one in drawn))
