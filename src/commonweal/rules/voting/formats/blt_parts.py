"""A BLT file too large to hold: its ballots read piece by piece, in any order.

A file is cut at line ends. What makes lines hang together (a comment over several, an
old machine's line ends) cannot be cut, and is left to the reader of whole files, which
also says what is wrong where a piece makes no sense.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.formats.blt import Head, Lines, read_ballots, read_head
from commonweal.rules.voting.formats.blt_fast import END, read_tidy
from commonweal.rules.voting.formats.blt_names import Names, read_names
from commonweal.rules.voting.formats.decoding import decoded
from commonweal.rules.voting.formats.errors import FormatError
from commonweal.rules.voting.partial import Part, part_of

PIECE = 8_000_000
# The head of a file, and the names at its end, are looked for in so much of it.
ENOUGH = 1_000_000
MARKS_THE_END = END.encode()
NOT_CUT = (b"\r", b"/*", b"\0")


class Readable(Protocol):
    """A file opened for reading bytes, as far as it is needed here."""

    def seek(self, offset: int, whence: int = 0, /) -> int: ...
    def read(self, size: int = -1, /) -> bytes: ...
    def readline(self, size: int = -1, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a file's ballots begin and end, and all that stands around them."""

    head: Head
    contest: Contest
    begin: int
    end: int


def cut(file: Readable) -> Cut | None:
    """Read what stands around the ballots; None if the file cannot be cut.

    Raises `FormatError` where what stands there makes no sense.
    """
    size = file.seek(0, 2)
    file.seek(0)
    first = file.read(ENOUGH)
    tail_begins = file.seek(max(size - ENOUGH, 0))
    tail = file.read(ENOUGH)
    ends = tail.rfind(MARKS_THE_END)
    if ends < 0 or not first.isascii() or any(mark in first for mark in NOT_CUT):
        return None
    after = tail[ends + len(MARKS_THE_END) :]
    if any(mark in after for mark in NOT_CUT):
        return None
    lines = Lines(first.decode("ascii"))
    head = read_head(lines)
    ends_at = tail_begins + ends + len(MARKS_THE_END)
    try:
        named = names_in(after, len(head.options), before=0)
    except FormatError:
        named = None
    if named is None or named.notes:
        # Only who has something to say of a line has to know its number.
        before = lines_before(file, ends_at)
        named = names_in(after, len(head.options), before=before)
    contest = Contest(
        options=head.options,
        seats=head.seats,
        names=dict(zip(head.options, named.names, strict=True)),
        withdrawn=frozenset(head.withdrawn),
        title=named.title,
        settings=head.settings,
        notes=named.notes,
    )
    return Cut(head, contest, lines.at, tail_begins + ends + 1)


def names_in(raw: bytes, candidates: int, *, before: int) -> Names:
    """Read what stands after the ballots, with so many lines before it."""
    text, note = decoded(raw, before=before)
    lines = tuple((before + number, line) for number, line in Lines(text))
    found = read_names(lines, candidates)
    return found if note is None else found._replace(notes=(note, *found.notes))


def lines_before(file: Readable, end: int) -> int:
    """Count the line ends of a file up to a place."""
    file.seek(0)
    lines, left = 0, end
    while left > 0 and (piece := file.read(min(PIECE, left))):
        lines += piece.count(b"\n")
        left -= len(piece)
    return lines


def pieces(file: Readable, found: Cut, size: int = PIECE) -> Iterator[bytes]:
    """Give the lines of the ballots in pieces of about so many bytes.

    A file that has become shorter since it was cut ends where it now ends.
    """
    file.seek(found.begin)
    left = found.end - found.begin
    while left > 0 and (piece := file.read(min(size, left))):
        if not piece.endswith(b"\n"):
            # The ballots end with a line, so that this goes no further.
            piece += file.readline()
        left -= len(piece)
        yield piece


def part_of_piece(head: Head, piece: bytes) -> Part | None:
    """Tally one piece; None where it makes no sense by itself."""
    if not piece.isascii() or any(mark in piece for mark in NOT_CUT):
        return None
    text = piece.decode("ascii") + END[1:]
    tidy = read_tidy(text, 0, head.options) if head.is_plain else None
    if tidy is not None:
        return part_of(head.options, tidy)
    lines = Lines(text)
    try:
        ballots = tuple(read_ballots(lines, head))
    except FormatError:
        return None
    # A nought alone that is not the last line ends the ballots before the names do.
    return part_of(head.options, ballots) if next(lines, None) is None else None
