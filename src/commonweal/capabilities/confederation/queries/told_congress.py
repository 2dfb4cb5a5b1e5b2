"""Congresses as a file tells of them, so that a stranger counts them again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from commonweal.capabilities.confederation.models import ConfederalDeed
from commonweal.capabilities.confederation.queries.matters import (
    Read,
    closes_at,
    put_of,
    seats_until,
)
from commonweal.capabilities.confederation.queries.naming import Called
from commonweal.rules.canonical import Json

type Named = Mapping[UUID, Called]


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells bodies by what this reader may know, and people by numbers."""

    called: Named
    people: dict[str, str] = field(default_factory=dict)

    def body(self, body: object) -> str:
        """Give the id by which the reader knows a body."""
        return str(self.called[UUID(str(body))].id)

    def person(self, who: object) -> str:
        """Number somebody, always the same in one file."""
        return self.people.setdefault(str(who), f"p{len(self.people) + 1}")

    def seat(self, row: ConfederalDeed) -> str:
        """Name a seat: whose it is, and its number there."""
        return f"{self.body(row.body)} {row.seat}"

    def seats(self, read: Read, put: ConfederalDeed) -> dict[str, Any]:
        """Give each seat with all that was done to it until the end."""
        there = seats_until(read.matter.institution, at=closes_at(put))
        return {
            self.seat(rows[0]): {
                "body": self.body(rows[0].body),
                "deeds": [self._of_seat(row) for row in rows],
            }
            for rows in there.values()
        }

    def mandates(self, read: Read, put: ConfederalDeed) -> list[dict[str, Any]]:
        """Give what bodies told their delegates until the end."""
        return [
            {
                "body": self.body(one.body),
                "text": one.facts["text"],
                "terms": one.facts["terms"],
                "at": one.done_at.isoformat(),
                "until": one.facts["until"],
            }
            for one in read.of("mandated")
            if one.done_at < closes_at(put)
        ]

    def spoken(self, read: Read, put: ConfederalDeed) -> list[dict[str, Any]]:
        """Give what was said on it while it was open."""
        return [
            {
                "seat": self.seat(one),
                "who": self.person(one.who_id),
                "saying": one.facts["saying"],
                "at": one.done_at.isoformat(),
            }
            for one in read.of("spoke")
            if one.facts["put"] == put.number and one.done_at < closes_at(put)
        ]

    def _of_seat(self, row: ConfederalDeed) -> dict[str, Json]:
        told: dict[str, Json] = {
            "deed": row.deed,
            "who": self.person(row.who_id),
            "at": row.done_at.isoformat(),
        }
        if "until" in row.facts:
            told["until"] = row.facts["until"]
        if "alternates" in row.facts:
            told["alternates"] = [self.person(one) for one in row.facts["alternates"]]
        return told


def congresses(read: Read, called: Named) -> list[dict[str, Any]]:
    """Give what was put on a matter each time, the seats, mandates, and what was said.

    People are numbered, in an order that is of this file alone. Words that are hidden
    are empty.
    """
    teller = _Teller(called)
    return [
        {
            **_question(read, put, teller),
            "seats": teller.seats(read, put),
            "mandates": teller.mandates(read, put),
            "spoken": teller.spoken(read, put),
        }
        for put in read.of("put")
    ]


def bodies_seated(read: Read) -> set[UUID]:
    """Give every body that had a seat in a congress on the matter, or was counted."""
    found: set[UUID] = set()
    for put in read.of("put"):
        found |= {UUID(one) for one in put.facts["members"]}
        for rows in seats_until(read.matter.institution, at=closes_at(put)).values():
            found |= {row.body for row in rows if row.body}
    return found


def _question(read: Read, put: ConfederalDeed, teller: _Teller) -> dict[str, Any]:
    facts, decided = put.facts, put_of(read, put)
    return {
        "number": put.number,
        "at": put.done_at.isoformat(),
        "closes": facts["closes"],
        "text": facts["text"],
        "words": put.words,
        "is_urgent": facts["is_urgent"],
        "asks_way": bool(facts.get("asks_way")),
        "number_in_gap": facts.get("number"),
        "members": {teller.body(one): n for one, n in facts["members"].items()},
        "resting": [teller.body(one) for one in facts.get("resting", ())],
        "adopted": sorted(decided.adopted),
        "rejected": sorted(decided.rejected),
    }
