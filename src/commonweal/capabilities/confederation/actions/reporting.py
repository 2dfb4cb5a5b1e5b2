"""Delegates report on their mandates, and their base decides on the report."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from commonweal.capabilities.confederation import queries
from commonweal.capabilities.confederation.actions.belonging import locked
from commonweal.capabilities.confederation.actions.noting import Doing, note
from commonweal.capabilities.confederation.models import Matter
from commonweal.foundation.institutions.charters import Terms
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.text import clean_text
from commonweal.rules.verdict import require

LONGEST_REPORT = 20_000


@transaction.atomic
def report(matter: Matter, *, words: str, by: Member | None, at: datetime) -> None:
    """Add words to the report that was drafted; what was added before is replaced."""
    whole = lock(matter.institution, at=at)
    read = queries.matter_with(whole, matter.pk, at=at)
    assert read is not None, "whoever has the row can read it"
    held = queries.seat_held_by(whole, by, at=at)
    require(queries.may_add_words(read, held, at=at))
    assert held is not None
    said = clean_text(words, LONGEST_REPORT)
    doing = Doing("reported", held.body, read.matter, held.number, by, words=said)
    note(whole, doing, by=by, at=at)


@transaction.atomic
def discharge(
    institution: Institution, *, terms: Terms, decision: UUID, at: datetime
) -> None:
    """Discharge our delegates, or find that they did not keep to the mandate."""
    whole = locked(terms, at=at)
    require(queries.may_discharge(institution, terms, at))
    finding = queries.finding_in(terms)
    read = queries.matter_with(whole, terms["matter"], at=at)
    assert read is not None, "it was just found"
    assert finding is not None, "it was just read"
    doing = Doing(finding, institution.pk, read.matter, decision=decision)
    note(whole, doing, at=at)
