"""What the page of an assembly shows of consensus: the test, and the talk after it."""

from dataclasses import dataclass
from typing import Any

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.queries import Held
from commonweal.foundation.institutions.models import Member
from commonweal.rules.assemblies.consenting import may_test_by
from commonweal.rules.assemblies.positions import ConsensusTest, Shown
from commonweal.rules.assemblies.speaking_for import WRITERS
from commonweal.rules.assemblies.talk import Talk, last_test
from commonweal.rules.consensus.events import POSITIONS, Said
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Verdict, first_refusal


@dataclass(frozen=True, slots=True)
class Mine:
    """Where the reader stands: whether they are asked, and what they said, if anything.

    `by_hand` says that their hand was counted; `written` that another wrote it down.
    """

    is_asked: bool
    by_phone: bool
    by_hand: bool
    said: Said | None
    written: bool


@dataclass(frozen=True, slots=True)
class Testing:
    """A test that goes on: what was put, who is asked, which hands were counted."""

    words: Sentence | str
    people: int
    hands: int
    phones: int
    by_hand: tuple[str, ...]
    counts: int
    differed: int
    agreed: Shown | None
    all_answered: bool


@dataclass(frozen=True, slots=True)
class Talked:
    """Where the talk about the matter at hand stands after a test.

    `numbers` are how many hold what; `who` says it by name, where that is open.
    """

    words: Sentence | str
    stage: str
    why: Sentence
    since: tuple[Sentence, ...]
    numbers: tuple[tuple[Sentence, int], ...]
    silent: int
    reasons: tuple[tuple[Sentence, str], ...]
    blocks: tuple[queries.Block, ...]
    who: tuple[tuple[Sentence, tuple[str, ...]], ...]
    may_rule: Verdict | None


def consensus(held: Held, member: Member) -> dict[str, Any]:
    """Give the test that goes on, where the talk stands, and what can be put now."""
    me, now = str(member.pk), held.now
    item = now.agenda.current
    test = last_test(now.presence.tests, item) if now.stage == "open" else None
    found = queries.talk_of(held, item) if test else None
    is_going = now.presence.testing is not None
    return {
        "testing": _testing(held, test) if test and is_going else None,
        "talked": _talked(held, test, found, member)
        if test and found and not is_going
        else None,
        "position": _mine(test, found, me) if test and found else None,
        "consensus_terms": held.room.consensus,
        "writes_down": now.is_one_of(me, *WRITERS),
        "may_be_written": _may_be_written(held, test),
        "may_test": _may_test(held, member),
        "may_end_test": queries.may_now(held, "end_test", by=member, reason=""),
        "may_count_positions": queries.may_now(
            held, "count_positions", by=member, what="0:0:0"
        ),
        "talks_after": _after(held),
        "tests_over": [
            (queries.words_of(held, one), queries.test_minuted(held, one))
            for one in now.presence.tests
            if one.held is not None
        ],
    }


def talked_after(held: Held, item: str, member: Member) -> dict[str, Any] | None:
    """Give what came of the tests on a matter, for a page of its own; None if none."""
    test, found = last_test(held.now.presence.tests, item), queries.talk_of(held, item)
    if test is None or found is None or found.now.stage == "testing":
        return None
    may = queries.may_say_later_now(held, item, by=member)
    return {
        "held": held,
        "talked": _talked(held, test, found, member),
        "position": _mine(test, found, str(member.pk)),
        "until": queries.until_when(found),
        "may_say": may,
        "taken_on": queries.taken_on_by(held.row, item, at=held.at),
    }


def _after(held: Held) -> list[tuple[str, Sentence | str, str]]:
    """Give the matters that were tested, with how the talk about each stands."""
    tests = held.now.presence.tests
    found: list[tuple[str, Sentence | str, str]] = []
    for item in dict.fromkeys(one.item for one in tests):
        talk, test = queries.talk_of(held, item), last_test(tests, item)
        if talk and test and talk.now.stage != "testing":
            found.append((item, queries.words_of(held, test), talk.now.stage))
    return found


def _may_test(held: Held, member: Member) -> Verdict:
    return first_refusal(
        may_test_by(held.rule),
        queries.may_now(held, "test", by=member, item=held.now.agenda.current),
    )


def _testing(held: Held, test: ConsensusTest) -> Testing:
    people = len(test.counted)
    return Testing(
        words=queries.words_of(held, test),
        people=people,
        hands=len(test.raisers),
        phones=people - len(test.raisers),
        by_hand=tuple(sorted(map(held.name, test.raisers))),
        counts=len(test.counts),
        differed=test.differed,
        agreed=test.hands,
        all_answered=test.all_answered,
    )


def _talked(held: Held, test: ConsensusTest, found: Talk, member: Member) -> Talked:
    now = found.now
    names = {one: Sentence(f"position.{one}") for one in POSITIONS}
    return Talked(
        words=queries.words_of(held, test),
        stage=now.stage,
        why=queries.came_of(held, test),
        since=tuple(queries.since(held, test)),
        numbers=tuple((words, now.count(one)) for one, words in names.items()),
        silent=len(test.counted - now.positions.keys()) - sum(now.hands.values()),
        reasons=_reasons(found),
        blocks=queries.blocks_in(held, found),
        who=tuple((names[one], who) for one, who in queries.who_holds(held, found)),
        may_rule=_may_rule(held, found, test, member),
    )


def _reasons(found: Talk) -> tuple[tuple[Sentence, str], ...]:
    """Give the reasons that are no blocks; these stand apart, each with its number."""
    return tuple(
        (Sentence(f"position.{one.position}"), one.words)
        for _said, one in queries.reasons_in(found)
        if one.position != "block"
    )


def _may_rule(
    held: Held, found: Talk, test: ConsensusTest, member: Member
) -> Verdict | None:
    """Say whether the reader can rule on blocks; None where nothing is to be ruled."""
    if found.circle.terms.validity != "others" or not found.now.blocks:
        return None
    return queries.may_now(
        held, "rule_on_block", by=member, item=test.item, what="1:holds"
    )


def _mine(test: ConsensusTest, found: Talk, me: str) -> Mine:
    return Mine(
        is_asked=me in test.counted,
        by_phone=me in test.by_phone,
        by_hand=me in found.now.raised,
        said=found.now.positions.get(me),
        written=me in test.written,
    )


def _may_be_written(held: Held, test: ConsensusTest | None) -> list[tuple[str, str]]:
    """List those for whom it can be written down: without a phone, who did not yet."""
    if test is None:
        return []
    own = test.spoken - test.written.keys()
    there = test.counted & held.now.presence.there
    rows = [(held.name(of), of) for of in there - test.by_phone - own]
    return [(of, name) for name, of in sorted(rows)]
