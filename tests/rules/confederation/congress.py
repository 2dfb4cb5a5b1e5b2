"""A congress with something before it, for the tests of mandates and of counting."""

from fractions import Fraction

from tests.rules.confederation.valley import WORDS, on

from commonweal.rules.confederation.council import Place, Sitting, Spoken, counted
from commonweal.rules.confederation.mandates import Mandate, Put, Whole
from commonweal.rules.confederation.seats import Filled
from commonweal.rules.confederation.sentences import SENTENCES
from commonweal.rules.wording import say

PUT = Put("dam", WORDS)
YES, NO = Whole("yes"), Whole("no")
EXCHANGE = {"yes": YES, "no": NO, "abstain": Whole("abstain")}


def mandate(terms, body="mill", day=5, **more):
    facts = {"matter": "dam", "text": WORDS, "decision": "d1"} | more
    return Mandate(body=body, terms=terms, given_at=on(day), **facts)


def place(body="mill", holder="asha", *alternates, votes=1, deeds=()):
    filled = Filled(holder, on(0), on(300), alternates)
    return Place(body, Fraction(votes), (filled, *deeds))


def spoken(saying, by="asha", seat="s1", day=10):
    return Spoken(seat, by, saying, on(day))


def one_seat(*given, put=PUT, seat=None, **more):
    return Sitting(put, {"s1": seat or place()}, given, **more)


def count(sitting, *said, day=11):
    return counted(sitting, said, at=on(day))


def why(found):
    return [refusal_of(reason) for _body, _spoken, reason in found.outside]


def refusal_of(reason):
    assert say(reason, SENTENCES)
    return reason.id
