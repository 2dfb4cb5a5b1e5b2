"""A confederation and its matters, gathered for a page: names beside ids."""

from collections import defaultdict
from collections.abc import Mapping
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
from commonweal.capabilities.confederation.queries.naming import Called, Name, Reader
from commonweal.foundation.institutions.charters import charters_in_force
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries.belonging import belonging
from commonweal.foundation.people.models import Person
from commonweal.rules.confederation.answers import Counts, one_number
from commonweal.rules.confederation.binding import told_of_binding
from commonweal.rules.confederation.ratification import Said, Stand
from commonweal.rules.confederation.standing import Standing
from commonweal.rules.sentence import Sentence


@dataclass(frozen=True, slots=True)
class BodyTold:
    """A body as a page shows it to somebody, by what they are told of who it is.

    Of one that is not named its seats are not told either.
    """

    called: Called
    standing: Standing
    seats: tuple[tuple[Sent, str], ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerTold:
    """Where a body stands on words that its base was asked about.

    `bound` says whether it is in force there, where that is not so for all. `words` are
    what should stand there instead, where it sent them back, and `place` names them
    where they are reported.
    """

    name: Name
    stands: Stand
    counts: Counts
    bound: Sentence | None = None
    words: str = ""
    place: UUID | None = None


def names_of_bodies(ids: set[UUID], *, at: datetime) -> dict[UUID, tuple[Name, str]]:
    """Name bodies by their charters, with their addresses, in two queries."""
    there = Institution.objects.in_bulk(ids)
    charters = charters_in_force(list(there), at=at)
    return {
        pk: (charters[pk].name if pk in charters else one.address, one.address)
        for pk, one in there.items()
    }


def bodies_told(
    reader: Reader, *, at: datetime, named: bool = True
) -> tuple[BodyTold, ...]:
    """Give every body that is in, comes or goes, with whom it has sent, if `named`.

    Who only asks to come in is told to members of the bodies, who answer it.
    """
    there = bodies_there(reader, standings(reader.whole, at=at))
    return told_of(reader, there, at=at, named=named)


def bodies_there(
    reader: Reader, there: Mapping[UUID, Standing]
) -> dict[UUID, Standing]:
    """Say where bodies stand that this reader is told of."""
    return {
        body: now
        for body, now in there.items()
        if now.is_in or (now.place != "outside" and _hears_of(reader, body))
    }


def told_of(
    reader: Reader, there: Mapping[UUID, Standing], *, at: datetime, named: bool
) -> tuple[BodyTold, ...]:
    """Give some bodies with who they are and whom they sent, in as many queries."""
    called = reader.called(set(there))
    shown = [body for body in there if called[body].is_named]
    seats = defaultdict(list)
    for one in seats_of(reader.whole, at=at, of=shown):
        seats[one.body].append(one)
    holders = {one.holder for some in seats.values() for one in some if one.holder}
    people = people_named(holders) if named else {}
    return tuple(
        BodyTold(
            called[body],
            now,
            tuple((one, people.get(one.holder, "")) for one in seats[body]),
        )
        for body, now in there.items()
    )


def _hears_of(reader: Reader, applicant: UUID) -> bool:
    """Say whether a reader is told that a body asks to come in."""
    return reader.is_inside or applicant in reader.theirs


def people_named(ids: set[UUID]) -> dict[UUID | None, str]:
    """Name members by their ids."""
    rows = Member.objects.filter(pk__in=ids).values_list("pk", "name")
    return dict(rows)


def answers_told(read: Read, reader: Reader) -> tuple[AnswerTold, ...]:
    """Give where each body stands on the words that are asked about."""
    said = read.now.said
    if said is None:
        return ()
    called = reader.called({UUID(one) for one in said.below})
    back = {
        str(row.body): row
        for row in read.of("answered")
        if row.facts["says"] == "return" and row.words
    }
    return tuple(
        AnswerTold(
            called[UUID(body)].name,
            one.stands,
            counts_told(read, one, reader),
            told_of_binding(read.case, read.now, body, at=reader.at),
            back[body].words if one.stands == "return" and body in back else "",
            back[body].pk if body in back else None,
        )
        for body, one in said.below.items()
    )


def counts_told(read: Read, said: Said, reader: Reader) -> Counts:
    """Add up what bases answered, as this reader may know it.

    How many of a base's roll are counted elsewhere is between its members and the other
    bodies: a stranger reads how many were asked there, and no second number.
    """
    union = read.now.union
    if reader.is_inside or union is None:
        return said.total
    asked = {base: one.members for base, one in union.bases.items()}
    told = (one_number(counts, asked.get(base)) for base, counts in said.counts.items())
    return sum(told, Counts())


def mandates_told(
    read: Read, reader: Reader
) -> tuple[tuple[Name, Sentence, ConfederalDeed], ...]:
    """Give what each body told its delegates, the newest of each."""
    newest = {row.body: row for row in read.of("mandated")}
    called = reader.called({one for one in newest if one})
    return tuple(
        (
            called[body].name if body else "",
            mandate_of_terms(row.facts["terms"]),
            row,
        )
        for body, row in newest.items()
    )


def bodies_of(whole: Institution, person: Person, *, at: datetime) -> list[Institution]:
    """Give the bodies of a confederation that somebody belongs to, and counts in.

    Whoever came by an open invitation and is known to nobody there yet is a stranger.
    """
    rows = belonging(at).filter(person=person).select_related("institution")
    theirs = {one.institution_id: one.institution for one in rows if one.counts(at)}
    there = standings(whole, at=at, of=theirs)
    found = [theirs[body] for body, now in there.items() if now.is_in]
    return sorted(found, key=lambda one: one.address)
