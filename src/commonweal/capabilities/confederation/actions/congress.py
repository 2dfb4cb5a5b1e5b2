"""Delegates put words to the congress, and say what their bodies told them to."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from commonweal.capabilities.confederation import queries
from commonweal.capabilities.confederation.actions.noting import Doing, note
from commonweal.capabilities.confederation.actions.settling import remember_due
from commonweal.capabilities.confederation.models import ConfederalDeed, Matter
from commonweal.capabilities.confederation.queries.matters import Read
from commonweal.capabilities.confederation.queries.standards import resting
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.text import clean_text
from commonweal.rules.canonical import Json
from commonweal.rules.confederation.gaps import number_in
from commonweal.rules.confederation.mandates import Saying, digest_of
from commonweal.rules.confederation.plain import saying_to_plain
from commonweal.rules.verdict import require

LONGEST_WORDS = 20_000


@dataclass(frozen=True, slots=True)
class Asks:
    """How words are put: which number is to stand in their gap, or which way it is."""

    number: str = ""
    way: bool = False


WHETHER = Asks()


@transaction.atomic
def put_to_congress(
    matter: Matter,
    *,
    words: str,
    is_urgent: bool,
    by: Member | None,
    at: datetime,
    asks: Asks = WHETHER,
) -> ConfederalDeed:
    """Put words to the congress; it is open as long as the pact says."""
    whole = lock(matter.institution, at=at)
    read = _read(matter, at=at)
    require(queries.may_put(read, by, is_urgent=is_urgent, at=at))
    said = clean_text(words, LONGEST_WORDS)
    require(queries.may_be_put(read.matter, said))
    require(
        queries.may_be_asked_so(matter, said, number=asks.number, asks_way=asks.way)
    )
    pact = read.case.pact
    held = queries.seat_held_by(whole, by, at=at)
    assert held is not None
    closes = at + timedelta(hours=pact.congress.hours)
    members: dict[str, Json] = dict(queries.members_now(whole, pact, at=at))
    rest: list[Json] = [str(one) for one in resting(whole, at=at)]
    facts: dict[str, Json] = {
        "text": digest_of(said, matter.change),
        "is_urgent": is_urgent,
        "closes": closes.isoformat(),
        "members": members,
        "asks_way": asks.way,
        "number": _exact(asks.number),
        "resting": rest,
    }
    doing = Doing(
        "put", held.body, read.matter, held.number, by, words=said, facts=facts
    )
    put = note(whole, doing, by=by, at=at)
    remember_due(read.matter, at=at)
    return put


@transaction.atomic
def say(
    matter: Matter, *, saying: Saying, by: Member | None, at: datetime
) -> ConfederalDeed:
    """Speak from one's seat. What is outside the mandate is kept and does not count."""
    whole = lock(matter.institution, at=at)
    read = _read(matter, at=at)
    put = read.put
    require(queries.may_say(read, put, by, at=at))
    held = queries.seat_held_by(whole, by, at=at)
    assert held is not None
    assert put is not None
    facts: dict[str, Json] = {"put": put.number, "saying": saying_to_plain(saying)}
    doing = Doing("spoke", held.body, read.matter, held.number, by, facts=facts)
    return note(whole, doing, by=by, at=at)


def _exact(number: str) -> str | None:
    found = number_in(number)
    return None if found is None else str(found)


def _read(matter: Matter, *, at: datetime) -> Read:
    read = queries.matter_with(matter.institution, matter.pk, at=at)
    assert read is not None, "whoever has the row can read it"
    return read
