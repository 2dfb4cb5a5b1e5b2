"""Tests for consensus in the room as programs read them."""

from typing import Any

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.queries import Held
from commonweal.foundation.language import say
from commonweal.interfaces.api.schemas.common import said
from commonweal.rules.assemblies.positions import ConsensusTest, Shown
from commonweal.rules.assemblies.talk import Talk
from commonweal.rules.consensus.events import POSITIONS


def tests_told(held: Held, me: str) -> dict[str, Any]:
    """Give the test that goes on and those that ended, with what came of each.

    Of one that goes on nobody is told who has said what, but each their own.
    """
    now = held.now.presence
    return {
        "testing": _testing(held, now.testing, me),
        "tested": [_tested(held, one) for one in now.tests if one.held is not None],
    }


def _testing(held: Held, test: ConsensusTest | None, me: str) -> dict[str, Any] | None:
    if test is None:
        return None
    return {
        "item": test.item,
        "words": say(queries.words_of(held, test)),
        "began_at": test.began_at,
        "asked": len(test.counted),
        "by_hand": len(test.raisers),
        "counts": len(test.counts),
        "differed": test.differed,
        "hands": _shown(test.hands),
        "every_phone_answered": test.all_answered,
        "my_position": _mine(held, test, me),
    }


def _mine(held: Held, test: ConsensusTest, me: str) -> dict[str, Any] | None:
    found = queries.talk_of(held, test.item)
    mine = found.now.positions.get(me) if found else None
    if mine is None:
        return None
    return {
        "position": mine.position,
        "reason": mine.reason,
        "principle": mine.principle,
        "written_down": me in test.written,
    }


def _tested(held: Held, test: ConsensusTest) -> dict[str, Any]:
    assert test.ended_at, "only what ended is told"
    found = queries.talk_at_end(held, test) if test.is_kept else None
    latest = queries.talk_of(held, test.item)
    return {
        "item": test.item,
        "words": say(queries.words_of(held, test)),
        "began_at": test.began_at,
        "ended_at": test.ended_at,
        "in_words": said(queries.test_minuted(held, test)),
        "stage": latest.now.stage if found and latest else "",
        "until": queries.until_when(latest) if found and latest else None,
        "since": [said(one) for one in queries.since(held, test)] if found else [],
        **_in_numbers(held, test, found),
    }


def _in_numbers(held: Held, test: ConsensusTest, found: Talk | None) -> dict[str, Any]:
    if found is None:
        nothing: list[Any] = []
        return {
            "positions": None,
            "silent": 0,
            "reasons": nothing,
            "blocks": nothing,
            "said": nothing,
        }
    return {
        "positions": {one: found.now.count(one) for one in POSITIONS},
        "silent": len(test.counted) - found.now.spoke,
        "reasons": [
            {"position": one.position, "words": one.words}
            for _said, one in queries.reasons_in(found)
        ],
        "blocks": [
            {
                "number": one.number,
                "name": one.of,
                "reason": one.reason,
                "principle": one.principle,
                "ruled_out": said(one.ruled_out) if one.ruled_out else None,
                "do_not_hold": one.do_not_hold,
            }
            for one in queries.blocks_in(held, found)
        ],
        "said": [
            {"position": position, "names": list(names)}
            for position, names in queries.who_holds(held, found)
        ],
    }


def _shown(found: Shown | None) -> dict[str, int] | None:
    if found is None:
        return None
    return {
        "agree": found.agree,
        "reservations": found.reservations,
        "stand_aside": found.stand_aside,
    }
