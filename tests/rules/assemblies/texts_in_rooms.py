"""Texts that are brought into the room of six, and amendments to them."""

from tests.rules.assemblies.rooms import at, opened, room, where

from commonweal.rules.assemblies import events as deeds
from commonweal.rules.assemblies import texts as rules
from commonweal.rules.assemblies.amending import fate, text_now
from commonweal.rules.assemblies.events_texts import (
    AmendmentAccepted,
    AmendmentProposed,
    AmendmentWithdrawn,
    TextBrought,
)

KEY = "We buy a key. Ben keeps it. It costs ten at most."


def bring(by="ben", words=KEY, minute=1, item="hall"):
    return TextBrought(by, item, words, at(minute))


def amend(by, verb, place, words="", *, minute=2, text=1, item="hall"):
    return AmendmentProposed(by, item, text, verb, place, words, at(minute))


def accept(by, number, minute=3, item="hall"):
    return AmendmentAccepted(by, item, number, at(minute))


def withdraw(by, number, minute=3):
    return AmendmentWithdrawn(by, "hall", number, at(minute))


def vote(number=None, *, yes=4, no=1, minute=4, by="asha"):
    about = f"a{number}" if number is not None else ""
    return [
        deeds.DecisionBegan(by, "hall", at(minute), about=about),
        deeds.Counted("asha", yes, no, 0, at(minute, 10)),
        deeds.Counted("ben", yes, no, 0, at(minute, 20)),
        deeds.DecisionEnded("asha", at(minute, 30)),
    ]


def going(*events):
    """Let Ben keep the door, so that two can count, and do the rest."""
    more = [deeds.Handed("asha", "doorkeeper", "ben", at(0, 30))]
    return where(room(), [*opened(), *more, *events])


def fates(now, item="hall"):
    return [fate(room(), now, one) for one in now.texts.amended(item)]


def words(now, number=1):
    text = now.texts.text("hall", number)
    return rules.joined(text_now(room(), now, text))
