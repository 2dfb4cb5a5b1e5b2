"""The minutes written out as plain text, in the reader's language."""

import textwrap
from collections.abc import Iterator

from django.utils.translation import gettext, ngettext

from commonweal.capabilities.assemblies.queries import Kept
from commonweal.foundation.language import clock_words, moment, number, say

WIDTH = 78
# How a line goes on below itself, so that nobody takes it for another.
GOES_ON = " " * 9
BESIDE = "    >   "


def written_out(kept: Kept, institution: str) -> str:
    """Write minutes as lines that fit on paper, with what stands beside each."""
    return "\n".join(_lines(kept, institution)) + "\n"


def _lines(kept: Kept, institution: str) -> Iterator[str]:
    row = kept.held.row
    yield from _wrapped(f"{institution}: {row.title}")
    yield from _wrapped(f"{moment(row.opens_at)} · {row.place}")
    yield ""
    yield from _wrapped(say(kept.says))
    first, *others = kept.lines
    yield from ("", say(first.words))
    for one in kept.minutes.present:
        how = f" ({say(one.words)})" if one.words else ""
        yield from _wrapped(f"{one.name}{how}", "  ")
    if kept.minutes.guests:
        words = ngettext("{n} guest", "{n} guests", kept.minutes.guests)
        yield f"  {words.format(n=number(kept.minutes.guests))}"
    for remark in first.beside:
        yield from _wrapped(f"{say(remark.says)}: {remark.words}", "    > ", BESIDE)
    yield from ("", gettext("What happened"))
    for line in others:
        assert line.at, "what happened did so at some time"
        yield from _wrapped(f"{clock_words(line.at)}  {say(line.words)}", "  ", GOES_ON)
        for remark in line.beside:
            yield from _wrapped(f"{say(remark.says)}: {remark.words}", "    > ", BESIDE)

    if kept.digest:
        words = gettext("The number of this text, which stands in the journal:")
        yield from ("", words, kept.digest)


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
