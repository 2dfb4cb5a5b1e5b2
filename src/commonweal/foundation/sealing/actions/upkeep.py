"""What every deed about a sealed thing does around its own: lock and note."""

from collections.abc import Sequence
from datetime import datetime

from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.journal import actions as journal
from commonweal.foundation.journal.seals import sealed
from commonweal.foundation.sealing.models import KeyShare, SealedThing
from commonweal.foundation.sealing.queries.held import THING
from commonweal.rules.canonical import Json


def held(thing: SealedThing, *, at: datetime) -> SealedThing:
    """Take the institution's lock, then the thing as it is now."""
    institution = lock(thing.institution, at=at)
    there = SealedThing.objects.select_related("subject__person", "institution")
    return there.get(institution=institution, pk=thing.pk)


def note(
    deed: str,
    thing: SealedThing,
    *,
    by: Member | None,
    at: datetime,
    shares: Sequence[KeyShare] = (),
) -> None:
    """Write the deed's line; it says nothing of what is sealed."""
    dealt = {"threshold": thing.threshold, "count": len(shares)} if shares else {}
    facts: dict[str, Json] = {**dealt, **sealed((THING, thing))}
    journal.record(deed, about=thing, by=by, at=at, facts=facts)
