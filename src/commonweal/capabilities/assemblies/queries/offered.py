"""What comes back when the next assembly is called: matters left, reviews due."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from commonweal.capabilities.assemblies.access import Calling
from commonweal.capabilities.assemblies.models import Assembly, AssemblyDeed
from commonweal.capabilities.assemblies.queries.consensus import is_settled
from commonweal.capabilities.assemblies.queries.due_again import due_again
from commonweal.capabilities.assemblies.queries.listing import lapsed, over
from commonweal.capabilities.assemblies.queries.rooms import Held, held
from commonweal.capabilities.assemblies.queries.veils import veils_in
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
    # What is read of it: not its title where that is hidden.
    shown: str = ""
    # Of what was decided there, the day on which it is looked at again.
    due_at: datetime | None = None

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

    What was announced as a decision and was not decided is left over too, and so is
    what was decided, once it is to be looked at again. Proposals are not: as long as
    they are open they are offered anyway.
    """
    rows = _over(institution, at=at)
    veils = veils_in(institution, at=at)
    found = [
        one for row in rows for one in _left_by(held(row, at=at, veils=veils), row)
    ]
    found += _due_again(institution, at=at, ahead=AHEAD)
    return _not_taken(institution, found, at=at)


def due_in_rooms(institution: Institution, *, at: datetime) -> tuple[LeftOver, ...]:
    """List what rooms decided and is due by now, unless another took it on."""
    found = list(_due_again(institution, at=at, ahead=timedelta()))
    return _not_taken(institution, found, at=at) if found else ()


def _not_taken(
    institution: Institution, found: Iterable[LeftOver], *, at: datetime
) -> tuple[LeftOver, ...]:
    taken = {
        (one["from"][0], one["from"][1])
        for row in _taking(institution, at=at)
        for one in row.agenda
        if "from" in one
    }
    return tuple(one for one in found if one.source not in taken)


def _due_again(
    institution: Institution, *, at: datetime, ahead: timedelta
) -> Iterator[LeftOver]:
    for now, row, item, due_at in due_again(institution, at=at, ahead=ahead):
        for one, shown in zip(row.agenda, now.row.agenda, strict=True):
            if one["id"] == item and "proposal" not in one:
                yield LeftOver(
                    row.number,
                    item,
                    one["title"],
                    one["minutes"],
                    decides=True,
                    reason="",
                    shown=shown["title"],
                    due_at=due_at,
                )


def reviews(institution: Institution, *, at: datetime) -> tuple[Review, ...]:
    """List decisions that are due for review soon and that no assembly talked about.

    Those on the agenda of an assembly to come are not offered again.
    """
    due = decisions.reviews_due(institution, at=at + AHEAD, limit=MOST_REVIEWS)
    rows = [(row, _talked_about(row, at=at)) for row in _taking(institution, at=at)]
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
    """Refuse to take on what no assembly left, or another took on already.

    It is taken on as what it was: else a matter would be made away with under the
    name of another, or a decision by only talking about it.
    """
    asked = [one.taken_from for one in calling.matters if one.taken_from]
    if not asked:
        return ALLOWED
    there = {one.source: one for one in left_over(institution, at=at)}
    if not there.keys() >= set(asked) or len(set(asked)) != len(asked):
        return refused("matter_not_left_over")
    for one in calling.matters:
        left = there[one.taken_from] if one.taken_from else None
        if left and (one.title.strip(), one.decides) != (left.title, left.decides):
            return refused("matter_left_as_it_was", title=left.title)
    return ALLOWED


def _over(institution: Institution, *, at: datetime) -> Iterator[Assembly]:
    """Give the latest that are over, and the latest that nobody opened."""
    found = [
        *over(institution, at=at)[:EARLIER],
        *lapsed(institution, at=at)[:EARLIER],
    ]
    for row in sorted(found, key=lambda row: (row.opens_at, row.number)):
        row.institution = institution
        yield row


def taken_on_by(row: Assembly, item: str, *, at: datetime) -> int | None:
    """Give the number of the later assembly that took a matter on from this one."""
    here = [row.number, item]
    for one in _taking(row.institution, at=at):
        if any(matter.get("from") == here for matter in one.agenda):
            return one.number
    return None


def _taking(institution: Institution, *, at: datetime) -> Iterable[Assembly]:
    """Give what has matters before it, or had: neither called off nor lapsed."""
    off = AssemblyDeed.objects.filter(institution=institution, deed="call_off")
    here = Assembly.objects.filter(institution=institution)
    never = lapsed(institution, at=at).order_by().values("pk")
    taking = here.exclude(pk__in=off.values("assembly")).exclude(pk__in=never)
    return taking.order_by("-number")


def _left_by(now: Held, row: Assembly) -> Iterator[LeftOver]:
    agenda = now.now.agenda
    for one, shown in zip(row.agenda, now.row.agenda, strict=True):
        item = agenda.item(one["id"])
        if item is None or item.standing or "proposal" in one:
            continue
        # What it took on and never had before it is left where it was taken from.
        if "from" in one and now.now.stage == "lapsed":
            continue
        is_open = item.decides and not is_settled(now, item.id)
        if item.id not in agenda.begun or item.id in agenda.adjourned or is_open:
            yield LeftOver(
                row.number,
                item.id,
                one["title"],
                one["minutes"],
                item.decides,
                agenda.adjourned.get(item.id, ""),
                shown["title"],
            )


def _talked_about(row: Assembly, *, at: datetime) -> frozenset[int]:
    """Give the proposals that an assembly has before it, or has turned to."""
    numbers = {one["id"]: one["proposal"] for one in row.agenda if "proposal" in one}
    if row.opens_at > at or not numbers:
        return frozenset(numbers.values())
    agenda = held(row, at=at).now.agenda
    turned = agenda.begun - agenda.adjourned.keys()
    return frozenset(number for id_, number in numbers.items() if id_ in turned)
