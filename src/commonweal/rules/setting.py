"""A setting of a charter, declared once, beside the value it is about.

From the declaration follow how the value is read from a charter's text and written
back, which control turns it, what an amendment that changes it is called, which values
are refused, how a recount keeps it, and, if it is a sentence of its own, how it is
printed. What it means is for the rule that reads it.
"""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Any, Literal

from commonweal.rules.sentence import N_, Words

type Sort = Literal["number", "share", "choice", "several", "flag", "text"]
type Metadata = Mapping[str, Setting | Part | Named]

MOST_DAYS = 3_650
MOST = 1_000_000
LONGEST_NAME = 160
LONGEST_TEXT = 4_000
NAME_IN_LANGUAGE = N_("Name, in {language}")
KEY = "setting"


@dataclass(frozen=True, slots=True)
class Setting:
    """What may stand in one place of a charter, and its name for people.

    `choices` are names, or those of the charter's own rules, classes or franchises,
    named by `among`; where a name means other things elsewhere, `tells` has a prefix
    for its words. A `plain` setting is offered as a control; the others are part of
    what an institution is and are written by hand. A text may exist `by_language`;
    values may be `keyed` by names of their own; a text may be an `identifier`, or one
    of many that `repeats`. `says` and `says_not` are what is printed where there is
    a value, and where it is nought.
    """

    sort: Sort
    label: Words
    choices: tuple[str, ...] = ()
    among: str = ""
    least: int = 0
    most: int = MOST
    longest: int = LONGEST_NAME
    plain: bool = True
    by_language: bool = False
    keyed: bool = False
    identifier: bool = False
    repeats: bool = False
    says: Words = ""
    says_not: Words = ""
    fact: str = ""
    tells: str = ""

    @property
    def in_each_language(self) -> bool:
        """Say whether its path goes on with a language: `name.es`."""
        return self.by_language and not self.repeats


@dataclass(frozen=True, slots=True)
class Part:
    """A table of settings inside another, under a heading if it is one of its own."""

    of: type
    label: Words = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A table of tables that have names, such as rules; `sort` is what each one is."""

    of: type
    sort: str


type Declaration = Setting | Part | Named


@dataclass(frozen=True, slots=True)
class Declared:
    """One field of a charter, its setting, and what it is if nothing is written."""

    name: str
    setting: Declaration
    usual: Any
    required: bool


def declared(of: object) -> tuple[Declared, ...]:
    """List the settings of a class, or of one of its values, in their order."""
    return _declared(of if isinstance(of, type) else type(of))


@cache
def _declared(of: type) -> tuple[Declared, ...]:
    found = []
    for one in fields(of):
        setting = one.metadata.get(KEY)
        if setting is not None:
            usual = one.default
            if one.default_factory is not MISSING:
                usual = one.default_factory()
            required = usual is MISSING
            usual = None if required else usual
            found.append(Declared(one.name, setting, usual, required))
    return tuple(found)


def number(
    label: Words,
    *,
    least: int = 0,
    most: int = MOST,
    says: Words = "",
    says_not: Words = "",
) -> Metadata:
    """Declare a whole number; its sentence names it `number`."""
    found = Setting(
        "number",
        label,
        least=least,
        most=most,
        says=says,
        says_not=says_not,
        fact="number",
    )
    return {KEY: found}


def days(
    label: Words,
    *,
    least: int = 0,
    most: int = MOST_DAYS,
    says: Words = "",
    says_not: Words = "",
) -> Metadata:
    """Declare a number of days; its sentence names it `days`."""
    found = Setting(
        "number",
        label,
        least=least,
        most=most,
        says=says,
        says_not=says_not,
        fact="days",
    )
    return {KEY: found}


def share(label: Words, *, says: Words = "", says_not: Words = "") -> Metadata:
    """Declare an exact share from none to all; its sentence names it `share`."""
    return {KEY: Setting("share", label, says=says, says_not=says_not, fact="share")}


def flag(label: Words, *, says: Words = "", says_not: Words = "") -> Metadata:
    """Declare a yes or no."""
    return {KEY: Setting("flag", label, says=says, says_not=says_not)}


def choice(
    label: Words,
    choices: tuple[str, ...] = (),
    *,
    among: str = "",
    plain: bool = True,
    tells: str = "",
) -> Metadata:
    """Declare one of some names, or of those of the charter's own."""
    return {KEY: Setting("choice", label, choices, among, plain=plain, tells=tells)}


def several(
    label: Words, choices: tuple[str, ...] = (), *, among: str = ""
) -> Metadata:
    """Declare any number of some names, or of those of the charter's own."""
    return {KEY: Setting("several", label, choices, among)}


def text(label: Words, *, plain: bool = True, longest: int = LONGEST_NAME) -> Metadata:
    """Declare a text in no language in particular."""
    return {KEY: Setting("text", label, plain=plain, longest=longest)}


def texts(label: Words) -> Metadata:
    """Declare a list of such texts, written by hand."""
    return {KEY: Setting("text", label, plain=False, repeats=True)}


def identifier(label: Words) -> Metadata:
    """Declare a name that things go by, written by hand."""
    return {KEY: Setting("text", label, plain=False, identifier=True)}


def said(
    label: Words = NAME_IN_LANGUAGE, *, plain: bool = True, longest: int = LONGEST_NAME
) -> Metadata:
    """Declare a text in the languages of the institution."""
    return {KEY: Setting("text", label, longest=longest, plain=plain, by_language=True)}


def sayings(label: Words) -> Metadata:
    """Declare a list of such texts, written by hand."""
    return {
        KEY: Setting(
            "text",
            label,
            longest=LONGEST_TEXT,
            plain=False,
            repeats=True,
            by_language=True,
        )
    }


def by_name(label: Words, *, among: str = "") -> Metadata:
    """Declare values under names of their own: one each of the charter's, or texts."""
    if among:
        return {KEY: Setting("choice", label, among=among, keyed=True)}
    return {KEY: Setting("text", label, plain=False, keyed=True)}


def part(of: type, label: Words = "") -> Metadata:
    """Declare a table of settings inside this one."""
    return {KEY: Part(of, label)}


def named(of: type, sort: str) -> Metadata:
    """Declare a table of tables with names of their own."""
    return {KEY: Named(of, sort)}
