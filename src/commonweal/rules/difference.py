"""What changed between two texts, word by word, as people mark it on paper.

Lines that stayed are set aside first, then the words of the lines that did not. Where
two changes stand only a little word apart they are shown as one.

Source: Ratcliff and Metzener, Pattern Matching: The Gestalt Approach (1988), as in
Python's `difflib`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

type Op = Literal["same", "gone", "new"]

WORD = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")
LINE = re.compile(r"[^\n]*\n|[^\n]+")
LITTLE = 3
# Above this many pairs of words or lines a text is shown as wholly replaced: comparing
# them would keep people waiting, and so much change is read from the start anyway.
MOST_PAIRS = 1_000_000


class Piece(NamedTuple):
    """A stretch of text that stayed, went, or came."""

    op: Op
    text: str


def difference(old: str, new: str) -> tuple[Piece, ...]:
    """Give the stretches in reading order.

    What is `same` or `gone`, put together, is the old text; `same` or `new` is the
    new one. What went stands before what came in its place. No two neighbours are of
    one sort, and none is empty.
    """
    return _joined(_without_islands(_joined(_by_lines(old, new))))


def _by_lines(old: str, new: str) -> Iterator[Piece]:
    before, after = LINE.findall(old), LINE.findall(new)
    for same, gone, came in _blocks(before, after):
        if same:
            yield Piece("same", same)
        else:
            yield from _by_words(gone, came)


def _by_words(old: str, new: str) -> Iterator[Piece]:
    before, after = WORD.findall(old), WORD.findall(new)
    for same, gone, came in _blocks(before, after):
        yield from (Piece("same", same), Piece("gone", gone), Piece("new", came))


def _blocks(
    before: Sequence[str], after: Sequence[str]
) -> Iterator[tuple[str, str, str]]:
    """Give what stayed, or else what went and what came, block by block."""
    if len(before) * len(after) > MOST_PAIRS:
        yield "", "".join(before), "".join(after)
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for op, a, b, c, d in matcher.get_opcodes():
        gone, came = "".join(before[a:b]), "".join(after[c:d])
        yield (gone, "", "") if op == "equal" else ("", gone, came)


def _without_islands(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Let a little word between two changes be part of them."""
    for place, piece in enumerate(pieces):
        inside = 0 < place < len(pieces) - 1
        if piece.op == "same" and inside and len(piece.text.strip()) <= LITTLE:
            yield from (Piece("gone", piece.text), Piece("new", piece.text))
        else:
            yield piece


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Put neighbours together: between two stays, all that went, then all that came."""
    joined: list[Piece] = []
    gone = came = ""
    for op, text in (*pieces, Piece("same", "")):
        if op == "gone":
            gone += text
        elif op == "new":
            came += text
        else:
            if text and joined and not gone + came:
                joined[-1] = Piece("same", joined[-1].text + text)
                continue
            changes = (Piece("gone", gone), Piece("new", came), Piece("same", text))
            joined += [piece for piece in changes if piece.text]
            gone = came = ""
    return tuple(joined)
