"""Writing down one deed: its row, and the line in the journal that seals it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Max

from commonweal.capabilities.confederation.models import Body, ConfederalDeed, Matter
from commonweal.capabilities.confederation.queries.held import BODY, MATTER, sealed_deed
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.journal import actions as journal
from commonweal.rules.canonical import Json


@dataclass(frozen=True, slots=True)
class Doing:
    """What is done: whose deed it is, about what, in which words."""

    deed: str
    body: UUID | None = None
    matter: Matter | None = None
    seat: int = 0
    who: Member | None = None
    words: str = ""
    facts: Mapping[str, Json] = field(default_factory=dict)
    decision: UUID | None = None


def note(
    institution: Institution,
    doing: Doing,
    *,
    by: Member | None = None,
    new: Body | Matter | None = None,
    at: datetime,
) -> ConfederalDeed:
    """Write a deed down. The caller holds the lock of the confederation.

    `new` is a body or a matter that came about with it.
    """
    deeds = ConfederalDeed.objects.filter(institution=institution)
    last = deeds.aggregate(last=Max("number"))["last"] or 0
    row = ConfederalDeed.objects.create(
        institution=institution,
        number=last + 1,
        deed=doing.deed,
        body=doing.body,
        matter=doing.matter,
        seat=doing.seat,
        who=doing.who,
        words=doing.words,
        facts=dict(doing.facts),
        decision=doing.decision,
        done_at=at,
    )
    held = ((BODY if isinstance(new, Body) else MATTER, new),) if new else ()
    facts = sealed_deed(row, *held)
    if doing.matter is not None:
        facts["matter"] = doing.matter.number
    journal.record(f"together_{doing.deed}", about=row, by=by, at=at, facts=facts)
    return row
