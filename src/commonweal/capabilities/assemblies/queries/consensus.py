"""Consensus in the room: where the talk about a matter stands, and who said what."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from commonweal.capabilities.assemblies.models import AssemblyDeed
from commonweal.capabilities.assemblies.queries.phones import are_named
from commonweal.capabilities.assemblies.queries.rooms import Held, talk_in
from commonweal.rules.assemblies import talk as rules
from commonweal.rules.assemblies.consenting import carries
from commonweal.rules.assemblies.positions import ConsensusTest
from commonweal.rules.assemblies.talk import Talk, blocks_of
from commonweal.rules.assemblies.ways import may_show_hands, may_use_slips
from commonweal.rules.consensus.events import POSITIONS, Position, Said
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import ALLOWED, Verdict, refused

type Positions = tuple[tuple[Position, tuple[str, ...]], ...]
# What is told with its reason, the strongest first.
WITH_REASONS: tuple[Position, ...] = ("block", "object", "stand_aside", "reservations")


@dataclass(frozen=True, slots=True)
class Block:
    """A block as all read it: its number, why, what it names, and how it was ruled on.

    `ruled_out` says why it does not count any more.
    """

    number: int
    of: str
    reason: str
    principle: str
    ruled_out: Sentence | None
    do_not_hold: int


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody holds a position, in their own words."""

    position: Position
    words: str
    principle: str


def talk_of(held: Held, item: str) -> Talk | None:
    """Say where the talk about a matter stands; None where nothing was put."""
    return talk_in(held, item)


def talk_at_end(held: Held, test: ConsensusTest) -> Talk:
    """Say where the talk stood when a test ended."""
    assert test.ended_at, "it is asked of what ended"
    found = rules.talk(held.room, held.now.presence, test.item, at=test.ended_at)
    assert found, "what was put and kept is talked about"
    return found


def is_settled(held: Held, item: str) -> bool:
    """Say whether a matter is settled, by a vote or by consensus, if only for now.

    Whoever was away can unsettle it, as long as the charter gives them days.
    """
    if held.now.presence.is_decided(item):
        return True
    found = talk_of(held, item)
    return found is not None and found.now.stage in rules.SETTLED


def may_vote_here(held: Held, item: str) -> Verdict:
    """Say whether hands and phones decide a matter, by the charter's ordinary rule.

    Where that is consensus they do in the last vote, once talking has not helped.
    """
    found = held.now.agenda.item(item)
    if found and found.standing:
        return ALLOWED
    talk = talk_of(held, item) if held.rule.is_consensus else None
    is_last = talk is not None and talk.now.stage == "falling_back"
    return ALLOWED if is_last else may_show_hands(held.rule)


def may_use_slips_here(held: Held, item: str) -> Verdict:
    """Say whether slips of paper decide a matter in secret.

    They do where members say yes or no, and in the last vote after a consensus.
    """
    found = held.now.agenda.item(item)
    if found and found.standing:
        return refused("minutes_take_hands")
    return may_use_slips(held.rule) or may_vote_here(held, item)


def is_put_already(held: Held, row: AssemblyDeed) -> bool:
    """Say whether what is put to a test are the words that were put before."""
    before = rules.last_test(held.now.presence.tests, row.item)
    return row.deed == "test" and before is not None and before.words == row.words


def until_when(talk: Talk) -> datetime | None:
    """Give when a stage ends by itself; in the room it ends by somebody's hand."""
    ends = talk.now.stage in {"absentees", "resolving"}
    return talk.now.until if ends else None


def words_of(held: Held, test: ConsensusTest) -> Sentence | str:
    """Give what was put; where nothing was written, the matter as it is announced."""
    return test.words or held.title(test.item)


def carried(held: Held, test: ConsensusTest) -> Verdict | None:
    """Say whether what the talk found decides; None where it found nothing."""
    found = talk_of(held, test.item)
    if found is None or found.now.stage not in {"adopted", "absentees"}:
        return None
    return carries(held.rule, found.now, asked=len(test.counted))


def came_of(held: Held, test: ConsensusTest) -> Sentence:
    """Say what came of a test, and why: at its end, whatever was done since."""
    if test.broken_off:
        return Sentence("minuted.test_broken_off", {"reason": test.broken_off})
    assert test.held is not None, "it is asked of what ended"
    if not test.held:
        return test.held.reason
    return why_in(held, test, talk_at_end(held, test))


def why_in(held: Held, test: ConsensusTest, found: Talk) -> Sentence:
    """Say why a talk stands where it does; what is to carry as a vote says if not."""
    why = found.now.turns[-1].why
    if found.now.stage != "adopted":
        return why
    may = carries(held.rule, found.now, asked=len(test.counted))
    if may:
        return why
    return Sentence("minuted.consensus_no_vote", {"why": may.reason})


def reasons_in(found: Talk) -> tuple[tuple[Said, Reason], ...]:
    """Give the reasons as their authors worded them, the strongest first."""
    said = found.now.positions.values()
    return tuple(
        (one, Reason(position, one.reason, one.principle))
        for position in WITH_REASONS
        for one in sorted(said, key=_in_time)
        if one.position == position and one.reason
    )


def blocks_in(held: Held, found: Talk) -> tuple[Block, ...]:
    """Give the blocks of a test that has ended, with what was ruled on them.

    They are named where ballots are open by the charter.
    """
    now = found.now
    return tuple(
        Block(
            number,
            held.name(of) if are_named(held) else "",
            now.positions[of].reason,
            now.positions[of].principle,
            now.ruled_out.get(of),
            sum(not holds for holds in now.judgments.get(of, {}).values()),
        )
        for number, of in enumerate(blocks_of(now), 1)
    )


def who_holds(held: Held, found: Talk) -> Positions:
    """Give who said what for themselves, where ballots are open by the charter.

    Whoever raised a hand is not among them: nobody wrote down who did.
    """
    if not are_named(held) or found.now.stage == "testing":
        return ()
    rows = ((position, _names(held, found, position)) for position in POSITIONS)
    return tuple((position, names) for position, names in rows if names)


def _names(held: Held, found: Talk, position: Position) -> tuple[str, ...]:
    said = found.now.positions.values()
    return tuple(sorted(held.name(one.by) for one in said if one.position == position))


def since(held: Held, test: ConsensusTest) -> Iterator[Sentence]:
    """Say what was turned since a test ended, by what was taken back or ruled."""
    found = talk_of(held, test.item)
    if found is None or test.ended_at is None:
        return
    for turn in found.now.turns:
        if turn.at > test.ended_at:
            yield turn.why


def _in_time(said: Said) -> tuple[object, str]:
    return said.at, said.by
