"""Which bodies belong to a confederation, who stands in their seats, who is asked."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from commonweal.capabilities.confederation.models import Body, ConfederalDeed
from commonweal.capabilities.confederation.queries.deeds import of_seat, of_standing
from commonweal.foundation.institutions.charters import charter_in_force
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import eligible
from commonweal.rules.charters.charter import Charter, franchise_for, rule_for
from commonweal.rules.confederation.bodies import Base, Union, counted_at
from commonweal.rules.confederation.bodies import Body as Asked
from commonweal.rules.confederation.seats import Seat, seat
from commonweal.rules.confederation.standing import Standing, standing
from commonweal.rules.confederation.terms import Pact

# The effect by whose rule a base answers, and so by whose franchise.
ANSWERING = "answer_matter"
COMING_AND_GOING = (
    *("applied", "began", "spoke_for", "admitted"),
    *("gave_notice", "stayed", "ended", "accused", "put_out"),
)
# What is read of each: of a large confederation there are thousands.
READ_OF_STANDING = ("body", "deed", "words", "facts", "done_at")
OF_SEATS = ("sent", "recalled", "gave_seat_back", "handed_over", "took_back")


@dataclass(frozen=True, slots=True)
class Sent:
    """A seat of a body as it stands, by its number."""

    body: UUID
    number: int
    seat: Seat

    @property
    def holder(self) -> UUID | None:
        """Give the delegate who speaks from it, as a member of the confederation."""
        return UUID(self.seat.holder) if self.seat.holder else None


def pact_of(institution: Institution, *, at: datetime) -> Pact | None:
    """Give the pact of a confederation; None for any other institution."""
    return charter_in_force(institution, at=at).pact


def standings(
    institution: Institution, *, at: datetime, of: Collection[UUID] | None = None
) -> dict[UUID, Standing]:
    """Say where every body stands that ever asked to come in, in two queries.

    Of some bodies alone, where these are named.
    """
    charter = charter_in_force(institution, at=at)
    if charter.pact is None:
        return {}
    rows = ConfederalDeed.objects.filter(
        institution=institution, deed__in=COMING_AND_GOING
    )
    rows = rows if of is None else rows.filter(body__in=of)
    by_body: dict[UUID, list[ConfederalDeed]] = defaultdict(list)
    for row in rows.only(*READ_OF_STANDING).order_by("number"):
        if row.body is not None:
            by_body[row.body].append(row)
    terms, zone = charter.pact.belonging, charter.time_zone
    return {
        body: standing(terms, of_standing(deeds), zone=zone, at=at)
        for body, deeds in by_body.items()
    }


def standing_of(institution: Institution, body: UUID, *, at: datetime) -> Standing:
    """Say where one body stands; outside, if it never asked."""
    return standings(institution, at=at, of=[body]).get(body, Standing())


def bodies_in(institution: Institution, *, at: datetime) -> tuple[UUID, ...]:
    """Give the bodies that are asked and bound, in the order in which they applied."""
    there = standings(institution, at=at)
    return tuple(body for body, now in there.items() if now.is_in)


def is_below(body: UUID, whole: Institution, *, at: datetime) -> bool:
    """Say whether a body is in a confederation, or in one that is, to any height.

    It is looked for from below: whoever reads belongs to few, and there may be many.
    """
    reached, looked_at = {body}, [body]
    while looked_at:
        rows = Body.objects.filter(body__in=looked_at).select_related("institution")
        above = {
            row.institution_id
            for row in rows
            if row.institution_id not in reached
            and standing_of(row.institution, row.body, at=at).is_in
        }
        if whole.pk in above:
            return True
        reached |= above
        looked_at = list(above)
    return False


def confederations_of(body: UUID) -> tuple[Institution, ...]:
    """Give the confederations that a body is of, has asked to be of, or was of."""
    rows = Body.objects.filter(body=body).select_related("institution")
    return tuple(row.institution for row in rows.order_by("applied_at", "id"))


def belongs(*, at: datetime) -> dict[str, set[str]]:
    """Name for each body on this node those it belongs to, to look for circles."""
    found: dict[str, set[str]] = defaultdict(set)
    whole = Institution.objects.filter(
        pk__in=Body.objects.values("institution"),
        founded_at__lte=at,
        dissolved_at=None,
    )
    for one in whole:
        for body in bodies_in(one, at=at):
            found[str(body)].add(str(one.pk))
    return found


def seats_of(
    institution: Institution, *, at: datetime, of: Collection[UUID] | None = None
) -> tuple[Sent, ...]:
    """Give every seat that a body was ever given, as it stands, in one query.

    Of some bodies alone, where these are named.
    """
    rows = ConfederalDeed.objects.filter(institution=institution, deed__in=OF_SEATS)
    rows = rows if of is None else rows.filter(body__in=of)
    by_seat: dict[tuple[UUID, int], list[ConfederalDeed]] = defaultdict(list)
    for row in rows.order_by("number"):
        if row.body is not None:
            by_seat[row.body, row.seat].append(row)
    return tuple(
        Sent(body, number, seat(of_seat(deeds), at=at))
        for (body, number), deeds in by_seat.items()
    )


class Asking(NamedTuple):
    """Who is asked: the bodies with how many of each, and by base who of it is not."""

    union: Union
    left_out: Mapping[UUID, tuple[UUID, ...]]


def asked_now(institution: Institution, pact: Pact, *, at: datetime) -> Asking:
    """Give who is asked from now on: each base with its voters, each person once.

    A body that is a confederation stands with its own bodies and by its own pact.
    """
    bases: dict[UUID, tuple[Member, ...]] = {}
    whole = _below(institution, pact, bases, at=at)
    counted = _counted_once(bases)
    numbers = {str(base): len(there) for base, there in counted.items()}
    there = Member.objects.filter(institution__in=bases, left_at=None)
    left_out: dict[UUID, list[UUID]] = defaultdict(list)
    for base, member in there.order_by("pk").values_list("institution_id", "pk"):
        if member not in counted[base]:
            left_out[base].append(member)
    told = {base: tuple(ids) for base, ids in left_out.items()}
    return Asking(_with_members(whole, numbers), told)


def _below(
    institution: Institution,
    pact: Pact,
    bases: dict[UUID, tuple[Member, ...]],
    *,
    at: datetime,
) -> Union:
    there = Institution.objects.in_bulk(bodies_in(institution, at=at))
    below: list[Asked] = []
    for body in bodies_in(institution, at=at):
        if body not in there or there[body].dissolved_at is not None:
            continue
        charter = charter_in_force(there[body], at=at)
        if charter.pact is not None:
            below.append(_below(there[body], charter.pact, bases, at=at))
        else:
            bases[body] = voters(there[body], charter, at=at)
            below.append(Base(str(body), 0))
    return Union(str(institution.pk), pact.ratifying, tuple(below))


def voters(
    institution: Institution, charter: Charter, *, at: datetime
) -> tuple[Member, ...]:
    """Give those who vote in a base, by its rule for answering."""
    franchise = franchise_for(charter, rule_for(charter, ANSWERING))
    return tuple(eligible(institution, franchise, noticed_at=at, at=at))


def _counted_once(
    bases: Mapping[UUID, tuple[Member, ...]],
) -> dict[UUID, frozenset[UUID]]:
    """Give by base who is counted there: each person at the base they joined first.

    Whoever has no page is one person.
    """
    joined = sorted(
        (member.joined_at, str(base), str(member.person_id or member.pk))
        for base, members in bases.items()
        for member in members
    )
    belonging: dict[str, dict[str, None]] = defaultdict(dict)
    for _at, base, person in joined:
        belonging[person][base] = None
    where = counted_at({p: tuple(b) for p, b in belonging.items()}, {})
    return {
        base: frozenset(
            one.pk for one in there if where[str(one.person_id or one.pk)] == str(base)
        )
        for base, there in bases.items()
    }


def _with_members(union: Union, counted: Mapping[str, int]) -> Union:
    bodies = tuple(
        _with_members(one, counted)
        if isinstance(one, Union)
        else Base(one.id, counted.get(one.id, 0))
        for one in union.bodies
    )
    return Union(union.id, union.terms, bodies)
