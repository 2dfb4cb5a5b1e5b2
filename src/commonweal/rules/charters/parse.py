"""A charter read from its text: either it is whole, or all that is wrong is said.

The text is TOML, because a person can write it with a plain editor. Nearly every key
has a default, so that a charter written years ago still reads after new settings have
come; a key nobody knows is refused, so that a slip of the pen changes nothing silently.
"""

import re
import tomllib
from collections.abc import Mapping
from fractions import Fraction

from commonweal.rules.charters.charter import (
    FILLINGS,
    RIGHTS,
    SHOWN,
    WAYS,
    WORDS,
    Activity,
    Charter,
    Joining,
    MemberClass,
    OfficeTerms,
)
from commonweal.rules.charters.parse_moderation import read_moderation
from commonweal.rules.charters.parse_rules import read_franchise, read_rule
from commonweal.rules.charters.reading import (
    LANGUAGE,
    LONGEST_NAME,
    MOST_DAYS,
    Section,
)
from commonweal.rules.days import is_time_zone
from commonweal.rules.sentence import Fact, LocalText, Sentence

LONGEST_CHARTER = 400_000
LONGEST_BYLAWS = 200_000


class CharterError(Exception):
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
    top = Section(tree, "", language, objections)
    charter = _charter(top)
    top.done()
    if objections:
        raise CharterError(tuple(objections))
    return charter


def _charter(top: Section) -> Charter:
    language = _language(top)
    return Charter(
        kind=top.name("kind", ""),
        name=top.local("name", required=True, longest=LONGEST_NAME),
        purpose=top.local("purpose", required=True),
        basis=top.local("basis", required=True),
        language=language,
        languages=_languages(top, language),
        time_zone=_time_zone(top),
        place=top.text("place"),
        accent=top.name("accent", "brick"),
        public=top.choices("public", SHOWN),
        words=_words(top),
        classes=tuple(_class(*each) for each in top.sections("classes")),
        joining=_joining(top.section("joining")),
        activity=_activity(top.section("activity")),
        moderation=read_moderation(top.section("moderation")),
        franchises=tuple(read_franchise(*each) for each in top.sections("franchises")),
        ordinary_rule=top.name("ordinary_rule"),
        charter_rule=top.name("charter_rule"),
        rules=tuple(read_rule(*each) for each in top.sections("rules")),
        effects=_effects(top.section("effects")),
        offices=tuple(_office(*each) for each in top.sections("offices")),
        bylaws=top.text("bylaws", longest=LONGEST_BYLAWS),
    )


def _language(top: Section) -> str:
    found = top.text("language", None)
    if found and not LANGUAGE.fullmatch(found):
        top.note("charter_bad_language", "language", {"found": found})
    return found


def _languages(top: Section, language: str) -> tuple[str, ...]:
    found = top.texts("languages")
    for tag in found:
        if not LANGUAGE.fullmatch(tag):
            top.note("charter_bad_language", "languages", {"found": tag})
    return tuple(dict.fromkeys(found or (language,)))


def _time_zone(top: Section) -> str:
    found = top.text("time_zone", None)
    if found and not is_time_zone(found):
        top.note("charter_bad_time_zone", "time_zone", {"found": found})
    return found


def _words(top: Section) -> dict[str, LocalText]:
    section = top.section("words")
    words = {key: section.local(key, longest=LONGEST_NAME) for key in WORDS}
    section.done()
    return {key: text for key, text in words.items() if text}


def _class(name: str, section: Section) -> MemberClass:
    found = MemberClass(
        id=name,
        name=section.local("name", required=True, longest=LONGEST_NAME),
        rights=section.choices("rights", RIGHTS),
    )
    section.done()
    return found


def _joining(section: Section) -> Joining:
    joining = Joining(
        ways=section.choices("ways", WAYS),
        invited_class=section.name("invited_class", ""),
        invitation_days=section.whole("invitation_days", 14, 1, MOST_DAYS),
        max_uses=section.whole("max_uses", 0),
    )
    section.done()
    return joining


def _activity(section: Section) -> Activity:
    days = section.days("dormant_after_days")
    activity = Activity(
        dormant_after_days=days or None, notice_days=section.days("notice_days", 14)
    )
    section.done()
    return activity


def _office(name: str, section: Section) -> OfficeTerms:
    office = OfficeTerms(
        id=name,
        name=section.local("name", required=True, longest=LONGEST_NAME),
        seats=section.whole("seats", 1, 1),
        term_days=section.whole("term_days", 365, 1, MOST_DAYS),
        filled_by=section.choice("filled_by", FILLINGS, "election"),  # type: ignore[arg-type]
    )
    section.done()
    return office


def _effects(section: Section) -> dict[str, str]:
    return {key: section.name(key) for key in section.named_keys()}


def _exact(written: str) -> Fraction | str:
    """Keep a number with a point exact; infinity and the like stay words."""
    try:
        return Fraction(written.replace("_", ""))
    except ValueError:
        return written


def _not_toml(error: Exception) -> Sentence:
    place = re.search(r"line (\d+), column (\d+)", str(error))
    if place is None:
        return Sentence("charter_not_toml")
    line, column = map(int, place.groups())
    return Sentence("charter_not_toml_at", {"line": line, "column": column})
