"""The bytes of a file as text, and in which alphabet they were taken.

UTF-8 is what is expected. Old election files are in the alphabet of Windows, and some
programs save UTF-16; both are read, and it is said that they were. What is no text in
any of them, or is in two at once, is refused with the line.
"""

from typing import NamedTuple

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.formats.errors import fault

# A mark at the beginning says which alphabet it is; the longer marks come first.
MARKED = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
REPLACED = "\ufffd"
# What is shorter shows no pattern.
FEW_BYTES = 4


class Decoded(NamedTuple):
    """A file's text, and what is to be said of how it was read, if anything."""

    text: str
    note: Sentence | None = None


def decoded(raw: bytes, *, before: int = 0) -> Decoded:
    """Read bytes as text. Raises `FormatError` with the line where that cannot be.

    A mark at the beginning is left out of the text. Where these are the last bytes of
    a file, `before` is how many of its lines come before them.
    """
    for mark, alphabet in MARKED:
        if raw.startswith(mark):
            text = _read(raw, alphabet, before)
            return Decoded(text, Sentence("odd_alphabet_marked", _named(alphabet)))
    without_mark = _in_two_bytes(raw)
    if without_mark is not None:
        text = _read(raw, without_mark, before)
        return Decoded(text, Sentence("odd_alphabet_guessed", _named("utf-16")))
    try:
        return Decoded(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as problem:
        return _in_old_letters(raw, problem, before)


def _in_two_bytes(raw: bytes) -> str | None:
    """Say which way round letters of two bytes stand, if every other byte is nought.

    Line ends, digits and signs are most of any file that can be counted.
    """
    if 4 * raw.count(0) < len(raw) or len(raw) < FEW_BYTES:
        return None
    first, second = raw[0::2].count(0), raw[1::2].count(0)
    if 20 * min(first, second) > len(raw):
        return None
    return "utf-16-be" if first > second else "utf-16-le"


def _in_old_letters(raw: bytes, problem: UnicodeDecodeError, before: int) -> Decoded:
    """Read what is not UTF-8 as Windows' own alphabet, unless it is UTF-8 in part."""
    line = before + _line(raw, problem.start)
    in_part = raw.decode("utf-8", errors="replace").replace(REPLACED, "")
    if not in_part.isascii():
        raise fault(line, "file_torn_letter", "file_utf8_expected") from problem
    facts = {**_named("windows-1252"), "line": line}
    return Decoded(_read(raw, "cp1252", before), Sentence("odd_alphabet_old", facts))


def _read(raw: bytes, alphabet: str, before: int) -> str:
    try:
        return raw.decode(alphabet)
    except UnicodeDecodeError as problem:
        line = before + _line(raw, problem.start, alphabet)
        raise fault(line, "file_no_text", "file_utf8_expected") from problem


def _line(raw: bytes, at: int, alphabet: str = "latin-1") -> int:
    text = raw[:at].decode(alphabet, errors="replace")
    return max(text.count("\n"), text.count("\r")) + 1


def _named(alphabet: str) -> dict[str, Fact]:
    return {"alphabet": alphabet.upper()}
