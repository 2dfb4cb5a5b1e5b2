"""One bar an option, whose words say what is counted and out of how much.

What is counted hangs on the method: ballots, points, wins in pairs, parts of a place.
Where the words say “7 of 24”, the bar is drawn against the 24; elsewhere the longest
bar is as long as the picture.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from commonweal.foundation.language import say
from commonweal.interfaces.web.charts.bars import (
    Chart,
    Count,
    Label,
    Part,
    Row,
    Table,
    bar,
    count,
    short,
)
from commonweal.rules.voting.units import UNITS, WITHOUT_BASE, Unit, in_words

# Whose words say “of so many” is drawn against all these; of the others, only the
# lengths among them say much.
TO_THE_BASE: frozenset[Unit] = frozenset(UNITS) - WITHOUT_BASE - {"points"}


class Counted(NamedTuple):
    """What counts count, out of how many (nought: no base), and how many are enough."""

    unit: Unit
    base: int = 0
    enough: Count | None = None


VOTES = Counted("votes")


def option_bars(
    counts: Mapping[str, Count],
    *,
    counted: Counted = VOTES,
    gained: Mapping[str, Count] = {},
    chosen: Sequence[str] = (),
    gone: Sequence[str] = (),
    name: str = "options",
) -> Chart:
    """Draw one bar an option: a round of a transferable count, or ticks, or points.

    `counted` is what the counts count; its line is the quota. `gained` is the part of
    each count that came over in this round, drawn lighter. Of the options, `chosen` are
    in and `gone` are out.
    """
    unit, base, line = counted
    longest = max([*counts.values(), line or 0, base if unit in TO_THE_BASE else 0])
    rows = []
    for option, whole in counts.items():
        came = gained.get(option, 0)
        parts = (
            Part("", whole - came, _mark(option, chosen, gone)),
            Part("", came, "gained"),
        )
        words = say(in_words(unit, "each", option=option, n=short(whole), base=base))
        rows.append(Row(words, bar(parts, whole=longest, line=line, height=14)))
    return Chart(
        name=name,
        title=say(in_words(unit, "title")),
        description="; ".join(row.words for row in rows) + ".",
        svg=SafeString(""),
        height=26,
        labels=tuple(_labels(gained, line)),
        table=_option_table(counts, gained, say(in_words(unit, "head"))),
        caption=_rounded(say(in_words(unit, "title")), [*counts.values(), line or 0]),
        rows=tuple(rows),
    )


def _labels(gained: Mapping[str, Count], line: Count | None) -> Iterator[Label]:
    if gained:
        yield Label(gettext("came over in this round"), "gained")
    if line is not None:
        needed = gettext("{n} are enough to be elected").format(n=short(line))
        yield Label(needed, "line")


def _option_table(
    counts: Mapping[str, Count], gained: Mapping[str, Count], head: str
) -> Table:
    if not gained:
        rows = tuple((who, count(n)) for who, n in counts.items())
        return Table((gettext("Option"), head), rows)
    more = tuple(
        (who, count(gained.get(who, 0)), count(n)) for who, n in counts.items()
    )
    return Table((gettext("Option"), gettext("Came over"), head), more)


def _rounded(title: str, shown: Sequence[Count]) -> str:
    """Say under a picture that its numbers are shortened, where any is."""
    if all(short(one) == count(one) for one in shown):
        return title
    words = gettext(
        "{title}. Long numbers are shortened here; the table has them whole."
    )
    return words.format(title=title)


def _mark(option: str, chosen: Sequence[str], gone: Sequence[str]) -> str:
    if option in chosen:
        return "yes"
    return "abstain" if option in gone else "accent"
