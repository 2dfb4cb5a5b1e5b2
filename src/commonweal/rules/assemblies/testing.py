"""Consensus in the room: putting a wording to the test, and what comes of it.

Who is asked is fixed when a test begins, each for themselves: a proxy takes no position
for anybody. Whoever objects or blocks says why, on their own page or to somebody with a
role who writes it down; all others can raise a hand, which two count, each for
themselves. Nobody changes what somebody said on their own page. What comes of it is for
`rules/consensus`, which is the same where nobody meets.

Sources: those of `rules/consensus/process`; the count by two is that of hands.
"""

from dataclasses import replace

from commonweal.rules.assemblies.events import ROLES
from commonweal.rules.assemblies.events_testing import (
    BlockJudged,
    EndedTest,
    PositionsCounted,
    PositionTaken,
    PutToTest,
    Testing,
)
from commonweal.rules.assemblies.positions import ConsensusTest, Shown
from commonweal.rules.assemblies.quorum import Quorum, quorum
from commonweal.rules.assemblies.speaking_for import may_rule_for, may_speak_for
from commonweal.rules.assemblies.state import Assembly, Item, Presence, Room
from commonweal.rules.assemblies.talk import (
    block_numbered,
    is_settled,
    last_test,
    opener,
    talk,
)
from commonweal.rules.consensus.events import Concluded, Judged, Raised, Said
from commonweal.rules.consensus.verdicts import may_do
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused


def may_test(room: Room, now: Assembly, event: Testing) -> Verdict:
    """Say whether this step of a test for consensus can be now, by whoever does it."""
    match event:
        case PutToTest():
            return _may_begin(room, now, event)
        case PositionTaken():
            return _may_take(room, now, event)
        case PositionsCounted():
            return _may_count(now, event)
        case BlockJudged():
            return _may_judge(room, now, event)
        case EndedTest():
            return _may_end(now, event)


def tested(room: Room, now: Presence, event: Testing) -> Presence:
    """Give the presence after a step of a test that may be done."""
    match event:
        case PutToTest():
            return replace(now, tests=(*now.tests, _begun(room, now, event)))
        case PositionTaken():
            return _with(now, _taken(_last(now, event.item), event))
        case PositionsCounted():
            return _with(now, _counted(_going_on(now), event))
        case BlockJudged():
            return _with(now, _judged(room, now, event))
        case EndedTest():
            return _with(now, _ended(_going_on(now), now, event))


def _may_begin(room: Room, now: Assembly, event: PutToTest) -> Verdict:
    item = now.agenda.item(event.item)
    if item is None or event.item != now.agenda.current:
        return refused("not_the_matter_at_hand")
    return first_refusal(
        _unless(now.is_one_of(event.by, "facilitator"), "only_the_facilitator"),
        _unless(not now.presence.goes_on, "decision_goes_on"),
        _unless(item.decides and not item.standing, "no_decision_was_announced"),
        _unless(not _is_over(room, now, event), "decided_already"),
        quorum(room, now.presence, item).verdict,
        _may_put(room, now.presence, event),
    )


def _is_over(room: Room, now: Assembly, event: PutToTest) -> bool:
    is_voted = now.presence.is_decided(event.item)
    return is_voted or is_settled(room, now.presence, event.item, at=event.at)


def _may_put(room: Room, now: Presence, event: PutToTest) -> Verdict:
    """Ask whether what was put before may be put again, in these words or others."""
    found = talk(room, now, event.item, at=event.at)
    before = last_test(now.tests, event.item)
    if found is None or before is None:
        return ALLOWED
    again = opener(event.by, event.at, is_again=not event.words)
    return may_do(found.circle, found.now, again)


def _may_take(room: Room, now: Assembly, event: PositionTaken) -> Verdict:
    test = _open_to(now, event.item)
    if test is None:
        return refused("no_test_goes_on")
    if event.of not in test.counted:
        return refused("not_asked_in_test")
    return first_refusal(
        may_speak_for(now, test, event),
        _may_say(room, now, said_of(event), event.item),
    )


def _may_judge(room: Room, now: Assembly, event: BlockJudged) -> Verdict:
    test = _open_to(now, event.item)
    if test is None:
        return refused("no_test_goes_on")
    if event.of not in test.counted:
        return refused("not_asked_in_test")
    # Which block it is about is looked up only once somebody may know of any.
    may = may_rule_for(now, test, event)
    judged = _ruling(room, now.presence, event)
    return _may_say(room, now, judged, event.item) if may else may


def _may_say(room: Room, now: Assembly, event: Said | Judged, item: str) -> Verdict:
    found = talk(room, now.presence, item, at=event.at)
    assert found, "what is open to it was put"
    return may_do(found.circle, found.now, event)


def _open_to(now: Assembly, item: str) -> ConsensusTest | None:
    """Give the test that can be spoken to: it goes on, or is being talked over."""
    test = last_test(now.presence.tests, item)
    return test if item == now.agenda.current else None


