"""Shapes of my own page, of the journal, and of this node."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import Field

from commonweal.interfaces.api.schemas.common import Said, Sent


class TokenShown(Schema):
    """The key this was asked with."""

    name: str
    scopes: list[str]
    made_on: date
    ends_on: date


class Myself(Schema):
    """What this node knows about me at a glance."""

    id: UUID
    email: str
    email_confirmed: bool
    language: str
    joined_on: date
    key: TokenShown


class Membership(Schema):
    """One institution I belong to."""

    address: str
    institution: str
    member: UUID
    name: str
    member_class: str
    joined_at: datetime


class Need(Schema):
    """One act that waits for me, and what happens if I do nothing."""

    act: Said
    address: str
    proposal: int
    title: str
    due_at: datetime | None
    if_nothing: Said


class NewLanguage(Sent):
    """The language a person reads."""

    language: Annotated[str, Field(max_length=10)]


class Line(Schema):
    """One line of the journal, as a sentence and as it is chained."""

    number: int
    at: datetime
    deed: str
    by: UUID | None
    about_kind: str
    about: UUID | None
    sentence: Said
    seal: str


class Journal(Schema):
    """A page of the journal, the newest line first, and the seal of its last line."""

    items: list[Line]
    next: str | None
    count: int
    seal: str


class Node(Schema):
    """This node."""

    address: str
    is_demo: bool
    languages: list[str]
    source: str
    at: datetime


class Column(Schema):
    """One column of a table: what it holds, and its data class from P0 to P5."""

    column: str
    words: str
    data_class: str


class Table(Schema):
    """One table, and what it holds."""

    table: str
    words: str
    columns: list[Column]


class Inventory(Schema):
    """What whoever runs this node could see."""

    tables: list[Table]


class Explained(Schema):
    """A problem by its id: what it says, with its facts in braces."""

    id: str
    words: str
    facts: list[str]


class Held(Schema):
    """All that this node holds about me, table by table."""

    held: dict[str, Any]
