"""Shapes of charters: kinds, versions, rules, settings, and changes to them."""

from datetime import datetime
from typing import Any

from ninja import Schema

from commonweal.interfaces.api.schemas.common import Said, Sent, Short


class Class(Schema):
    """A way of belonging, and what it lets a member do."""

    id: str
    name: str
    rights: list[str]


class Office(Schema):
    """A trust that members give somebody for a term."""

    id: str
    name: str
    seats: int


class Rule(Schema):
    """How one sort of matter is decided. `effect` is what it may set in motion."""

    id: str
    title: str
    method: str
    asks_one_text: bool
    franchise: str


class Choice(Schema):
    """One value a setting may have."""

    value: str
    label: str


class Setting(Schema):
    """A setting of a charter that may be changed in plain view."""

    path: str
    section: str
    label: str
    kind: str
    value: str | list[str]
    choices: list[Choice]
    least: int
    most: int
    language: str


class Section(Schema):
    """A heading of the charter as prose, and the sentences under it."""

    title: str
    sentences: list[str]


class Charter(Schema):
    """A charter: as prose for people, and by its parts for programs."""

    name: str
    purpose: str
    language: str
    languages: list[str]
    time_zone: str
    public: list[str]
    ways_in: list[str]
    classes: list[Class]
    offices: list[Office]
    rules: list[Rule]
    effects: dict[str, str]
    settings: list[Setting]
    prose: list[Section]
    bylaws: str


class Kind(Schema):
    """A template of a charter, by its name."""

    id: str
    charter: Charter


class KindInShort(Schema):
    """A kind one may found, and what it is for."""

    id: str
    name: str
    purpose: str


class CharterVersion(Schema):
    """The charter as it reads from a moment on, and what that changed."""

    number: int
    in_force_at: datetime
    changes: list[Said]
    charter: Charter


class VersionInShort(Schema):
    """That there is a version of the charter."""

    number: int
    in_force_at: datetime


class Amendment(Sent):
    """Changes to the charter: settings by path, the bylaws, and why."""

    changes: dict[str, str | list[str]] = {}
    bylaws: str | None = None
    title: Short = ""
    text: str = ""


class PactAmendment(Amendment):
    """Changes to a pact: as those to a charter, and what comes into it or goes out.

    `adds` are tables as a pact's text has them, by where they are to stand, such as
    `standards.pay`; `removes` are such places.
    """

    adds: dict[str, dict[str, Any]] = {}
    removes: list[str] = []
