"""Who speaks for whom in a test: each for themselves, and a few for those by hand.

Whoever answers by phone has a page of their own, so nobody writes anything down for
them. For all others somebody with a role can, as long as they have not said it
themselves; the minutes say who wrote it.
"""

from commonweal.rules.assemblies.events import Role
from commonweal.rules.assemblies.events_testing import BlockJudged, PositionTaken
from commonweal.rules.assemblies.positions import ConsensusTest
from commonweal.rules.assemblies.state import Assembly
from commonweal.rules.verdict import ALLOWED, Verdict, refused

WRITERS: tuple[Role, ...] = ("facilitator", "doorkeeper", "minute_taker")


def may_speak_for(now: Assembly, test: ConsensusTest, event: PositionTaken) -> Verdict:
    """Say whether this person can say where somebody stands, for them or themselves."""
    if event.by == event.of:
        return _may_oneself(now, event)
    is_own = event.of in test.spoken and event.of not in test.written
    return _may_for_another(
        now, test, event, ALLOWED if not is_own else refused("own_position_stands")
    )


def may_rule_for(now: Assembly, test: ConsensusTest, event: BlockJudged) -> Verdict:
    """Say whether this person can rule on a block, for somebody or themselves.

    Nobody rules before the test has ended: until then nobody learns who blocks.
    """
    if event.by == event.of:
        may = _may_oneself(now, event)
    else:
        is_own = event.of in test.ruled_themselves
        may = _may_for_another(
            now, test, event, ALLOWED if not is_own else refused("own_ruling_stands")
        )
    return refused("test_still_goes_on") if may and test.ended_at is None else may


def _may_oneself(now: Assembly, event: PositionTaken | BlockJudged) -> Verdict:
    is_inside = now.presence.is_inside(event.by)
    return ALLOWED if is_inside else refused("not_in_the_room_yourself")


def _may_for_another(
    now: Assembly,
    test: ConsensusTest,
    event: PositionTaken | BlockJudged,
    may: Verdict,
) -> Verdict:
    if not now.is_one_of(event.by, *WRITERS):
        return refused("only_roles_write_down")
    if not now.presence.is_inside(event.of):
        return refused("not_in_the_room")
    return refused("answers_by_phone") if event.of in test.by_phone else may
