"""The minutes in the reader's words, in the order of paper, as text or in pages."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from commonweal.capabilities.assemblies.queries import Kept, Veil
from commonweal.capabilities.assemblies.queries.beside import Beside, MinutesLine
from commonweal.foundation.language import clock_words, moment, number, say


@dataclass(frozen=True, slots=True)
class Aside:
    """Words beside a line: whose they are, and what they say."""

    says: str
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A line, and when it was: of who was there, no time of day."""

    at: str
    words: str
    beside: tuple[Aside, ...]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Everything that stands on the paper, in its order."""

    institution: str
    title: str
    place: str
    says: str
    there: Entry
    present: tuple[str, ...]
    happened: str
    lines: tuple[Entry, ...]
    number: str
    digest: str


def laid_out(kept: Kept, institution: str) -> LaidOut:
    """Say minutes in the reader's language, with what stands beside each line."""
    row = kept.held.row
    there, *others = map(_entry, kept.lines)
    return LaidOut(
        institution=institution,
        title=row.title,
        place=f"{moment(row.opens_at)} · {row.place}",
        says=say(kept.says),
        there=there,
        present=tuple(_present(kept)),
        happened=gettext("What happened"),
        lines=tuple(others),
        number=gettext("The number of this text, which stands in the journal:"),
        digest=kept.digest,
    )


def _present(kept: Kept) -> Iterator[str]:
    for one in kept.minutes.present:
        yield f"{one.name} ({say(one.words)})" if one.words else one.name
    if kept.minutes.guests:
        words = ngettext("{n} guest", "{n} guests", kept.minutes.guests)
        yield words.format(n=number(kept.minutes.guests))


def _entry(line: MinutesLine) -> Entry:
    hidden = (Aside(gettext("Hidden words"), _why(one)) for one in line.veils)
    beside = (*hidden, *map(_aside, line.beside))
    return Entry(clock_words(line.at) if line.at else "", say(line.words), beside)


def _aside(one: Beside) -> Aside:
    words = _why(one.veil) if one.veil else one.words
    return Aside(say(one.says), words)


def _why(veil: Veil) -> str:
    return " ".join(map(say, veil.told))
