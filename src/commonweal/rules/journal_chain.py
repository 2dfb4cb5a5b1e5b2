"""The journal as a chain: every line holds the hash of the one before it.

Whoever changes, drops or moves a line breaks the chain, and anybody with a copy can
see where. Words about a person are not in the chain: a line holds only their digest,
made with a salt, and the words and the salt lie beside it. Erasing both leaves the
chain whole and the digest says nothing any more.

A chain cannot show that its last lines are missing, or that all of it was written
anew. Against that, people write down the hash of a line they have seen and hand it to
`verify` as known.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from commonweal.rules.canonical import Json, canonical
from commonweal.rules.sentence import Sentence

NOTHING_BEFORE = "0" * 64
EXPORT_FORMAT = "commonweal-journal-1"
LINE_DOMAIN = b"commonweal journal line 1\n"
WORDS_DOMAIN = b"commonweal journal words 1\n"


@dataclass(frozen=True, slots=True)
class Line:
    """One deed as it stands in the chain. Ids are texts, empty where there is none."""

    institution: str
    number: int
    at: datetime
    deed: str
    by: str = ""
    about_kind: str = ""
    about: str = ""
    facts: Mapping[str, Json] = field(default_factory=dict, hash=False)
    words_digest: str = ""
    previous: str = NOTHING_BEFORE

    def __post_init__(self) -> None:
        assert self.at.tzinfo is not None, "an instant knows its offset"


@dataclass(frozen=True, slots=True)
class Kept:
    """A line as it was kept: with its hash, and its words unless they were erased."""

    line: Line
    hash: str
    salt: bytes | None = None
    words: Mapping[str, Json] | None = field(default=None, hash=False)


def line_hash(line: Line) -> str:
    """Hash a line with everything it says: 64 hexadecimal digits (SHA-256).

    The moment is written in UTC with microseconds. Raises `TypeError` if the facts
    hold anything but texts, whole numbers, lists and tables.
    """
    return hashlib.sha256(LINE_DOMAIN + canonical(line_plain(line))).hexdigest()


def digest_of_words(salt: bytes, words: Mapping[str, Json]) -> str:
    """Hash words about a person with a salt, 16 random bytes or more, kept beside."""
    length = len(salt).to_bytes(4, "big")
    return hashlib.sha256(WORDS_DOMAIN + length + salt + canonical(words)).hexdigest()


def verify(
    lines: Iterable[Kept], *, known: Mapping[int, str] | None = None
) -> tuple[Sentence, ...]:
    """List what is wrong with a journal, given all its lines from the first, in order.

    `known` are hashes by line number that somebody wrote down before. Nothing is wrong
    if nothing comes back; erased words are not wrong.
    """
    return tuple(_problems(lines, dict(known or {})))


def _problems(lines: Iterable[Kept], known: dict[int, str]) -> Iterator[Sentence]:
    before: Kept | None = None
    for position, kept in enumerate(lines, start=1):
        yield from _wrong_in(kept)
        yield from _wrong_between(before, kept, position)
        if known.pop(position, kept.hash) != kept.hash:
            yield Sentence("journal_line_rewritten", {"number": position})
        before = kept
    for number in sorted(known):
        yield Sentence("journal_line_gone", {"number": number})


def _wrong_in(kept: Kept) -> Iterator[Sentence]:
    line = kept.line
    if line_hash(line) != kept.hash:
        yield Sentence("journal_line_changed", {"number": line.number})
    if kept.words is not None:
        salt = kept.salt
        if salt is None or digest_of_words(salt, kept.words) != line.words_digest:
            yield Sentence("journal_words_changed", {"number": line.number})


def _wrong_between(
    before: Kept | None, kept: Kept, position: int
) -> Iterator[Sentence]:
    line = kept.line
    if line.number != position:
        facts = {"expected": position, "found": line.number}
        yield Sentence("journal_line_missing", facts)
    if line.previous != (before.hash if before else NOTHING_BEFORE):
        yield Sentence("journal_chain_broken", {"number": line.number})
    if before is not None and line.institution != before.line.institution:
        yield Sentence("journal_line_foreign", {"number": line.number})


def line_plain(line: Line) -> dict[str, Json]:
    """Write a line as plain data: what is hashed, and what an export holds."""
    at = line.at.astimezone(UTC).replace(tzinfo=None)
    return {
        "institution": line.institution,
        "number": line.number,
        "at": f"{at.isoformat(timespec='microseconds')}Z",
        "deed": line.deed,
        "by": line.by,
        "about_kind": line.about_kind,
        "about": line.about,
        "facts": line.facts,
        "words_digest": line.words_digest,
        "previous": line.previous,
    }


def kept_plain(kept: Kept) -> dict[str, Json]:
    """Write a kept line as plain data for an export that strangers can verify."""
    plain = line_plain(kept.line) | {"hash": kept.hash}
    if kept.words is not None and kept.salt is not None:
        plain |= {"salt": kept.salt.hex(), "words": kept.words}
    return plain


def kept_from_plain(plain: Mapping[str, object]) -> Kept:
    """Read a kept line back from an export.

    Raises `ValueError`, `TypeError` or `KeyError` if it is not the shape of a line.
    """
    salt, words = plain.get("salt"), plain.get("words")
    return Kept(
        line=Line(
            institution=_text(plain["institution"]),
            number=_number(plain["number"]),
            at=_moment(plain["at"]),
            deed=_text(plain["deed"]),
            by=_text(plain["by"]),
            about_kind=_text(plain["about_kind"]),
            about=_text(plain["about"]),
            facts=_table(plain["facts"]),
            words_digest=_text(plain["words_digest"]),
            previous=_text(plain["previous"]),
        ),
        hash=_text(plain["hash"]),
        salt=None if salt is None else bytes.fromhex(_text(salt)),
        words=None if words is None else _table(words),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("expected a text")
    return value


def _moment(value: object) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    if moment.tzinfo is None:
        raise ValueError("expected a moment that knows its offset")
    return moment


def _number(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError("expected a whole number")
    return value


def _table(value: object) -> Mapping[str, Json]:
    if not isinstance(value, Mapping):
        raise TypeError("expected a table")
    return value
