"""Bodies want another one out, hear it, and say that it goes."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from commonweal.capabilities.confederation import queries
from commonweal.capabilities.confederation.actions.belonging import locked
from commonweal.capabilities.confederation.actions.delegates import goes, keep_to_seats
from commonweal.capabilities.confederation.actions.noting import Doing, note
from commonweal.foundation.institutions.charters import Terms
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.text import clean_text
from commonweal.rules.confederation.standing import may_do
from commonweal.rules.verdict import require

LONGEST_WHY = 20_000


@transaction.atomic
def accuse(
    institution: Institution, *, terms: Terms, decision: UUID, at: datetime
) -> None:
    """Say why another body should go; all hear it from now on."""
    whole = locked(terms, at=at)
    require(queries.may_accuse(institution, terms, at))
    row = queries.body_row(terms["other"])
    assert row is not None
    why = clean_text(str(terms.get("text", "")), LONGEST_WHY)
    by = {"by": str(institution.pk)}
    doing = Doing("accused", row.body, words=why, facts=by, decision=decision)
    note(whole, doing, at=at)


@transaction.atomic
def put_out(
    institution: Institution, *, terms: Terms, decision: UUID, at: datetime
) -> None:
    """Say that another body goes; once enough of the others have said so, it does."""
    whole = locked(terms, at=at)
    require(queries.may_say_out(institution, terms, at))
    row, pact = queries.body_row(terms["other"]), queries.pact_of(whole, at=at)
    assert row is not None
    assert pact is not None
    by = {"by": str(institution.pk)}
    note(whole, Doing("said_out", row.body, facts=by, decision=decision), at=at)
    now = queries.standing_of(whole, row.body, at=at)
    judged = queries.judged(whole, row.body, at=at)
    if may_do(pact.belonging, now, judged):
        counts = {"yes": judged.yes, "of": judged.of}
        note(whole, Doing("put_out", row.body, facts=counts), at=at)
        goes(whole, row.body, at=at)
        keep_to_seats(whole, at=at)
