"""Who is counted in what goes on though they come in after it began.

Whoever another put down as gone just before: whoever keeps the door could else take
people out for one decision, who come back and find that it began without them. And in
a test, whoever blocked the same matter before: else it would be put in the first
minute, before they sit down.
"""

from dataclasses import replace
from datetime import timedelta

from commonweal.rules.assemblies.counting import Decision
from commonweal.rules.assemblies.events import CameIn
from commonweal.rules.assemblies.positions import ConsensusTest
from commonweal.rules.assemblies.state import Presence, Room

# Whoever was put down as gone earlier had gone, and comes in as anybody does.
JUST_BEFORE = timedelta(minutes=10)


def counted_again(
    room: Room, before: Presence, now: Presence, event: CameIn
) -> Presence:
    """Count in what is decided or tested now whoever was put out before and says so.

    `before` is how it stood before they came in. They count as they would have: by the
    hand, for which hands are counted anew, or by phone, and for all who had given them
    a proxy and were not there themselves when it began. Only they themselves say it,
    and nobody who came for the first time is counted in what goes on, but for those
    whose block this matter met before.
    """
    asked, out, of = (
        before.deciding or before.testing,
        before.put_out(event.of),
        event.of,
    )
    if isinstance(asked, ConsensusTest) and _blocked_before(room, asked, of):
        return _asked_again(now, asked, of)
    if asked is None or out is None or event.by != of or of not in room.roll:
        return now
    is_just_before = out.at <= asked.began_at <= out.at + JUST_BEFORE
    if not is_just_before or of in asked.counted:
        return now
    if isinstance(asked, ConsensusTest):
        return _asked_again(now, asked, of)
    return _counted_again(now, asked, of)


def _blocked_before(room: Room, test: ConsensusTest, of: str) -> bool:
    """Say whether somebody who is not asked blocked this matter before."""
    is_new = of in room.roll and of not in test.counted
    return is_new and of in room.before(test.item).stayed_away


def _asked_again(now: Presence, test: ConsensusTest, of: str) -> Presence:
    is_by_phone = now.channels.get(of) == "phone"
    again = replace(
        test,
        counted=test.counted | {of},
        by_phone=test.by_phone | ({of} if is_by_phone else set()),
        counts=test.counts if is_by_phone else {},
    )
    return replace(now, tests=(*now.tests[:-1], again))


def _counted_again(now: Presence, decision: Decision, of: str) -> Presence:
    absent = {
        one: of
        for one, to in decision.proxies.items()
        if to == of and not _was_inside(now, one, decision)
    }
    is_by_phone = now.channels.get(of) == "phone"
    is_by_phone = is_by_phone and (decision.in_secret or not decision.by_slips)
    again = replace(
        decision,
        counted={**absent, **decision.counted, of: of},
        by_phone=decision.by_phone | ({of} if is_by_phone else set()),
        counts=decision.counts if is_by_phone else {},
        by_pair=decision.by_pair if is_by_phone else {},
    )
    return replace(now, decisions=(*now.decisions[:-1], again))


def _was_inside(now: Presence, of: str, decision: Decision) -> bool:
    moves = [one for one in now.moves.get(of, ()) if one.at <= decision.began_at]
    return bool(moves) and moves[-1].is_in
