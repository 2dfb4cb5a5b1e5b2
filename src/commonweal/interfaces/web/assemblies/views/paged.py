"""The minutes set in pages, as a PDF to print, sign and put away.

What people wrote is handed to Typst as data and is never read as its language: words
that look like a command stand on the page as they were typed. Nothing is fetched, and
no file is read.

Letters that no font of this machine has stand there as empty boxes, and a sentence at
the end says so.
"""

import json
from dataclasses import asdict
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from django.utils.translation import get_language, get_language_bidi, gettext

from commonweal.interfaces.web.assemblies.views.laid_out import LaidOut

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
#heading(level: 2, told.there.words)
#for one in told.present { list(one) }
#beside(told.there)
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
#if told.lacking != "" {
  v(1em)
  strong(told.lacking)
}
"""


def as_pdf(told: LaidOut, *, at: datetime) -> bytes:
    """Set minutes in pages of A4, with what stands beside each line.

    `at` stands in the file as its day, so that the same minutes give the same bytes.
    """
    # It is large, and few requests need it.
    typst: Any = import_module("typst")
    try:
        # With all that a screen reader needs to tell headings and lists apart.
        return _set(typst, told, at=at, pdf_standards="ua-1")
    except typst.TypstError:
        # The standard wants a shape for each letter. Without it there are still tags.
        lacking = gettext(
            "Some letters could not be printed: no font of the server has them. They "
            "stand here as empty boxes. The page of these minutes shows them."
        )
        return _set(typst, told, at=at, lacking=lacking)


def _set(
    typst: Any,
    told: LaidOut,
    *,
    at: datetime,
    lacking: str = "",
    pdf_standards: str | None = None,
) -> bytes:
    language = (get_language() or "en").partition("-")[0]
    given = {"language": language, "rtl": get_language_bidi(), "lacking": lacking}
    pages: bytes = typst.compile(
        PAGES.encode(),
        root=HERE,
        sys_inputs={"told": json.dumps(asdict(told) | given)},
        pdf_standards=pdf_standards or [],
        timestamp=at,
    )
    return pages
