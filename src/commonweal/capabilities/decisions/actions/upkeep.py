"""What every deed about a proposal does around its own: lock, remember, note."""

from collections.abc import Mapping
from datetime import datetime

from django.db.models import Max

from commonweal.capabilities.decisions.actions.addresses import forget_addresses
from commonweal.capabilities.decisions.models import Proposal
from commonweal.capabilities.decisions.queries.due import next_step
from commonweal.capabilities.decisions.queries.timelines import (
    History,
    read_with_history,
)
from commonweal.foundation.institutions.actions.joining import be_active
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.journal.actions import record
from commonweal.foundation.journal.models import Line
from commonweal.rules.canonical import Json

type Facts = Mapping[str, Json]


def locked(proposal: Proposal, *, at: datetime) -> Proposal:
    """Take the institution's lock, then the proposal as it is now."""
    lock(proposal.institution, at=at)
    return read_with_history(proposal.pk)


def remember_due(
    proposal: Proposal, *, at: datetime, known: History | None = None
) -> None:
    """Write down when something next falls due with this proposal, if anything does.

    Whoever knows what its past is now says so, and it is not read again: in a city
    thousands support.
    """
    if known is None:
        proposal = read_with_history(proposal.pk)
    step = next_step(proposal, at=at, known=known)
    proposal.next_due_at = step and step.at
    proposal.save(update_fields=["next_due_at"])
    if step is None and proposal.put_at is not None:
        forget_addresses(proposal)


def note(
    deed: str,
    proposal: Proposal,
    *,
    by: Member | None,
    at: datetime,
    facts: Facts | None = None,
    words: Mapping[str, str] | None = None,
) -> None:
    """Write the deed's line in the journal; whoever did it is not dormant."""
    if by is not None and by.last_active_on < at.date():
        be_active(by, at=at)
    record(
        deed,
        about=proposal,
        by=by,
        at=at,
        facts={"number": proposal.number} | dict(facts or {}),
        words=words,
    )


def next_number(institution: Institution) -> int:
    """Count on from every proposal, so that no number others saw means two things.

    A draft that is thrown away was seen by nobody but its author, unless sponsors were
    asked about it. Journals from before drafts were silent have a line for each.
    """
    highest = Proposal.objects.filter(institution=institution).aggregate(Max("number"))
    lines = Line.objects.filter(institution=institution)
    held = lines.filter(deed="hold_proposal").values_list("facts", flat=True)
    seen = [int(facts["number"]) for facts in held]
    told = lines.filter(deed="draft_proposal").count()
    return 1 + max(highest["number__max"] or 0, told, *seen, 0)
