"""Shapes that every subject uses: sentences, verdicts, pages, problems."""

from datetime import datetime
from typing import Annotated, Any

from ninja import Query, Schema
from pydantic import BaseModel, ConfigDict, Field

from commonweal.foundation.language import say
from commonweal.interfaces.api.paging import MOST_AT_ONCE, USUALLY
from commonweal.rules import plain
from commonweal.rules.sentence import LocalText, Sentence
from commonweal.rules.verdict import Verdict

MOST_NUMBER = 2_147_483_647

type Short = Annotated[str, Field(max_length=500)]
type Number = Annotated[int, Field(ge=1, le=MOST_NUMBER)]
Cursor = Annotated[
    str, Query("", max_length=200, description="`next` of the page before.")
]
Limit = Annotated[int, Query(USUALLY, ge=1, le=MOST_AT_ONCE)]


class Sent(BaseModel):
    """What a program sends: what it names is read, and nothing else is let through.

    Not a `Schema` of Ninja's: that reads fields from whatever has attributes, and so
    takes a bare word for an object in which nothing was filled in.
    """

    model_config = ConfigDict(extra="forbid", str_max_length=200_000)


class Said(Schema):
    """A sentence: its id and facts for programs, its words for people."""

    id: str
    facts: dict[str, Any]
    words: str


class May(Schema):
    """Whether whoever asks may do something, and why not."""

    allowed: bool
    reason: Said | None


class Page[Row](Schema):
    """One page of a list; `next` is the cursor of the page after, if there is one."""

    items: list[Row]
    next: str | None


class Wrong(Schema):
    """One thing that is not right in what was sent."""

    where: str
    id: str
    facts: dict[str, Any]
    detail: str


class Problem(Schema):
    """Why something was refused (RFC 9457). `id` and `facts` are for programs."""

    type: str
    title: str
    status: int
    detail: str
    id: str
    facts: dict[str, Any]
    errors: list[Wrong] = []


class Done(Schema):
    """That a deed was done, and when."""

    done: bool = True
    at: datetime


def said(sentence: Sentence) -> Said:
    """Tell a sentence to people and programs."""
    facts = {name: plain.fact_to_plain(fact) for name, fact in sentence.facts.items()}
    return Said(id=sentence.id, facts=facts, words=say(sentence))


def may(verdict: Verdict) -> May:
    """Tell a verdict."""
    reason = None if verdict else said(verdict.reason)
    return May(allowed=bool(verdict), reason=reason)


def in_words(words: Sentence | LocalText | str) -> str:
    """Say something in the language that was asked for."""
    return say(words)
