"""What a delegate finds on one screen: their seat, their mandates, what has changed."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from commonweal.capabilities.confederation.models import ConfederalDeed
from commonweal.capabilities.confederation.queries.bodies import Sent
from commonweal.capabilities.confederation.queries.deeds import mandate_of
from commonweal.capabilities.confederation.queries.mandates import mandate_of_terms
from commonweal.capabilities.confederation.queries.matters import Read
from commonweal.capabilities.confederation.queries.naming import Name
from commonweal.capabilities.confederation.queries.pictures import (
    names_of_bodies,
    people_named,
)
from commonweal.capabilities.confederation.queries.seats import seats_in_line
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.rules.confederation.instructions import is_outdated
from commonweal.rules.confederation.seats import may_hand_over, may_take_back
from commonweal.rules.difference import Piece, difference
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Verdict


@dataclass(frozen=True, slots=True)
class MySeat:
    """A seat that somebody holds or may step into, whose it is, who else is in line."""

    sent: Sent
    body: Name
    address: str
    is_mine: bool
    speaks: str
    in_line: tuple[str, ...]
    may_hand_over: Verdict
    may_take_back: Verdict


@dataclass(frozen=True, slots=True)
class Mandated:
    """What a body told its delegates last, and what has changed in the words since."""

    told: Sentence
    row: ConfederalDeed
    is_outdated: bool
    changes: tuple[Piece, ...]


def my_seats(whole: Institution, member: Member, *, at: datetime) -> tuple[MySeat, ...]:
    """Give the seats of somebody, those they speak from first."""
    found = seats_in_line(whole, member, at=at)
    bodies = names_of_bodies({one.body for one in found}, at=at)
    people = people_named({UUID(one) for sent in found for one in sent.seat.line})
    who = str(member.pk)
    return tuple(
        MySeat(
            one,
            *bodies.get(one.body, (str(one.body), "")),
            one.holder == member.pk,
            people.get(one.holder, ""),
            tuple(
                people.get(UUID(other), "")
                for other in one.seat.line
                if other != who and other not in one.seat.out
            ),
            may_hand_over(one.seat, who),
            may_take_back(one.seat, who),
        )
        for one in found
    )


def mandated(read: Read, body: UUID) -> Mandated | None:
    """Give what a body told its delegates last on a matter; None where it did not."""
    row = next((one for one in reversed(read.of("mandated")) if one.body == body), None)
    if row is None:
        return None
    then, text = _words_of(read).get(row.facts["text"]), read.text
    changed = row.facts["text"] != text and then is not None
    return Mandated(
        mandate_of_terms(row.facts["terms"]),
        row,
        is_outdated(mandate_of(row), text),
        difference(then or "", read.words) if changed else (),
    )


def _words_of(read: Read) -> dict[str, str]:
    """Give the words that a matter ever had, by their digests."""
    matter = read.matter
    there = {read.first: matter.text}
    for one in read.of("put", "composed"):
        there[one.facts["text"]] = one.words
    return there
