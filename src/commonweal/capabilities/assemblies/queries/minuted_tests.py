"""What the minutes say of tests for consensus: what was put, what was said, what came.

Positions stand there as numbers and reasons in their authors' words, without names:
minutes are kept for ever, and whose block it was the room knows.
"""

from collections.abc import Iterator
from itertools import pairwise

from commonweal.capabilities.assemblies.models import AssemblyDeed
from commonweal.capabilities.assemblies.queries.consensus import (
    came_of,
    reasons_in,
    talk_at_end,
    words_of,
)
from commonweal.capabilities.assemblies.queries.rooms import Held
from commonweal.rules.assemblies.fixed import Said, member
from commonweal.rules.assemblies.positions import ConsensusTest
from commonweal.rules.assemblies.talk import Talk, came, talk
from commonweal.rules.consensus.events import POSITIONS
from commonweal.rules.sentence import Fact, Sentence

TOLD = frozenset({"test", "end_test"})
# Told by what came of them, at the end of the test or after it.
STEPS = frozenset({"position", "count_positions", "rule_on_block", "say_later"})

WROTE_DOWN = {
    "position": "minuted.wrote_down",
    "rule_on_block": "minuted.wrote_ruling",
}


def tests_minuted(held: Held) -> Iterator[Said]:
    """Give the lines about tests: each with the number of the deed it tells of."""
    tests = iter(held.now.presence.tests)
    test: ConsensusTest | None = None
    for row in held.deeds:
        if row.deed == "test":
            test = next(tests)
            facts: dict[str, Fact] = {
                "words": words_of(held, test),
                "asked": len(test.counted),
            }
            yield Said(row.number, row.done_at, Sentence("minuted.test", facts))
        elif row.deed == "end_test" and test is not None:
            yield from _ended(held, test, row)
        elif row.deed in STEPS - {"say_later"}:
            yield from _step(held, row)
    yield from _lapsed(held)


def _lapsed(held: Held) -> Iterator[Said]:
    """Say whose block of before did not count, once nobody can come in any more."""
    now, room = held.now, held.room
    if now.closed_at is None or not room.consensus.lapses_if_away:
        return
    were_there = came(now.presence, now.closed_at)
    last = max(one.number for one in held.deeds) + 1
    number = next((one.number for one in held.deeds if one.deed == "close"), last)
    tested = (one.item for one in now.presence.tests if one.is_kept)
    for item in dict.fromkeys(tested):
        count = len(room.before(item, were_there).stayed_away)
        if count:
            facts: dict[str, Fact] = {"count": count, "title": held.title(item)}
            yield Said(number, now.closed_at, Sentence("minuted.lapsed", facts))


def test_minuted(held: Held, test: ConsensusTest) -> Sentence:
    """Say how a test ended: how many held what, and what came of it."""
    facts: dict[str, Fact] = {"why": came_of(held, test)}
    if not test.is_kept:
        return Sentence("minuted.test_dropped", facts)
    found = talk_at_end(held, test).now
    facts |= {position: found.count(position) for position in POSITIONS}
    facts |= {"silent": len(test.counted) - found.spoke}
    return Sentence("minuted.tested", facts)


def _ended(held: Held, test: ConsensusTest, row: AssemblyDeed) -> Iterator[Said]:
    if test.is_kept:
        yield from _reasons(held, talk_at_end(held, test), row)
    yield Said(row.number, row.done_at, test_minuted(held, test))


def _reasons(held: Held, found: Talk, row: AssemblyDeed) -> Iterator[Said]:
    """Give each reason a line of its own, beside which members can put words."""
    for said, reason in reasons_in(found):
        number = _number_of(held, said.by, row)
        kind = f"minuted.reason_{reason.position}"
        facts: dict[str, Fact] = {"words": reason.words, "principle": reason.principle}
        if reason.position == "block" and not reason.principle:
            kind = "minuted.reason_block_alone"
        yield Said(number, row.done_at, Sentence(kind, facts))


def _number_of(held: Held, of: str, before: AssemblyDeed) -> int:
    """Give the number of the deed by which somebody said where they stand."""
    return max(
        one.number
        for one in held.deeds
        if one.deed == "position"
        and str(one.about_id or "") == of
        and one.number < before.number
    )


def _step(held: Held, row: AssemblyDeed) -> Iterator[Said]:
    """Say who wrote down for whom, and what was turned after the test had ended."""
    by, of = str(row.done_by_id or ""), str(row.about_id or "")
    if row.deed in WROTE_DOWN and by != of:
        facts: dict[str, Fact] = {"by": member(by), "of": member(of)}
        yield Said(row.number, row.done_at, Sentence(WROTE_DOWN[row.deed], facts))
    for why in _turned_by(held, row):
        yield Said(row.number, row.done_at, why)


def _turned_by(held: Held, row: AssemblyDeed) -> Iterator[Sentence]:
    found = talk(held.room, held.now.presence, row.item, at=row.done_at)
    if found is None:
        return
    for before, turn in pairwise(found.now.turns):
        is_by_this = turn.at == row.done_at and before.stage == "resolving"
        if is_by_this and turn.stage != "testing":
            yield Sentence("minuted.talked_over", {"why": turn.why})
