"""A sentence to be said later, in the reader's language: an id with named facts.

Rules and actions never hold finished prose. They name a sentence and give its facts;
whoever shows it says it in English, Spanish or any language there is. Each subject
keeps its English in a table `SENTENCES` in its `sentences.py`; that English is also
what translators are given.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

# The fact that is said where nobody here has words for the sentence itself.
OTHERWISE = "otherwise"

type Fact = (
    str | int | Fraction | date | bool | LocalText | Sentence | tuple[Fact, ...] | None
)


@dataclass(frozen=True, slots=True)
class LocalText:
    """An institution's own words, side by side in the languages it wrote them in."""

    versions: tuple[tuple[str, str], ...] = ()

    def said(self, language: str, fallback: str) -> str:
        """Give the words in `language`, else its parent, else `fallback`, else any.

        Languages are tags such as `es` or `es-AR`. An empty text says nothing.
        """
        return self.chosen(language, fallback)[1]

    def chosen(self, language: str, fallback: str) -> tuple[str, str]:
        """Give the language found and the words in it, for a page to mark them."""
        there = dict(self.versions)
        wanted = (language, language.split("-")[0], fallback, *there)
        return next(((tag, there[tag]) for tag in wanted if tag in there), ("", ""))

    def __bool__(self) -> bool:
        return any(words for _, words in self.versions)


def local_text(**versions: str) -> LocalText:
    """Write a text in several languages: `local_text(en="hour", es="hora")`."""
    return LocalText(tuple(sorted(versions.items())))


def in_language(language: str, words: str) -> LocalText:
    """Give words in the one language they were written in; in none, if it is not known.

    >>> in_language("es", "hora").said("en", "en")
    'hora'
    """
    return LocalText(((language, words),))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A message id with the facts its words name."""

    id: str
    facts: Mapping[str, Fact] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.id, tuple(sorted(self.facts))))


@dataclass(frozen=True, slots=True)
class Plural:
    """English words in two forms; the fact named `by` decides which is said."""

    one: str
    many: str
    by: str


type Words = str | Plural


def N_(text: str) -> str:  # noqa: N802 -- the mark every translation tool looks for
    """Mark a text for the translators, and leave it as it is."""
    return text


def NP_(one: str, many: str, by: str) -> Plural:  # noqa: N802 -- as above
    """Mark a text with a singular and a plural form for the translators."""
    return Plural(one, many, by)
