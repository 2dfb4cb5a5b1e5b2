"""A confederation and its matters, gathered for a page: names beside ids."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from commonweal.capabilities.confederation.models import ConfederalDeed
from commonweal.capabilities.confederation.queries.bodies import (
    Sent,
    seats_of,
    standings,
)
from commonweal.capabilities.confederation.queries.mandates import mandate_of_terms
from commonweal.capabilities.confederation.queries.matters import Read
from commonweal.foundation.institutions.charters import charters_in_force
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import member_of
from commonweal.foundation.people.models import Person
from commonweal.rules.confederation.answers import Counts
from commonweal.rules.confederation.ratification import Stand
from commonweal.rules.confederation.standing import Standing
from commonweal.rules.sentence import LocalText, Sentence

type Name = LocalText | str


@dataclass(frozen=True, slots=True)
class BodyTold:
    """A body as a page shows it; its address is empty where it lives elsewhere."""

    id: UUID
    name: Name
    address: str
    standing: Standing
    seats: tuple[tuple[Sent, str], ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerTold:
    """Where a body stands on words that its base was asked about.

    `words` are what should stand there instead, where it sent them back.
    """

    name: Name
    stands: Stand
    counts: Counts
    words: str = ""


def names_of_bodies(ids: set[UUID], *, at: datetime) -> dict[UUID, tuple[Name, str]]:
    """Name bodies by their charters, with their addresses, in two queries."""
    there = Institution.objects.in_bulk(ids)
    charters = charters_in_force(list(there), at=at)
    return {
        pk: (charters[pk].name if pk in charters else one.address, one.address)
        for pk, one in there.items()
    }


def bodies_told(
    whole: Institution, *, at: datetime, named: bool = True
) -> tuple[BodyTold, ...]:
    """Give every body that is in, comes or goes, with whom it has sent, if `named`."""
    found = {
        body: now
        for body, now in standings(whole, at=at).items()
        if now.place != "outside"
    }
    names = names_of_bodies(set(found), at=at)
    seats = seats_of(whole, at=at)
    holders = {one.holder for one in seats if one.holder}
    people = people_named(holders) if named else {}
    return tuple(
        BodyTold(
            body,
            *names.get(body, (str(body), "")),
            now,
            tuple(
                (one, people.get(one.holder, "")) for one in seats if one.body == body
            ),
        )
        for body, now in found.items()
    )


def people_named(ids: set[UUID]) -> dict[UUID | None, str]:
    """Name members by their ids."""
    rows = Member.objects.filter(pk__in=ids).values_list("pk", "name")
    return dict(rows)


def answers_told(read: Read, *, at: datetime) -> tuple[AnswerTold, ...]:
    """Give where each body stands on the words that are asked about."""
    said = read.now.said
    if said is None:
        return ()
    names = names_of_bodies({UUID(one) for one in said.below}, at=at)
    words = {str(row.body): row.words for row in read.of("answered")}
    return tuple(
        AnswerTold(
            names.get(UUID(body), (body, ""))[0],
            one.stands,
            one.total,
            words.get(body, "") if one.stands == "return" else "",
        )
        for body, one in said.below.items()
    )


def mandates_told(
    read: Read, *, at: datetime
) -> tuple[tuple[Name, Sentence, ConfederalDeed], ...]:
    """Give what each body told its delegates, the newest of each."""
    newest = {row.body: row for row in read.of("mandated")}
    names = names_of_bodies({one for one in newest if one}, at=at)
    return tuple(
        (
            names.get(body, (str(body), ""))[0] if body else "",
            mandate_of_terms(row.facts["terms"]),
            row,
        )
        for body, row in newest.items()
    )


def bodies_of(whole: Institution, person: Person, *, at: datetime) -> list[Institution]:
    """Give the bodies of a confederation that somebody belongs to."""
    ids = [body for body, now in standings(whole, at=at).items() if now.is_in]
    there = Institution.objects.filter(pk__in=ids).order_by("address")
    return [one for one in there if member_of(one, person, at=at)]
