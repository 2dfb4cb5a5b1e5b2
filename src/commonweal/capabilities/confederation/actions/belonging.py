"""A body comes in, is spoken for, and goes, each by a decision of its own."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from commonweal.capabilities.confederation import queries
from commonweal.capabilities.confederation.actions.delegates import keep_to_seats
from commonweal.capabilities.confederation.actions.noting import Doing, note
from commonweal.capabilities.confederation.models import Body
from commonweal.foundation.institutions.charters import Terms
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Institution
from commonweal.rules.confederation.standing import Admitted, may_do
from commonweal.rules.verdict import ALLOWED, require


@transaction.atomic
def join(
    institution: Institution, *, terms: Terms, decision: UUID, at: datetime
) -> None:
    """Ask to come in. The first body begins the confederation and is in at once."""
    whole = locked(terms, at=at)
    require(queries.may_join(institution, terms, at))
    is_first = not queries.bodies_in(whole, at=at)
    body, is_new = Body.objects.get_or_create(
        institution=whole, body=institution.pk, defaults={"applied_at": at}
    )
    asked = Doing("applied", institution.pk, decision=decision)
    note(whole, asked, new=body if is_new else None, at=at)
    if is_first:
        begun = Doing("began", institution.pk, decision=decision)
        note(whole, begun, at=at)


@transaction.atomic
def speak_for(
    institution: Institution, *, terms: Terms, decision: UUID, at: datetime
) -> None:
    """Say yes to a body that has asked to come in; with enough of these it is in."""
    whole = locked(terms, at=at)
    require(queries.may_speak_for(institution, terms, at))
    other = queries.body_in(terms)
    pact = queries.pact_of(whole, at=at)
    assert other is not None
    assert pact is not None
    said = {"by": str(institution.pk)}
    note(whole, Doing("spoke_for", other, facts=said, decision=decision), at=at)
    now = queries.standing_of(whole, other, at=at)
    there = queries.bodies_in(whole, at=at)
    yes = sum(str(one) in now.sponsors for one in there)
    if may_do(pact.belonging, now, Admitted(yes, len(there), at)):
        facts = {"yes": yes, "of": len(there)}
        note(whole, Doing("admitted", other, facts=facts), at=at)


@transaction.atomic
def give_notice(
    institution: Institution, *, terms: Terms, decision: UUID, at: datetime
) -> None:
    """Say that we leave; once the days of notice are over we have left."""
    whole = locked(terms, at=at)
    require(queries.may_leave_it(institution, terms, at))
    note(whole, Doing("gave_notice", institution.pk, decision=decision), at=at)
    keep_to_seats(whole, at=at)


@transaction.atomic
def stay(
    institution: Institution, *, terms: Terms, decision: UUID, at: datetime
) -> None:
    """Take back that we leave, while the notice runs."""
    whole = locked(terms, at=at)
    require(queries.may_stay_after_all(institution, terms, at))
    note(whole, Doing("stayed", institution.pk, decision=decision), at=at)
    keep_to_seats(whole, at=at)


def locked(terms: Terms, *, at: datetime) -> Institution:
    """Hold the confederation that terms name. A body is held before it, never after."""
    found = queries.whole_in(terms, at)
    require(ALLOWED if found is not None else queries.NO_CONFEDERATION)
    assert found is not None
    return lock(found.institution, at=at)
