"""A room of six and what people do in it, for the tests of assemblies."""

from datetime import UTC, datetime, timedelta

from commonweal.rules.assemblies.events import (
    Asked,
    Called,
    CameIn,
    Handed,
    ItemBegun,
    Opened,
)
from commonweal.rules.assemblies.floor import waiting
from commonweal.rules.assemblies.process import assembly
from commonweal.rules.assemblies.sentences import SENTENCES
from commonweal.rules.assemblies.state import Item, Room
from commonweal.rules.assemblies.terms import Assemblies
from commonweal.rules.consensus.sentences import SENTENCES as CONSENSUS
from commonweal.rules.consensus.sentences import WEIGHED
from commonweal.rules.wording import say

EIGHT = datetime(2026, 3, 12, 20, tzinfo=UTC)
ROLL = ("asha", "ben", "chidi", "dora", "emil", "farah")
HALL, RENT = Item("hall", 20, decides=True), Item("rent", 30, decides=True)
RULES = Item("rules", 10, decides=True, needs_full=True)
TALK = Item("talk", 15)


def at(minutes=0, seconds=0):
    """Give an instant after eight in the evening, when the assembly was called for."""
    return EIGHT + timedelta(minutes=minutes, seconds=seconds)


def room(*, roll=ROLL, items=(HALL, RENT, RULES, TALK), guests=(), days=7, **terms):
    return Room(
        Assemblies(**terms),
        frozenset(roll),
        "asha",
        EIGHT - timedelta(days=days),
        EIGHT,
        "UTC",
        items,
        frozenset(guests),
    )


def come(*people, minute=-5):
    return [
        CameIn(of, of, at(minute, second)) for second, of in enumerate(people or ROLL)
    ]


def opened(*people):
    """Let people in, open, and turn to the first matter."""
    return [
        *come(*people),
        Handed("asha", "minute_taker", "asha", at(-1)),
        Opened("asha", at()),
        ItemBegun("asha", "hall", at()),
    ]


def ask(of, minute, sort="turn", by=None):
    return Asked(by or of, of, at(minute), sort)


def give(minute, of="", reason="", by="asha"):
    return Called(by, at(minute), of, reason)


def where(meeting, events, minute=600):
    return assembly(meeting, events, at=at(minute))


def reasons(now):
    return [why.id for _event, why in now.not_counted]


def spoke(now):
    return [turn.of for turn in now.floor.turns]


def told(sentence):
    return say(sentence, SENTENCES | CONSENSUS | WEIGHED)


def line(meeting, events, minute=600):
    """Give who waits, in order, and why, in words."""
    now = where(meeting, events, minute)
    return [(one.of, told(one.why)) for one in waiting(meeting, now, at=at(minute))]


def names(meeting, events, minute=600):
    return [of for of, _why in line(meeting, events, minute)]
