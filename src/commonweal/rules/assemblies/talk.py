"""Where the talk about a matter stands, as the rules of consensus see it.

The tests on one matter are one talk: a test in other words is a new round of it, and
one in the same words comes after what stood against them was talked over.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from commonweal.rules.assemblies.positions import ConsensusTest
from commonweal.rules.assemblies.state import Presence, Room
from commonweal.rules.consensus.events import Amended, AskedAgain, Event
from commonweal.rules.consensus.process import process
from commonweal.rules.consensus.state import Before, Circle, Process

SETTLED = frozenset({"adopted", "absentees", "not_adopted"})


@dataclass(frozen=True, slots=True)
class Talk:
    """Who was asked under which terms, and where it stands."""

    circle: Circle
    now: Process


def talk(
    room: Room,
    now: Presence,
    item: str,
    *,
    at: datetime,
    later: Iterable[Event] = (),
) -> Talk | None:
    """Say where the talk about a matter stands at an instant; None if it was not put.

    A block of before lapses while whoever made it was at no time in this room: whoever
    comes late, or was put out by another, has come. `later` are positions that were
    taken after the room had spoken. Tests that were broken off, or ended with too few
    people there, are as if they had not been.
    """
    kept = [one for one in now.tests if one.item == item and one.is_kept]
    if not kept:
        return None
    circle = Circle(
        room.consensus,
        room.roll,
        kept[0].began_at,
        room.zone,
        in_room=True,
        before=room.before(item, kept[0].counted | came(now, at)),
    )
    events = (*_said_in(kept), *later)
    return Talk(circle, process(circle, events, at=at))


def came(now: Presence, at: datetime) -> frozenset[str]:
    """Give who was in the room at any time until an instant."""
    return frozenset(
        of
        for of, moves in now.moves.items()
        if any(one.is_in and one.at <= at for one in moves)
    )


def gathered(now: Process) -> Before:
    """Give what a gathering made of a matter, for the next one that takes it on.

    That is a meeting about it, and the same words can be put there once more.
    """
    return Before(
        rounds=now.round - 1,
        meetings=now.meetings + 1,
        talks_end_at=now.talks_end_at,
        stayed_away=frozenset(now.blocks),
    )


def is_settled(room: Room, now: Presence, item: str, *, at: datetime) -> bool:
    """Say whether a test settled a matter, one way or the other, if only for now."""
    if now.testing and now.testing.item == item:
        return False
    found = talk(room, now, item, at=at)
    return found is not None and found.now.stage in SETTLED


def last_test(tests: Iterable[ConsensusTest], item: str) -> ConsensusTest | None:
    """Give the last test on a matter that is kept."""
    kept = [one for one in tests if one.item == item and one.is_kept]
    return kept[-1] if kept else None


def opener(by: str, at: datetime, *, is_again: bool) -> Event:
    """Give what putting the same words is, or others, after a test."""
    return AskedAgain(by, at) if is_again else Amended(by, at)


def block_numbered(
    room: Room, now: Presence, item: str, number: int, *, at: datetime
) -> str:
    """Give whose block goes by a number; nobody's, where there is none."""
    found = talk(room, now, item, at=at)
    blocks = blocks_of(found.now) if found else ()
    return blocks[number - 1] if 0 < number <= len(blocks) else ""


def blocks_of(now: Process) -> tuple[str, ...]:
    """Give who blocks, in the order they said so: a block goes by its place."""
    made = [(said.at, of) for of, said in now.positions.items() if is_block(now, of)]
    return tuple(of for _at, of in sorted(made))


def is_block(now: Process, of: str) -> bool:
    """Say whether somebody's position is a block, ruled out or not."""
    return now.positions[of].position == "block"


def _said_in(kept: Iterable[ConsensusTest]) -> Iterator[Event]:
    before: ConsensusTest | None = None
    for test in kept:
        if before is not None:
            yield opener(test.by, test.began_at, is_again=test.is_again)
        yield from test.events
        before = test
