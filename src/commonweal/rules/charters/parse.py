"""A charter read from its text: either it is whole, or all that is wrong is said.

The text is TOML, because a person can write it with a plain editor. Nearly every key
has a default, so that a charter written years ago still reads after new settings have
come; a key nobody knows is refused, so that a slip of the pen changes nothing silently.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from commonweal.rules.charters.charter import WORDS, Charter
from commonweal.rules.charters.parse_settings import read
from commonweal.rules.charters.reading import LANGUAGE, Section
from commonweal.rules.days import is_time_zone
from commonweal.rules.exact import exact
from commonweal.rules.malformed import Malformed
from commonweal.rules.sentence import Fact, LocalText, Sentence
from commonweal.rules.setting import LONGEST_NAME

LONGEST_CHARTER = 400_000


class CharterError(Malformed):
    """Raised for a text that is not a charter; carries every objection to it."""

    def __init__(self, objections: tuple[Sentence, ...]) -> None:
        super().__init__(", ".join(objection.id for objection in objections))
        self.objections = objections


def parse(text: str) -> Charter:
    """Read a charter from TOML.

    Raises `CharterError` with one objection for each thing that is wrong: where it
    stands, what is wrong, what was expected. Whether the parts of the charter agree
    with each other is another question, see `check`.
    """
    if len(text) > LONGEST_CHARTER:
        facts: dict[str, Fact] = {"found": len(text), "longest": LONGEST_CHARTER}
        raise CharterError((Sentence("charter_too_long", facts),))
    try:
        tree = tomllib.loads(text, parse_float=_exact)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise CharterError((_not_toml(error),)) from error
    return from_tree(tree)


def from_tree(tree: Mapping[str, object]) -> Charter:
    """Read a charter from plain nested values, as TOML or a form gives them.

    Raises `CharterError` as `parse` does.
    """
    objections: list[Sentence] = []
    written = tree.get("language")
    language = written if isinstance(written, str) else ""
    charter = _charter(Section(tree, "", language, objections))
    if objections:
        raise CharterError(tuple(objections))
    return charter


def _charter(top: Section) -> Charter:
    charter = read(Charter, top, {"words": _words(top)})
    for where, tags in (
        ("language", (charter.language,)),
        ("languages", charter.languages),
    ):
        for tag in filter(None, tags):
            if not LANGUAGE.fullmatch(tag):
                top.note("charter_bad_language", where, {"found": tag})
    if charter.time_zone and not is_time_zone(charter.time_zone):
        top.note("charter_bad_time_zone", "time_zone", {"found": charter.time_zone})
    listed = dict.fromkeys(charter.languages or (charter.language,))
    return replace(charter, languages=tuple(listed))


def _words(top: Section) -> dict[str, LocalText]:
    section = top.section("words")
    words = {key: section.local(key, longest=LONGEST_NAME) for key in WORDS}
    section.done()
    return {key: text for key, text in words.items() if text}


def _exact(written: str) -> Fraction | str:
    """Keep a number with a point exact; infinity and the like stay words."""
    try:
        return exact(written.replace("_", ""))
    except ValueError:
        return written


def _not_toml(error: Exception) -> Sentence:
    place = re.search(r"line (\d+), column (\d+)", str(error))
    if place is None:
        return Sentence("charter_not_toml")
    line, column = map(int, place.groups())
    return Sentence("charter_not_toml_at", {"line": line, "column": column})
