"""What comes back when the next assembly is called: matters left, reviews due."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from commonweal.capabilities.assemblies.access import Calling
from commonweal.capabilities.assemblies.models import Assembly, AssemblyDeed
from commonweal.capabilities.assemblies.queries.rooms import Held, held
from commonweal.capabilities.decisions import queries as decisions
from commonweal.foundation.institutions.models import Institution
from commonweal.rules.verdict import ALLOWED, Verdict, refused

# How far back matters are looked for, and how far ahead reviews.
EARLIER = 6
AHEAD = timedelta(days=30)
MOST_REVIEWS = 10


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A matter that an earlier assembly put off or did not reach, and why."""

    assembly: int
    item: str
    title: str
    minutes: int
    decides: bool
    reason: str

    @property
    def source(self) -> tuple[int, str]:
        """Where it comes from: the number of the assembly, and the matter there."""
        return self.assembly, self.item


@dataclass(frozen=True, slots=True)
class Review:
    """A decision in force that is due to be looked at again."""

    proposal: int
    title: str
    due_at: datetime


def left_over(institution: Institution, *, at: datetime) -> tuple[LeftOver, ...]:
    """List what earlier assemblies left, the oldest first, unless another took it on.

    What was announced as a decision and was not decided is left over too. Proposals
    are not: as long as they are open they are offered anyway.
    """
    taken = {
        (one["from"][0], one["from"][1])
        for row in _not_called_off(institution)
        for one in row.agenda
        if "from" in one
    }
    found = [
        one for row in _over(institution) for one in _left_by(held(row, at=at), row)
    ]
    return tuple(one for one in found if one.source not in taken)


def reviews(institution: Institution, *, at: datetime) -> tuple[Review, ...]:
    """List decisions that are due for review soon and that no assembly talked about.

    Those on the agenda of an assembly to come are not offered again.
    """
    due = decisions.reviews_due(institution, at=at + AHEAD, limit=MOST_REVIEWS)
    rows = [(row, _talked_about(row, at=at)) for row in _not_called_off(institution)]
    found = []
    for view in due:
        due_at = view.proposal.decision.review_at
        assert due_at, "what is due for review has its day"
        is_done = any(
            view.number in talked and row.opens_at > due_at - AHEAD
            for row, talked in rows
        )
        if not is_done:
            found.append(Review(view.number, view.title, due_at))
    return tuple(found)


def may_take_on(institution: Institution, calling: Calling, *, at: datetime) -> Verdict:
    """Refuse to take on what no assembly left, or another took on already."""
    asked = [one.taken_from for one in calling.matters if one.taken_from]
    if not asked:
        return ALLOWED
    there = {one.source for one in left_over(institution, at=at)}
    is_there = there.issuperset(asked) and len(set(asked)) == len(asked)
    return ALLOWED if is_there else refused("matter_not_left_over")


def _over(institution: Institution) -> Iterator[Assembly]:
    over = AssemblyDeed.objects.filter(institution=institution, deed="close")
    found = Assembly.objects.filter(
        institution=institution, pk__in=over.values("assembly")
    ).order_by("-opens_at", "-number")[:EARLIER]
    for row in reversed(found):
        row.institution = institution
        yield row


def _not_called_off(institution: Institution) -> Iterable[Assembly]:
    off = AssemblyDeed.objects.filter(institution=institution, deed="call_off")
    here = Assembly.objects.filter(institution=institution)
    return here.exclude(pk__in=off.values("assembly")).order_by("-number")


def _left_by(now: Held, row: Assembly) -> Iterator[LeftOver]:
    agenda = now.now.agenda
    for one in row.agenda:
        item = agenda.item(one["id"])
        if item is None or item.standing or "proposal" in one:
            continue
        is_open = item.decides and not now.now.presence.is_decided(item.id)
        if item.id not in agenda.begun or item.id in agenda.adjourned or is_open:
            yield LeftOver(
                row.number,
                item.id,
                one["title"],
                one["minutes"],
                item.decides,
                agenda.adjourned.get(item.id, ""),
            )


def _talked_about(row: Assembly, *, at: datetime) -> frozenset[int]:
    """Give the proposals that an assembly has before it, or has turned to."""
    numbers = {one["id"]: one["proposal"] for one in row.agenda if "proposal" in one}
    if row.opens_at > at or not numbers:
        return frozenset(numbers.values())
    agenda = held(row, at=at).now.agenda
    turned = agenda.begun - agenda.adjourned.keys()
    return frozenset(number for id_, number in numbers.items() if id_ in turned)
