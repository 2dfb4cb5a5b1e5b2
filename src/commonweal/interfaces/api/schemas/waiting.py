"""Shapes of what waits at a door: newcomers' words, and wishes to found."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field

from commonweal.interfaces.api.schemas.common import May, Said, Sent, Short

type Reason = Annotated[str, Field(max_length=1_000)]


class Door(Schema):
    """Who may found here: `open`, by `application`, or `closed`; and what I asked.

    `guard` is the `operator` or an `institution`, named where I may know of it.
    """

    founding: str
    in_words: Said
    guard: str
    assembly: str | None
    may_found: May
    asked_at: datetime | None
    answered_at: datetime | None
    answer: str | None


class NewApplication(Sent):
    """Who asks to found an institution, of what kind, and why."""

    name: Short
    kind: Short
    why: Reason


class Waiting(Schema):
    """A newcomer's words that wait for a sponsor."""

    id: UUID
    kind: str
    author: str
    title: str
    text: str
    since: datetime


class Answer(Sent):
    """Whether a newcomer's words are let through; where not, why not."""

    let_through: bool
    reason: Reason = ""
