"""The minutes set in pages, as a PDF to print, sign and put away.

What people wrote is handed to Typst as data and is never read as its language: words
that look like a command stand on the page as they were typed. Nothing is fetched, and
no file is read.
"""

import json
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from django.utils.translation import get_language, get_language_bidi, gettext, ngettext

from commonweal.capabilities.assemblies.queries import Kept
from commonweal.capabilities.assemblies.queries.written import MinutesLine
from commonweal.foundation.language import clock_words, moment, number, say

HERE = Path(__file__).parent
PAGES = r"""
#let told = json(bytes(sys.inputs.told))
#set document(title: told.title, author: told.institution)
#set text(lang: told.language, dir: if told.rtl { rtl } else { ltr }, size: 11pt)
#set page(paper: "a4", margin: 22mm, header: context {
  if counter(page).get().first() > 1 { text(9pt, told.institution + ": " + told.title) }
}, footer: context {
  align(center, text(9pt, counter(page).display("1 / 1", both: true)))
})
#set par(leading: .6em, spacing: .9em)
#let beside(one) = for more in one.beside {
  pad(left: 4.2em, block(stroke: (left: 1pt + luma(150)), inset: (left: .7em), {
    text(9pt, fill: luma(90), more.says)
    linebreak()
    more.words
  }))
}
#text(10pt, told.institution)
#heading(level: 1, told.title)
#told.place
#parbreak()
#emph(told.says)
#heading(level: 2, told.first.words)
#for one in told.present { list(one) }
#beside(told.first)
#heading(level: 2, told.happened)
#for one in told.lines {
  grid(columns: (4.2em, 1fr), text(9pt, number-type: "lining", one.at), one.words)
  beside(one)
}
#if told.digest != "" {
  v(1em)
  told.number
  linebreak()
  raw(told.digest)
}
"""


def as_pdf(kept: Kept, institution: str) -> bytes:
    """Set minutes in pages of A4, with what stands beside each line."""
    # It is large, and few requests need it.
    typst: Any = import_module("typst")
    told = json.dumps(_told(kept, institution))
    pages: bytes = typst.compile(
        PAGES.encode(),
        root=HERE,
        sys_inputs={"told": told},
        # With tags, so that a screen reader tells headings and lists apart.
        pdf_standards="ua-1",
        timestamp=kept.held.row.opens_at,
    )
    return pages


def _told(kept: Kept, institution: str) -> dict[str, Any]:
    row = kept.held.row
    first, *others = kept.lines
    return {
        "language": (get_language() or "en").partition("-")[0],
        "rtl": get_language_bidi(),
        "institution": institution,
        "title": row.title,
        "place": f"{moment(row.opens_at)} · {row.place}",
        "says": say(kept.says),
        "first": _line(first),
        "present": list(_present(kept)),
        "happened": gettext("What happened"),
        "lines": [_line(one) for one in others],
        "number": gettext("The number of this text, which stands in the journal:"),
        "digest": kept.digest or "",
    }


def _present(kept: Kept) -> Iterator[str]:
    for one in kept.minutes.present:
        yield f"{one.name} ({say(one.words)})" if one.words else one.name
    if kept.minutes.guests:
        words = ngettext("{n} guest", "{n} guests", kept.minutes.guests)
        yield words.format(n=number(kept.minutes.guests))


def _line(line: MinutesLine) -> dict[str, Any]:
    beside = [{"says": say(one.says), "words": one.words} for one in line.beside]
    at = clock_words(line.at) if line.at else ""
    return {"at": at, "words": say(line.words), "beside": beside}
