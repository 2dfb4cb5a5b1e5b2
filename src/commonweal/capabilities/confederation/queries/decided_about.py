"""The words that a base decides about, in full, as whoever put them wrote them.

A mandate and an answer name words by their digest. Whoever votes on one has to read
what it is on, whichever body brought the words and whatever was put since.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from commonweal.capabilities.confederation.models import ConfederalDeed
from commonweal.capabilities.confederation.queries.choices import matter_named
from commonweal.capabilities.confederation.queries.matters import Read

# Whose terms name the words of a matter by their digest.
ON_WORDS = frozenset({"give_mandate", "answer_matter", "return_words"})
# While a matter is so, some words are before the bodies.
GOING_ON = ("raised", "deliberating", "before_congress", "asking")


class Words(NamedTuple):
    """Words of a matter: their digest, what they say, and the deed that put them.

    Without a deed they are the words in which the matter was raised.
    """

    digest: str
    said: str
    put: ConfederalDeed | None = None


class DecidedAbout(NamedTuple):
    """The words that terms are about, and whether others are before the bodies now."""

    read: Read
    words: Words | None
    has_changed: bool


def decided_about(terms: Mapping[str, object], *, at: datetime) -> DecidedAbout | None:
    """Find the words that terms name; None where they name no matter."""
    read = matter_named(terms.get("matter"), at=at)
    if read is None:
        return None
    digest = terms.get("words") or read.text
    has_changed = read.now.stage in GOING_ON and digest != read.text
    return DecidedAbout(read, words_with(read, digest), has_changed)


def words_with(read: Read, digest: object) -> Words | None:
    """Find the words of a matter that have this digest, those put last first."""
    return next((one for one in words_of(read) if one.digest == digest), None)


def words_of(read: Read) -> Iterator[Words]:
    """Give all words that a matter ever had, those of now first, each once."""
    seen = set[str]()
    for row in reversed(read.of("put", "composed")):
        digest = str(row.facts["text"])
        if row.words and digest not in seen:
            seen.add(digest)
            yield Words(digest, row.words, row)
    raised = read.first
    if raised not in seen:
        yield Words(raised, read.matter.text)


def may_be_chosen(read: Read) -> tuple[Words, ...]:
    """Give the words that a mandate can be on: those before all now, and as raised."""
    raised = read.first
    return tuple(one for one in words_of(read) if one.digest in (read.text, raised))
