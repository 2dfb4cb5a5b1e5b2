"""Who may speak here, and what whoever may not is told: who was called home, and when.

A delegate who was called home is a member of the confederation no longer, and nothing
there says any more who they were. So the reason is what their body did.
"""

from datetime import datetime
from uuid import UUID

from commonweal.capabilities.confederation.models import ConfederalDeed
from commonweal.capabilities.confederation.queries.bodies import seats_of
from commonweal.capabilities.confederation.queries.pictures import (
    bodies_of,
    names_of_bodies,
    people_named,
)
from commonweal.capabilities.decisions.models import Decision
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.people.models import Person
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import ALLOWED, Verdict, refused


def as_delegate(
    whole: Institution, member: Member | None, person: Person | None, *, at: datetime
) -> Verdict:
    """Let in who belongs to the confederation; tell its bodies' members who speaks.

    Refuses with `called_home` where a body of theirs called somebody home last, with
    `speaks_for_you` where it did not, and with `members_only`.
    """
    if member is not None:
        return ALLOWED
    theirs = bodies_of(whole, person, at=at) if person else []
    if not theirs:
        return refused("members_only")
    ids = [one.pk for one in theirs]
    rows = ConfederalDeed.objects.filter(
        institution=whole, body__in=ids, deed="recalled", done_at__lte=at
    )
    last = rows.order_by("number").last()
    body = last.body if last is not None and last.body else ids[0]
    facts = {
        "body": names_of_bodies({body}, at=at)[body][0],
        "speakers": _speakers(whole, body, at=at),
    }
    if last is None:
        return refused("speaks_for_you", **facts)
    by = _decision(last)
    return refused("called_home", on=last.done_at, decision=by, **facts)


def _speakers(whole: Institution, body: UUID, *, at: datetime) -> Sentence:
    holders = {
        one.holder
        for one in seats_of(whole, at=at, of=[body])
        if one.holder is not None
    }
    names = tuple(sorted(filter(None, people_named(holders).values())))
    if not names:
        return Sentence("no_delegate_speaks")
    return Sentence("speak_now", {"names": names})


def _decision(recalled: ConfederalDeed) -> Sentence:
    rows = Decision.objects.filter(institution=recalled.body)
    by = rows.filter(pk__in=[recalled.decision]).select_related("proposal")
    found = by.first()
    if found is None:
        return Sentence("by_a_decision")
    return Sentence("by_decision", {"number": found.proposal.number})
