"""Bars of what is shared out: seats among bodies, panels by quotas, divided votes."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from commonweal.interfaces.charts.bars import Chart, Label, Part, Row, Table, bar
from commonweal.interfaces.charts.svg import joined
from commonweal.interfaces.charts.voice import Count, Voice

ANSWER_MARKS = {"yes": "yes", "no": "no", "abstain": "abstain"}
OTHER_MARKS = ("accent", "yes", "abstain", "no")


class Line(NamedTuple):
    """A bar to be drawn: its words, its parts, out of how much, and what is enough."""

    words: str
    parts: tuple[Part, ...]
    whole: Count
    enough: Count | None = None


class Asked(NamedTuple):
    """What a quota asks for, by name, and how many of the panel it has."""

    words: str
    found: int
    least: int
    most: int


def seat_bars(voice: Voice, seats: Mapping[str, int]) -> Chart:
    """Draw how many seats each body has out of all that were given."""
    whole = sum(seats.values())
    words = voice.gettext("{name}: {n} of {all} seats")
    lines = [
        Line(
            words.format(name=name, n=voice.number(n), all=voice.number(whole)),
            (Part("", n, "accent"),),
            whole,
        )
        for name, n in seats.items()
    ]
    head = (voice.gettext("Body"), voice.gettext("Seats"))
    rows = tuple((name, voice.number(n)) for name, n in seats.items())
    return _stacked(voice.gettext("Seats for each body"), lines, Table(head, rows))


def panel_bars(voice: Voice, asked: Sequence[Asked], *, size: int) -> Chart:
    """Draw how a panel keeps each quota; the line is the least that it asks for."""
    words = voice.gettext("{name}: {n} of {all}; {least} to {most} asked for")
    lines = [
        Line(
            words.format(
                name=one.words,
                n=voice.number(one.found),
                all=voice.number(size),
                least=voice.number(one.least),
                most=voice.number(one.most),
            ),
            (Part("", one.found, "accent"),),
            size,
            one.least or None,
        )
        for one in asked
    ]
    head = (
        voice.gettext("Quota"),
        voice.gettext("Drawn"),
        voice.gettext("Least"),
        voice.gettext("Most"),
    )
    rows = tuple(
        (one.words, *map(voice.number, (one.found, one.least, one.most)))
        for one in asked
    )
    labels = [Label(voice.gettext("the least that is asked for"), "line")]
    title = voice.gettext("How the panel keeps the quotas")
    return _stacked(title, lines, Table(head, rows), labels)


def drawn_bar(voice: Voice, *, drawn: int, pool: int) -> Chart:
    """Draw how many were drawn out of all who could be, where no quotas were."""
    words = voice.gettext("{n} drawn out of {all}").format(
        n=voice.number(drawn), all=voice.number(pool)
    )
    title = voice.gettext("How many were drawn")
    line = Line(words, (Part("", drawn, "accent"),), pool)
    head = (voice.gettext("Drawn"), voice.gettext("In the pool"))
    table = Table(head, ((voice.number(drawn), voice.number(pool)),))
    return _stacked(title, [line], table)


def result_bars(
    voice: Voice, results: Mapping[str, Mapping[str, Count]], *, title: str
) -> Chart:
    """Draw for each body how its ballots or votes are divided among the answers."""
    answers = list(dict.fromkeys(a for said in results.values() for a in said))
    marks = _marks(answers)
    lines = []
    for name, said in results.items():
        told = ", ".join(f"{answer} {voice.short(n)}" for answer, n in said.items())
        parts = tuple(Part(answer, n, marks[answer]) for answer, n in said.items())
        lines.append(Line(f"{name}: {told}", parts, sum(said.values(), Fraction(0))))
    rows = tuple(
        (name, *(voice.count(said.get(answer, 0)) for answer in answers))
        for name, said in results.items()
    )
    labels = [Label(answer, marks[answer]) for answer in answers]
    table = Table((voice.gettext("Body"), *answers), rows)
    return _stacked(title, lines, table, labels)


def _marks(answers: Sequence[str]) -> dict[str, str]:
    """Give each answer a mark: yes and no their own, if these are what was asked."""
    if set(answers) <= set(ANSWER_MARKS):
        return ANSWER_MARKS
    return {a: OTHER_MARKS[i % len(OTHER_MARKS)] for i, a in enumerate(answers)}


def _stacked(
    title: str, lines: Sequence[Line], table: Table, labels: Sequence[Label] = ()
) -> Chart:
    return Chart(
        name="shares",
        title=title,
        description="; ".join(line.words for line in lines) + ".",
        svg=joined(()),
        height=26,
        labels=tuple(labels),
        table=table,
        rows=tuple(
            Row(one.words, bar(one.parts, whole=one.whole, line=one.enough, height=14))
            for one in lines
        ),
    )