def _may_count(now: Assembly, event: PositionsCounted) -> Verdict:
    test = now.presence.testing
    if not now.is_one_of(event.by, *ROLES):
        return refused("only_roles_count_hands")
    if test is None:
        return refused("no_test_goes_on")
    if min(event.agree, event.reservations, event.stand_aside) < 0:
        return refused("hands_are_counted_up")
    if not test.raisers:
        return refused("nobody_raises_a_hand")
    if test.hands is not None:
        return refused("hands_are_counted")
    if event.by in test.counts:
        return refused("has_counted")
    most = len(test.raisers)
    if event.agree + event.reservations + event.stand_aside > most:
        return refused("more_hands_than_members", most=most)
    return ALLOWED


def _may_end(now: Assembly, event: EndedTest) -> Verdict:
    if not now.is_one_of(event.by, "facilitator"):
        return refused("only_the_facilitator")
    test = now.presence.testing
    if test is None:
        return refused("no_test_goes_on")
    spoke = len(test.spoken) + (test.hands.all if test.hands else 0)
    if event.reason.strip():
        # What two counted and enough took part in is nobody's to throw away.
        is_counted = test.hands is not None and spoke >= test.needed
        return refused("counted_test_stands") if is_counted else ALLOWED
    if test.raisers and test.hands is None:
        if test.counts:
            return refused("second_count_missing")
        return refused("counts_differ" if test.differed else "hands_are_not_counted")
    if spoke < test.needed:
        return refused("too_few_took_position", spoke=spoke, needed=test.needed)
    return ALLOWED


def _begun(room: Room, now: Presence, event: PutToTest) -> ConsensusTest:
    """Fix who is asked, how many it takes, and who of them answers by phone."""
    item: Item = next(one for one in room.items if one.id == event.item)
    before = last_test(now.tests, event.item)
    there = now.there & room.roll
    return ConsensusTest(
        event.item,
        event.words or (before.words if before else ""),
        event.by,
        event.at,
        there,
        frozenset(of for of in there if now.channels.get(of) == "phone"),
        quorum(room, now, item).needed,
        is_again=before is not None and not event.words,
    )


def _taken(test: ConsensusTest, event: PositionTaken) -> ConsensusTest:
    """Take a position; hands that were counted with that of its holder are void."""
    others = {of: by for of, by in test.written.items() if of != event.of}
    written = others if event.by == event.of else {**others, event.of: event.by}
    was_raiser = test.ended_at is None and event.of in test.raisers
    return replace(
        test,
        events=(*test.events, said_of(event)),
        written=written,
        counts={} if was_raiser else test.counts,
    )


def _counted(test: ConsensusTest, event: PositionsCounted) -> ConsensusTest:
    """Take a count; where it differs from the one before, both are done anew."""
    shown = Shown(event.agree, event.reservations, event.stand_aside)
    if any(other != shown for other in test.counts.values()):
        return replace(test, counts={}, differed=test.differed + 1)
    return replace(test, counts={**test.counts, event.by: shown})


def _judged(room: Room, now: Presence, event: BlockJudged) -> ConsensusTest:
    test = _last(now, event.item)
    own = {event.of} if event.by == event.of else set()
    return replace(
        test,
        events=(*test.events, _ruling(room, now, event)),
        ruled_themselves=test.ruled_themselves | own,
    )


def _ended(test: ConsensusTest, now: Presence, event: EndedTest) -> ConsensusTest:
    """End it, testing again whether enough of those who were asked are there."""
    still = len(test.counted & now.there)
    held = Quorum(still, test.needed).verdict
    if not held:
        held = refused("quorum_was_lost", there=still, needed=test.needed)
    off = event.reason.strip()
    test = replace(test, ended_at=event.at, held=held, broken_off=off)
    if off or not held:
        return test
    events = list(test.events)
    if test.hands:
        events.append(_raised(test, test.hands, event))
    return replace(test, events=(*events, Concluded(event.by, event.at)))


def _raised(test: ConsensusTest, hands: Shown, event: EndedTest) -> Raised:
    return Raised(
        event.by,
        test.raisers,
        hands.agree,
        hands.reservations,
        hands.stand_aside,
        event.at,
    )


def said_of(event: PositionTaken) -> Said:
    """Give a position as the rules of consensus know it."""
    return Said(
        event.of,
        event.position,
        event.at,
        event.reason,
        event.principle,
        event.will_meet,
    )


def _ruling(room: Room, now: Presence, event: BlockJudged) -> Judged:
    of = block_numbered(room, now, event.item, event.block, at=event.at)
    return Judged(event.of, of, event.holds, event.at)


def _last(now: Presence, item: str) -> ConsensusTest:
    test = last_test(now.tests, item)
    assert test, "only what was put is spoken to"
    return test


def _going_on(now: Presence) -> ConsensusTest:
    test = now.testing
    assert test, "only what goes on is counted and ends"
    return test


def _with(now: Presence, test: ConsensusTest) -> Presence:
    """Put a test in the place of what it was, the last on its matter that is kept."""
    tests = list(now.tests)
    place = max(
        at for at, one in enumerate(tests) if one.item == test.item and one.is_kept
    )
    tests[place] = test
    return replace(now, tests=tuple(tests))


def _unless(is_so: bool, why: str) -> Verdict:
    return ALLOWED if is_so else refused(why)
