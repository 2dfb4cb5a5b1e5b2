"""Finding words as people type them: without accents, in any case, in any order."""

import re
import unicodedata
from collections.abc import Sequence

MOST_WORDS = 8
LONGEST = 100
AROUND = 60
# The blocks of marks that are set over and under letters.
_MARKS = dict.fromkeys([*range(0x300, 0x370), *range(0x1DC0, 0x1E00)])
_WORD = re.compile(r"\w+")
# Letters that hardly ever carry a mark in a language that is written in these.
_BARE = frozenset("bdfghjklmpqrtvwx0123456789")


def folded(text: str) -> str:
    """Give a text without accents and capitals.

    >>> folded("¿Está ROTA la caldera?")
    '¿esta rota la caldera?'
    """
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text.casefold()).translate(_MARKS)


def words_in(typed: str) -> tuple[str, ...]:
    """Give the words to look for, each once, folded; one letter alone is no word."""
    found = _WORD.findall(folded(typed[:LONGEST]))
    return tuple(dict.fromkeys(one for one in found if len(one) > 1))[:MOST_WORDS]


def pattern(word: str) -> str:
    """Give what a database looks for: letters that can carry a mark may be any.

    What it finds is looked through again, so it finds too much rather than too little.
    """
    return f"%{''.join(one if one in _BARE else '_' for one in word)}%"


def has_all(words: Sequence[str], text: str) -> bool:
    """Say whether a text has every one of these words, or a longer one with it in."""
    there = folded(text)
    return all(one in there for one in words)


def around(words: Sequence[str], text: str) -> str:
    """Give the part of a text in which the first of these words stands, on one line."""
    line = " ".join(text.split())
    there = folded(line)
    # Where folding changes no length, which is nearly always, places are the same.
    found = [there.find(one) for one in words] if len(there) == len(line) else []
    first = min((one for one in found if one >= 0), default=0)
    start, end = max(first - AROUND, 0), min(first + 2 * AROUND, len(line))
    before, after = "… " if start else "", " …" if end < len(line) else ""
    return before + line[start:end].strip() + after
