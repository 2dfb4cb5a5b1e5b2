"""One bar an option, whose words say what is counted and out of how much.

What is counted hangs on the method: ballots, points, wins in pairs, parts of a place.
Where the words say “7 of 24”, the bar is drawn against the 24; elsewhere the longest
bar is as long as the picture.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from commonweal.interfaces.charts.bars import (
    Chart,
    Label,
    Part,
    Row,
    Table,
    bar,
)
from commonweal.interfaces.charts.svg import joined
from commonweal.interfaces.charts.voice import Count, Voice
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
    voice: Voice,
    counts: Mapping[str, Count],
    *,
    counted: Counted = VOTES,
    gained: Mapping[str, Count] = {},
    chosen: Sequence[str] = (),
    gone: Sequence[str] = (),
) -> Chart:
    """Draw one bar an option: a round of a transferable count, or ticks, or points.

    `counted` is what the counts count; its line is the quota. `gained` is the part of
    each count that came over in this round, drawn lighter. Of the options, `chosen` are
    in and `gone` are out.
    """
    unit, _, line = counted
    longest = _longest(counts, counted)

    def drawn(option: str, n: Count) -> Row:
        parts = _parts(n, gained.get(option, 0), _mark(option, chosen, gone))
        told = _each(voice, counted, option, n)
        return Row(told, bar(parts, whole=longest, line=line, height=14))

    rows = tuple(drawn(option, n) for option, n in counts.items())
    title = voice.say(in_words(unit, "title"))
    return Chart(
        name="options",
        title=title,
        description="; ".join(row.words for row in rows) + ".",
        svg=joined(()),
        height=26,
        labels=tuple(_labels(voice, gained, line)),
        table=_option_table(voice, counts, gained, unit),
        caption=_rounded(voice, title, [*counts.values(), line or 0]),
        rows=rows,
    )


def _parts(n: Count, came: Count, mark: str) -> tuple[Part, Part]:
    return Part("", n - came, mark), Part("", came, "gained")


def _longest(counts: Mapping[str, Count], counted: Counted) -> Count:
    unit, base, line = counted
    return max([*counts.values(), line or 0, base if unit in TO_THE_BASE else 0])


def _each(voice: Voice, counted: Counted, option: str, n: Count) -> str:
    told = voice.short(n)
    each = in_words(counted.unit, "each", option=option, n=told, base=counted.base)
    return voice.say(each)


def _labels(
    voice: Voice, gained: Mapping[str, Count], line: Count | None
) -> Iterator[Label]:
    if gained:
        yield Label(voice.gettext("came over in this round"), "gained")
    if line is not None:
        needed = voice.gettext("{n} are enough to be elected").format(
            n=voice.short(line)
        )
        yield Label(needed, "line")


def _option_table(
    voice: Voice,
    counts: Mapping[str, Count],
    gained: Mapping[str, Count],
    unit: Unit,
) -> Table:
    head = voice.say(in_words(unit, "head"))
    if not gained:
        rows = tuple((who, voice.count(n)) for who, n in counts.items())
        return Table((voice.gettext("Option"), head), rows)
    more = tuple(
        (who, voice.count(gained.get(who, 0)), voice.count(n))
        for who, n in counts.items()
    )
    return Table((voice.gettext("Option"), voice.gettext("Came over"), head), more)


def _rounded(voice: Voice, title: str, shown: Sequence[Count]) -> str:
    """Say under a picture that its numbers are shortened, where any is."""
    if all(voice.short(one) == voice.count(one) for one in shown):
        return title
    words = voice.gettext(
        "{title}. Long numbers are shortened here; the table has them whole."
    )
    return words.format(title=title)


def _mark(option: str, chosen: Sequence[str], gone: Sequence[str]) -> str:
    if option in chosen:
        return "yes"
    return "abstain" if option in gone else "accent"
