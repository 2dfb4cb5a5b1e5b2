"""What the records of bodies on this node say of what is asked of every body."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from fractions import Fraction
from uuid import UUID

from django.db.models import Max, Min, QuerySet

from commonweal.capabilities.assemblies.models import ApprovedMinutes, AssemblyDeed
from commonweal.foundation.institutions.charters import charter_of
from commonweal.foundation.institutions.models import CharterVersion, Institution
from commonweal.rules.charters.charter import Charter
from commonweal.rules.charters.seen import (
    delegates_recallable,
    longest_term,
    one_member_one_vote,
)
from commonweal.rules.confederation.standards import Fact, Standard, elapsed

type Versions = Sequence[tuple[datetime, Charter]]
type Facts = dict[UUID, Fact]


def recorded(
    standard: Standard, bodies: Sequence[UUID], *, at: datetime
) -> Facts | None:
    """Give what the record of each body says; None for what no record shows.

    A body that is not on this node, or of whose like it cannot be read, is left out.
    """
    match standard.asked:
        case "meeting_days":
            return _meetings(bodies, standard.limit, at=at)
        case "minutes_days":
            return _minutes(bodies, standard.limit, at=at)
        case "term_days":
            limit = standard.limit
            return _in_charters(
                bodies, lambda one: Fraction(longest_term(one)), limit, at=at
            )
        case "one_member_one_vote":
            return _in_charters(bodies, one_member_one_vote, at=at)
        case "delegates_recallable":
            return _in_charters(bodies, delegates_recallable, at=at)
        case _:
            return None


def since_when(versions: Versions, is_so: Callable[[Charter], bool]) -> datetime:
    """Say since when something has been so without a break, up to the last version.

    `versions` are oldest first, each with the moment from which it is in force; in the
    last of them it is so.
    """
    since = versions[-1][0]
    for begins, charter in reversed(versions):
        if not is_so(charter):
            break
        since = begins
    return since


def versions_of(
    bodies: Sequence[UUID], *, at: datetime
) -> Mapping[UUID, list[tuple[datetime, Charter]]]:
    """Read every version of the charters of bodies, oldest first."""
    rows = CharterVersion.objects.filter(institution__in=bodies, in_force_at__lte=at)
    found: dict[UUID, list[tuple[datetime, Charter]]] = defaultdict(list)
    for row in rows.order_by("in_force_at", "number"):
        found[row.institution_id].append((row.in_force_at, charter_of(row.text)))
    return found


def _in_charters(
    bodies: Sequence[UUID],
    read: Callable[[Charter], bool | Fraction],
    limit: int = 0,
    *,
    at: datetime,
) -> Facts:
    """Read something in charters, and since when it is on this side of the limit.

    The members of a confederation are bodies, so this is said of people only.
    """

    def is_bad(charter: Charter) -> bool:
        value = read(charter)
        return not value if isinstance(value, bool) else value > limit

    found = {}
    for body, versions in versions_of(bodies, at=at).items():
        last = versions[-1][1]
        if last.pact is None:
            bad = is_bad(last)
            since = since_when(versions, lambda one, bad=bad: is_bad(one) is bad)  # type: ignore[misc]
            found[body] = Fact(read(last), since)
    return found


def _meetings(bodies: Sequence[UUID], limit: int, *, at: datetime) -> Facts:
    """Count the days since the last assembly that was opened, or the founding."""
    there = Institution.objects.filter(pk__in=bodies).values_list("pk", "founded_at")
    last = dict(
        _opened(bodies, at=at).values_list("institution").annotate(Max("done_at"))
    )
    return {
        body: elapsed(last.get(body, founded), limit=limit, at=at)
        for body, founded in there
    }


def _minutes(bodies: Sequence[UUID], limit: int, *, at: datetime) -> Facts:
    """Count the days since the oldest assembly whose minutes are not approved."""
    there = Institution.objects.filter(pk__in=bodies).values_list("pk", flat=True)
    approved = ApprovedMinutes.objects.filter(approved_at__lte=at)
    open_ones = _opened(bodies, at=at).exclude(assembly__in=approved.values("assembly"))
    first = dict(open_ones.values_list("institution").annotate(Min("done_at")))
    return {body: elapsed(first.get(body, at), limit=limit, at=at) for body in there}


def _opened(bodies: Sequence[UUID], *, at: datetime) -> QuerySet[AssemblyDeed]:
    deeds = AssemblyDeed.objects.filter(institution__in=bodies, deed="open")
    return deeds.filter(done_at__lte=at).order_by()
