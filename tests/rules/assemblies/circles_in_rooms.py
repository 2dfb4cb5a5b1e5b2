"""A room of three that puts a wording to the test for consensus."""

from tests.rules.assemblies.rooms import at, opened, room, told, where

from commonweal.rules.assemblies.events import (
    Handed,
)
from commonweal.rules.assemblies.events_deciding import ChannelChosen
from commonweal.rules.assemblies.events_testing import (
    EndedTest,
    PositionsCounted,
    PositionTaken,
    PutToTest,
)
from commonweal.rules.assemblies.talk import talk

THREE = ("asha", "ben", "chidi")
WORDS = "We buy two keys."


def put(*people, minute=2, by="asha", item="hall", words=WORDS, phones=()):
    """Open, let Ben keep the door besides Asha, and put a wording to the test."""
    return [
        *opened(*people),
        Handed("asha", "doorkeeper", "ben", at(1)),
        *(ChannelChosen(of, of, "phone", at(1)) for of in phones),
        PutToTest(by, item, words, at(minute)),
    ]


def says(of, position="agree", minute=3, *, by=None, reason="", **more):
    names = {"principle": "No harm", "will_meet": True} if position == "block" else {}
    why = reason or ("It hurts." if position in {"block", "object"} else "")
    names |= {"reason": why, **more}
    return PositionTaken(by or of, of, "hall", position, at(minute), **names)


def counted(by, agree=0, reservations=0, aside=0, minute=4):
    return PositionsCounted(by, agree, reservations, aside, at(minute))


def ended(minute=6, *, by="asha", reason=""):
    return EndedTest(by, at(minute), reason)


def stage(now, meeting=None, item="hall", minute=600):
    found = talk(meeting or room(), now.presence, item, at=at(minute))
    return found.now.stage if found else ""


def why(now):
    return [told(reason) for _event, reason in now.not_counted]


def blocked(*more):
    return where(
        room(),
        [
            *put(*THREE, phones=THREE),
            says("asha"),
            says("ben"),
            says("chidi", "block"),
            ended(),
            *more,
        ],
    )
