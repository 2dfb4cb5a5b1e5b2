"""The end of a BLT file: a line a name, then the title."""

import re
from typing import NamedTuple

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.formats.errors import fault

QUOTED = re.compile(r'"((?:[^"]|"")*)"')


class Names(NamedTuple):
    """The candidates' names in order, the title, and what is said of the rest."""

    names: tuple[str, ...]
    title: str
    notes: tuple[Sentence, ...]


def read_names(lines: tuple[tuple[int, str], ...], candidates: int) -> Names:
    """Give the candidates' names in order, and the title if there is one.

    Names may be quoted once, twice or not at all; if there are fewer lines than names,
    one line may hold several in quotation marks. What follows the title is commentary:
    it is passed over, which the notes say.
    """
    texts = [line for _, line in lines]
    numbers = [number for number, _ in lines]
    if len(texts) < candidates:
        quoted = [(n, found[0]) for n, line in lines for found in QUOTED.finditer(line)]
        numbers, texts = [n for n, _ in quoted], [text for _, text in quoted]
    if len(texts) < candidates:
        facts = {"found": len(texts), "candidates": candidates}
        where = lines[-1][0] if lines else None
        raise fault(where, "blt_names_missing", "blt_names_expected", facts)
    names = tuple(unquoted(text) for text in texts[:candidates])
    title = unquoted(texts[candidates]) if len(texts) > candidates else ""
    beyond = texts[candidates + 1 :]
    if not beyond:
        return Names(names, title, ())
    found = beyond[0][:40]
    line = numbers[candidates + 1]
    told: dict[str, Fact] = {"line": line, "lines": len(beyond), "found": found}
    return Names(names, title, (Sentence("odd_after_title", told),))


def unquoted(text: str) -> str:
    """Take a name out of its quotation marks; several in one line are joined."""
    text = text.strip().rstrip(",").rstrip()
    parts = QUOTED.findall(text)
    if parts and QUOTED.sub("", text).strip(" ,") == "":
        return ", ".join(part for part in map(bare, parts) if part)
    return bare(text)


def bare(text: str) -> str:
    """Take away the marks left at both ends, and undo doubled ones inside."""
    while len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1]
    return text.replace('""', '"').strip()
