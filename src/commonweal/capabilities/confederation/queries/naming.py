"""Whom a confederation names to whom.

A body that shows strangers nothing is not at its own address for them, and so it is not
here either: to them it is a body with a number. Whoever belongs to any body that is in
reads names, since they are asked beside it. The number is by the order in which bodies
asked to come in, and stays.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from itertools import count
from typing import NamedTuple
from uuid import UUID

from commonweal.capabilities.confederation.models import Body, ConfederalDeed
from commonweal.capabilities.confederation.queries.bodies import is_below
from commonweal.foundation.institutions.access.origins import counting
from commonweal.foundation.institutions.charters import charter_of, charters_in_force
from commonweal.foundation.institutions.models import (
    CharterVersion,
    Institution,
    Member,
)
from commonweal.foundation.people.models import Person
from commonweal.rules.charters.charter import Charter
from commonweal.rules.confederation.standing import Standing
from commonweal.rules.sentence import LocalText, Sentence

type Name = LocalText | Sentence | str


def names_borne_by_bodies(whole: Institution) -> Iterator[str]:
    """Give what each body that ever asked to come in is called, in each language."""
    ids = list(Body.objects.filter(institution=whole).values_list("body", flat=True))
    if not ids:
        return
    rows = CharterVersion.objects.filter(institution__in=ids).order_by("number")
    newest = {row.institution_id: row.text for row in rows}
    for text in newest.values():
        yield from dict(charter_of(text).name.versions).values()


class Called(NamedTuple):
    """What somebody is told of who a body is.

    Where it `is_named`, its own id, name and address; else an id that stands for it in
    this confederation alone, and no address. `hidden_as` is what those read who may not
    know it, for whoever may. One that has bodies itself `is_whole`.
    """

    id: UUID
    name: Name
    address: str
    is_named: bool
    hidden_as: Sentence | None = None
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who reads a confederation, and what they belong to.

    Who `is_inside` belongs to it, to a body that is in, or to one below. `theirs` are
    the institutions that they belong to, `numbers` those of the bodies where they are
    known already.
    """

    whole: Institution
    at: datetime
    member: Member | None = None
    is_inside: bool = False
    theirs: frozenset[UUID] = frozenset()
    numbers: Mapping[UUID, int] | None = None

    def called(self, ids: set[UUID]) -> dict[UUID, Called]:
        """Say what this reader is told of who these bodies are."""
        there = Institution.objects.in_bulk(ids)
        charters = charters_in_force(list(there), at=self.at)
        hidden = _hidden(ids, charters)
        numbers = self.numbers or (numbered(self.whole) if hidden else {})
        stand_ins = _stand_ins(self.whole, hidden)
        return {
            one: self._called(
                one, there.get(one), charters.get(one), numbers, stand_ins
            )
            for one in ids
        }

    def _called(
        self,
        body: UUID,
        there: Institution | None,
        charter: Charter | None,
        numbers: Mapping[UUID, int],
        stand_ins: dict[UUID, UUID],
    ) -> Called:
        name = charter.name if charter else there.address if there else str(body)
        address = there.address if there else ""
        is_whole = charter is not None and charter.pact is not None
        if body not in stand_ins:
            return Called(body, name, address, is_named=True, is_whole=is_whole)
        hidden_as = unnamed_body(numbers.get(body, 0))
        if self.is_inside or body in self.theirs:
            return Called(body, name, address, True, hidden_as, is_whole)
        return Called(stand_ins[body], hidden_as, "", is_named=False)


def reading(
    whole: Institution,
    member: Member | None,
    person: Person | None,
    *,
    at: datetime,
    there: Mapping[UUID, Standing] | None = None,
) -> Reader:
    """Give who reads, as whom a confederation knows them.

    `there` is where all bodies stand, by the order in which they first asked, where
    that is known already.
    """
    theirs = where_they_count(person, at=at) if person else frozenset[UUID]()
    is_inside = (
        member is not None
        or any(there[one].is_in for one in theirs if there and one in there)
        or any(is_below(one, whole, at=at) for one in theirs)
    )
    numbers = dict(zip(there, count(1), strict=False)) if there else None
    return Reader(whole, at, member, is_inside, theirs, numbers)


def where_they_count(person: Person, *, at: datetime) -> frozenset[UUID]:
    """Give the institutions that somebody belongs to, and is known in.

    Whoever came by an open invitation and is known to nobody there yet is a stranger.
    """
    belongs = Member.objects.filter(person=person, left_at=None, joined_at__lte=at)
    known = belongs.filter(counting(at))
    return frozenset(known.values_list("institution_id", flat=True))


def bases_of(
    whole: Institution, person: Person | None, *, at: datetime
) -> frozenset[UUID]:
    """Give the bodies that somebody counts in, however far below a confederation."""
    theirs = where_they_count(person, at=at) if person else frozenset[UUID]()
    return frozenset(one for one in theirs if is_below(one, whole, at=at))


def shows_strangers_nothing(charter: Charter) -> bool:
    """Say whether strangers do not find an institution with this charter."""
    return not charter.public


def unnamed_body(number: int) -> Sentence:
    """Say “body 3”, or of one below another confederation, “a body”."""
    return Sentence("body_numbered", {"number": number}) if number else _A_BODY


_A_BODY = Sentence("body_unnumbered")


def numbered(whole: Institution) -> dict[UUID, int]:
    """Number the bodies of a confederation, in the order in which they first asked."""
    asked = ConfederalDeed.objects.filter(institution=whole, deed="applied")
    bodies = asked.order_by("number").values_list("body", flat=True)
    once = dict.fromkeys(body for body in bodies if body is not None)
    return {body: number for number, body in enumerate(once, 1)}


def _hidden(ids: set[UUID], charters: dict[UUID, Charter]) -> set[UUID]:
    """Give those whom strangers do not find; what cannot be read is one of them."""
    return {
        one
        for one in ids
        if one not in charters or shows_strangers_nothing(charters[one])
    }


def _stand_ins(whole: Institution, hidden: set[UUID]) -> dict[UUID, UUID]:
    """Give an id for each that says nothing of whose it is, and is another elsewhere.

    It is made of the id of a row that no page shows, so that nobody who guesses which
    body it is can try whether they are right.
    """
    rows = Body.objects.filter(body__in=hidden).order_by("-applied_at", "-id")
    firsts = {row.body: row.pk for row in rows} if hidden else {}
    return {
        one: UUID(
            bytes=sha256(firsts.get(one, one).bytes + whole.pk.bytes).digest()[:16]
        )
        for one in hidden
    }
