"""The minutes written out as plain text, in the reader's language."""

import textwrap
from collections.abc import Iterable, Iterator

from commonweal.interfaces.web.assemblies.views.laid_out import Aside, LaidOut

WIDTH = 78
# How a line goes on below itself, so that nobody takes it for another.
GOES_ON = " " * 9
BESIDE = "    >   "


def written_out(told: LaidOut) -> str:
    """Write minutes as lines that fit on paper, with what stands beside each."""
    return "\n".join(_lines(told)) + "\n"


def _lines(told: LaidOut) -> Iterator[str]:
    yield from _wrapped(f"{told.institution}: {told.title}")
    yield from _wrapped(told.place)
    yield ""
    yield from _wrapped(told.says)
    yield from ("", told.there.words)
    for one in told.present:
        yield from _wrapped(one, "  ")
    yield from _beside(told.there.beside)
    yield from ("", told.happened)
    for line in told.lines:
        yield from _wrapped(f"{line.at}  {line.words}", "  ", GOES_ON)
        yield from _beside(line.beside)
    if told.digest:
        yield from ("", told.number, told.digest)


def _beside(beside: Iterable[Aside]) -> Iterator[str]:
    for one in beside:
        yield from _wrapped(f"{one.says}: {one.words}", "    > ", BESIDE)


def _wrapped(text: str, before: str = "", after: str = "") -> Iterator[str]:
    """Fold a text into lines; what somebody wrote on several lines stays so.

    What goes on stands behind `after`, so that no words look like a line of their own.
    """
    first = before
    for part in text.splitlines() or [""]:
        folded = textwrap.wrap(
            part,
            WIDTH,
            initial_indent=first,
            subsequent_indent=after or before,
            break_on_hyphens=False,
        )
        yield from folded or [first.rstrip()]
        first = after or before
