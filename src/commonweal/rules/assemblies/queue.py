"""Who speaks next, and why: a queue in which every place explains itself.

A point of process comes first, then a direct response, then whom a go-round has still
to ask, then those who asked, by the keys of the charter in their order: who has not
spoken yet, who had fewer turns, who spoke for less time, somebody of another group
than whoever spoke before, who asked first. Each place is chosen after the one before
it, since alternation looks at that. What two people are alike in is decided by who
asked first.

A group counts for alternation only where at least `least_group` members say they are
of it; all others are one group together, so that saying nothing costs nothing, and a
place in the queue never tells which group somebody is of.

Sources: the progressive stack of the Occupy assemblies (2011) and the notes on
facilitation of the Tech Workers Coalition; round-robin, for those who were passed.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from commonweal.rules.assemblies.events import Sort
from commonweal.rules.assemblies.state import Floor, Request, Turn
from commonweal.rules.assemblies.terms import Assemblies, Key
from commonweal.rules.sentence import Sentence

# Why somebody comes before all who asked earlier, or before some of them only.
WHY: dict[Key, str] = {
    "first_time": "has_not_spoken",
    "fewest_turns": "has_had_fewer_turns",
    "least_seconds": "has_spoken_less",
    "alternation": "voices_alternate",
}
IN_PART: dict[Key, str] = {key: f"{why}_in_part" for key, why in WHY.items()}
# The standing of whoever was passed often enough: before all others.
DUE = (0,)


@dataclass(frozen=True, slots=True)
class Place:
    """One place in the queue: whose it is, for what, and why it is theirs."""

    of: str
    sort: Sort
    why: Sentence


def queue(
    terms: Assemblies, floor: Floor, *, item: str, at: datetime
) -> tuple[Place, ...]:
    """Give all who wait in the order they will be called, each place with its reason.

    The same whatever order the requests are held in. Times are instants with an offset;
    `item` is the matter being talked about, whose turns count where the charter counts
    by matter.
    """
    waiting = sorted(floor.requests, key=lambda one: one.arrival)
    first = [
        Place(one.of, one.sort, Sentence(why))
        for sort, why in (("process", "is_about_process"), ("response", "answers"))
        for one in waiting
        if one.sort == sort
    ]
    asked = [Place(of, "turn", Sentence("is_asked_in_turn")) for of in floor.round]
    rest = [one for one in waiting if one.sort == "turn" and one.of not in floor.round]
    ahead = (*first, *asked)
    spoke = floor.turns[-1].of if floor.turns else None
    before = ahead[-1].of if ahead else spoke
    return (*ahead, *_by_keys(terms, floor, rest, before, item=item, at=at))


def most_before(terms: Assemblies, people: int) -> int | None:
    """Say how many others can at most speak before somebody who asks now, if any bound.

    In turns from the queue, with so many `people` in the room; points of process,
    direct responses, go-rounds and overrides come on top. None where the keys promise
    nothing. First come, first served and "who has not spoken yet" let everybody else
    speak once; whoever may be passed so often waits for that and for those before them.
    """
    others = max(people - 1, 0)
    if telling(terms.order_keys) in {(), ("first_time",)}:
        return others
    return others + terms.passed_most if terms.passed_most else None


def _by_keys(
    terms: Assemblies,
    floor: Floor,
    waiting: list[Request],
    before: str | None,
    *,
    item: str,
    at: datetime,
) -> list[Place]:
    groups = _counted_groups(terms, floor)
    counted = [
        one
        for one in floor.turns
        if one.sort != "process" and (terms.scope == "session" or one.item == item)
    ]
    places = []
    waiting = list(waiting)
    while waiting:
        chances = {
            one.of: _standing(terms, counted, groups, one, before=before, at=at)
            for one in waiting
        }
        chosen = min(waiting, key=lambda one: (chances[one.of], one.arrival))
        why = _why(terms, chances, waiting, chosen)
        places.append(Place(chosen.of, "turn", why))
        waiting.remove(chosen)
        before = chosen.of
    return places


def _standing(
    terms: Assemblies,
    counted: list[Turn],
    groups: dict[str, str],
    request: Request,
    *,
    before: str | None,
    at: datetime,
) -> tuple[int, ...]:
    if 0 < terms.passed_most <= request.passed:
        return DUE
    own = [one for one in counted if one.of == request.of]
    is_alike = groups.get(before or "", "") == groups.get(request.of, "")
    values: dict[Key, int] = {
        "first_time": bool(own),
        "fewest_turns": len(own),
        "least_seconds": sum(one.seconds(at) for one in own),
        "alternation": before is not None and is_alike,
    }
    return (1, *(values[key] for key in telling(terms.order_keys)))


def _why(
    terms: Assemblies,
    chances: dict[str, tuple[int, ...]],
    waiting: list[Request],
    chosen: Request,
) -> Sentence:
    """Say what puts somebody before each of those who asked earlier."""
    if chances[chosen.of] == DUE:
        return Sentence("was_passed", {"number": chosen.passed})
    earlier = waiting[: waiting.index(chosen)]
    if not earlier:
        return Sentence("asked_first")
    keys, own = telling(terms.order_keys), chances[chosen.of][1:]
    told = {
        next(
            place
            for place, (less, more) in enumerate(
                zip(own, chances[one.of][1:], strict=True)
            )
            if less < more
        )
        for one in earlier
    }
    if len(told) == 1:
        return Sentence(WHY[keys[told.pop()]])
    reasons = tuple(Sentence(IN_PART[keys[place]]) for place in sorted(told))
    return Sentence("comes_before_each", {"reasons": reasons})


def _counted_groups(terms: Assemblies, floor: Floor) -> dict[str, str]:
    sizes = Counter(floor.groups.values())
    return {
        of: group
        for of, group in floor.groups.items()
        if sizes[group] >= terms.least_group
    }


def telling(keys: tuple[Key, ...]) -> tuple[Key, ...]:
    """Leave out what comes twice, and all from who asked first on: it decides last."""
    keys = tuple(dict.fromkeys(keys))
    return keys[: keys.index("arrival")] if "arrival" in keys else keys
