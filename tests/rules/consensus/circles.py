"""A circle of five and what its members do, for the tests of consensus."""

from datetime import UTC, datetime, timedelta

from commonweal.rules.consensus.events import Said
from commonweal.rules.consensus.process import process
from commonweal.rules.consensus.sentences import SENTENCES, WEIGHED
from commonweal.rules.consensus.state import Circle
from commonweal.rules.consensus.terms import Consensus
from commonweal.rules.wording import say

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ROLL = ("asha", "ben", "chidi", "dora", "emil")
LATE = 3_000


def on(day, hour=0):
    return NOON + timedelta(days=day, hours=hour)


def circle(*, roll=ROLL, quorum=1, panel=(), **terms):
    """Give a circle whose test takes a week, with nobody to wait for unless told."""
    usual = {"absentee_days": 0, **terms}
    return Circle(
        Consensus(**usual), frozenset(roll), NOON, "UTC", quorum, frozenset(panel)
    )


def said(by, position, day=1, **why):
    given = {"reason": "It hurts.", "principle": "No harm", "will_meet": True} | why
    return Said(by, position, on(day), **given)


def all_agree(*but, day=1):
    return [said(one, "agree", day) for one in ROLL if one not in but]


def where(asked, events, day=LATE):
    return process(asked, events, at=on(day))


def ids(now):
    return [turn.why.id for turn in now.turns]


def told(now):
    """Give every turn in words, as a page shows them."""
    return [say(turn.why, WEIGHED | SENTENCES) for turn in now.turns]


def reasons(now):
    return [why.id for _event, why in now.not_counted]
