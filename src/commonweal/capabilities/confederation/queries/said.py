"""What delegates said in a congress, and what they may say, in words for a page."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from commonweal.capabilities.confederation.models import ConfederalDeed
from commonweal.capabilities.confederation.queries.bodies import Sent
from commonweal.capabilities.confederation.queries.matters import (
    Read,
    count_of,
    put_of,
)
from commonweal.capabilities.confederation.queries.naming import Name, Reader
from commonweal.capabilities.confederation.queries.pictures import people_named
from commonweal.foundation.institutions.models import Member
from commonweal.rules.confederation.council import Spoken
from commonweal.rules.confederation.instructions import Instruction, instructed
from commonweal.rules.confederation.mandates import (
    Order,
    Saying,
    Shared,
    Whole,
    in_force,
)
from commonweal.rules.confederation.told_to import to_others
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Verdict

RESTS = Sentence("votes_of_it_rest")


@dataclass(frozen=True, slots=True)
class LineTold:
    """What was said from a seat, and whether it counts."""

    body: Name
    who: str
    said: Sentence | None
    why_not: Sentence | None


def lines_told(
    read: Read, put: ConfederalDeed, reader: Reader, *, at: datetime
) -> tuple[LineTold, ...]:
    """Give what was said from each seat, what counts first.

    Why something does not count is said to `reader` as theirs where they said it. Who
    spoke for a body that is not named to them is not named either.
    """
    count = count_of(read, put, at=at)
    bodies = reader.called({UUID(one.body) for one in count.lines})
    spoken = [one.counts for one in count.lines if one.counts]
    spoken += [one for line in count.lines for one, _why in line.not_counted]
    people = people_named({UUID(one.by) for one in spoken})
    told: list[LineTold] = []
    for line in count.lines:
        name = bodies[UUID(line.body)].name
        named = people if bodies[UUID(line.body)].is_named else {}
        if line.counts:
            who = named.get(UUID(line.counts.by), "")
            rests = RESTS if line.body in put.facts.get("resting", ()) else None
            told.append(LineTold(name, who, said_told(line.counts.saying), rests))
        for one, why in line.not_counted:
            who = named.get(UUID(one.by), "")
            reason = why if _is_of(reader.member, one) else to_others(why)
            told.append(LineTold(name, who, said_told(one.saying), reason))
        if not (line.counts or line.not_counted):
            told.append(LineTold(name, "", None, None))
    return tuple(told)


def _is_of(reader: Member | None, spoken: Spoken) -> bool:
    return reader is not None and spoken.by == str(reader.pk)


def unnamed(lines: tuple[LineTold, ...]) -> tuple[LineTold, ...]:
    """Leave out who said it; which body said it stays."""
    return tuple(replace(line, who="") for line in lines)


def said_told(saying: Saying) -> Sentence:
    """Say what a delegate said."""
    match saying:
        case Whole(stance):
            return Sentence(f"said_{stance}")
        case Shared(yes, no, abstain):
            return Sentence("said_shared", {"yes": yes, "no": no, "abstain": abstain})
        case Order(ranking):
            return Sentence("said_order", {"ranking": ranking})
        case _:
            return Sentence("said_number", {"number": saying.number})


def instruction_for(
    read: Read, put: ConfederalDeed, held: Sent, *, at: datetime
) -> Instruction | Verdict:
    """Say what a delegate may say now, or why nothing."""
    asked = put_of(read, put)
    mandate = in_force(read.mandates, asked, body=str(held.body), at=at)
    return mandate if isinstance(mandate, Verdict) else instructed(mandate, asked)
