"""What a delegate may say now from their seat."""

import json
from dataclasses import dataclass, replace
from datetime import datetime

from commonweal.capabilities.confederation import queries
from commonweal.capabilities.confederation.queries import Read, Sent
from commonweal.interfaces.web.confederation.forms.congress import SayingForm
from commonweal.rules.confederation.gaps import ways_in
from commonweal.rules.confederation.instructions import (
    Free,
    Instruction,
    Limits,
    Must,
    limits_worded,
    worded,
)
from commonweal.rules.confederation.mandates import Whole
from commonweal.rules.confederation.plain import saying_to_plain
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import ALLOWED, Verdict


@dataclass(frozen=True, slots=True)
class MayRead:
    """What the mandate has somebody say: one thing, what seems right, or nothing.

    `stance` is a side to press, `saying` the one thing that is no side, as it is sent.
    """

    told: Sentence | None = None
    stance: str = ""
    saying: str = ""
    free: SayingForm | None = None
    may: Verdict = ALLOWED
    rests: bool = False


def may_read_out(read: Read, held: Sent | None, *, at: datetime) -> MayRead | None:
    """Say what the holder of a seat may say now; None where nothing is asked."""
    put = read.put
    if held is None or put is None or not queries.is_open(put, at=at):
        return None
    found = queries.instruction_for(read, put, held, at=at)
    rests = str(held.body) in put.facts.get("resting", ())
    return replace(_read(read, found), rests=rests)


def _read(read: Read, found: Instruction | Verdict) -> MayRead:
    match found:
        case Verdict():
            return MayRead(may=found)
        case Must(saying=Whole(stance) as saying):
            return MayRead(worded(saying), stance=stance)
        case Must(saying=saying):
            plain = json.dumps(saying_to_plain(saying))
            return MayRead(worded(saying), saying=plain)
        case Limits(of=limits):
            return MayRead(limits_worded(limits))
        case Free():
            return MayRead(free=SayingForm(ways=asked_ways(read)))


def asked_ways(read: Read) -> tuple[str, ...]:
    """Give the ways that the congress is asked to put in an order."""
    put = read.put
    return ways_in(put.words) if put and put.facts.get("asks_way") else ()
