"""The few words in which is declared who may read a page and do a deed."""

from dataclasses import dataclass, field
from enum import Enum

type Sent = dict[str, object]


class Who(Enum):
    """Who gets an answer from a page, where the others get none."""

    ANYBODY = "strangers too"
    SIGNED_IN = "whoever is signed in, about themselves or what all may see"
    LONGER = "members who have belonged for as many days as the charter asks"
    OWNER = "whoever it belongs to"
    MEMBERS = "whoever belongs to the institution"
    ENTITLED = "members whose class has the right to it"
    HOLDER = "whoever wrote it, holds the office or stands on the roll"
    NOBODY = "nobody as things stand in the hall"
    LED_AWAY = "nobody: whoever only looks is led to the page with the form"


@dataclass(frozen=True)
class Page:
    """What is expected of one page."""

    get: Who
    post: Who | None = None
    by: str = "hugo"
    sends: Sent = field(default_factory=dict)
    # Which of the hall's things each part of the address names.
    names: dict[str, str] = field(default_factory=dict)


ANYBODY, SIGNED_IN, OWNER = Who.ANYBODY, Who.SIGNED_IN, Who.OWNER
MEMBERS, ENTITLED, LONGER = Who.MEMBERS, Who.ENTITLED, Who.LONGER
HOLDER = Who.HOLDER
NOBODY, LED_AWAY = Who.NOBODY, Who.LED_AWAY

A_PROPOSAL = {"kind": "=proposal", "about": "proposal"}
SURE: Sent = {"sure": "on"}
REASON: Sent = {"reason": "It hurts."}
LIST: Sent = {
    "pasted": "name\nZora\n",
    "take_in": "1",
    "origin": "a sheet",
    "ground": "consent",
    "gathered_on": "2026-01-04",
}
ASSEMBLY: Sent = {
    "title": "The rent",
    "place": "Church hall",
    "day": "2026-06-01",
    "time": "20:00",
    "matters": "20 The rent",
}
BOX: Sent = {"issued": 0, "returned": 0, "spoiled": 0, "yes": 0, "no": 0, "abstain": 0}
TOKEN: Sent = {"name": "A program", "scopes": ["read"], "days": 30}


def number(of: str) -> dict[str, str]:
    """Name a proposal of the hall."""
    return {"number": of}


def one(thing: str) -> dict[str, str]:
    """Name a thing of the hall."""
    return {"one": thing}
