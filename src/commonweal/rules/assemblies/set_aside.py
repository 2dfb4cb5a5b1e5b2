"""What came back from a laptop, set aside by those whom it puts down as there.

Nobody in a room without internet can check what a laptop writes but those who were in
it. Where enough of these say that this is not what happened, each with a reason, it
does not count: the assembly stands as though nothing had come back.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from commonweal.rules.verdict import ALLOWED, Verdict, refused

# Nobody's minutes go out so soon that those who were put down as there have not read.
AT_LEAST = timedelta(days=2)
FEW = 3
A_TENTH = 10


@dataclass(frozen=True, slots=True)
class Did:
    """A deed, by its number and name: who did it, and whom it is about."""

    number: int
    name: str
    by: str
    of: str


@dataclass(frozen=True, slots=True)
class FromLaptop:
    """The last that came back: the numbers of its deeds, who was there, who objects."""

    first: int
    last: int
    there: frozenset[str]
    voices: frozenset[str] = frozenset()

    @property
    def is_aside(self) -> bool:
        """Say whether enough of those who were put down as there object to it."""
        return len(self.voices) >= needed(len(self.there))

    def covers(self, number: int) -> bool:
        """Say whether a deed is one that came back with it."""
        return self.first < number < self.last


def needed(there: int) -> int:
    """Say how many it takes: three, or half of a few, or a tenth of many; one at least.

    >>> [needed(there) for there in (1, 2, 4, 6, 30, 200)]
    [1, 1, 2, 3, 3, 20]
    """
    half, tenth = -(-there // 2), -(-there // A_TENTH)
    return max(1, min(half, max(FEW, tenth)))


def from_laptops(deeds: Iterable[Did]) -> tuple[FromLaptop, ...]:
    """Read what came back from laptops, one after another, and who objects to each."""
    found: list[FromLaptop] = []
    there: set[str] = set()
    went = 0
    for one in deeds:
        match one.name:
            case "take_along":
                went = one.number
            case "come_in":
                there.add(one.of)
            case "bring_in":
                found.append(FromLaptop(went, one.number, frozenset(there)))
            case "dispute" if found and one.by in found[-1].there:
                last = found.pop()
                voices = last.voices | {one.by}
                found.append(FromLaptop(last.first, last.last, last.there, voices))
    return tuple(found)


def may_dispute(
    last: FromLaptop | None,
    *,
    by: str,
    reason: str,
    brought_at: datetime | None,
    sent_out: bool,
    at: datetime,
) -> Verdict:
    """Let whoever was put down as there say that this is not what happened.

    Until its minutes go out, and for two days at least: else whoever brought it in
    sends them out at once.
    """
    if last is None or brought_at is None:
        return refused("nothing_came_from_laptop")
    if last.is_aside:
        return refused("is_set_aside_already")
    if by not in last.there:
        return refused("only_who_was_put_down")
    if by in last.voices:
        return refused("has_disputed")
    if sent_out and at >= brought_at + AT_LEAST:
        return refused("too_late_to_dispute")
    return ALLOWED if reason.strip() else refused("reason_to_dispute_missing")
