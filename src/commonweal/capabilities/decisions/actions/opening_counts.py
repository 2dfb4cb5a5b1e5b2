"""Open a count that is told in short: two tellers of then, and the journal says so."""

from datetime import datetime
from typing import Any

from django.db import transaction

from commonweal.capabilities.decisions import access
from commonweal.capabilities.decisions.actions.upkeep import Facts, note
from commonweal.capabilities.decisions.models import Question
from commonweal.capabilities.decisions.queries.bundles import full_bundle
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.rules.verdict import require


@transaction.atomic
def ask_to_open_count(question: Question, *, by: Member | None, at: datetime) -> None:
    """Ask, for all to see, that a closed count be opened; another has to ask too.

    Who the tellers are is what the charter said when the vote opened.
    """
    institution = lock(question.institution, at=at)
    charter = charter_in_force(institution, at=question.opens_at)
    require(access.may_ask_to_open(by, question, charter, at=at))
    facts: Facts = {"call": question.call}
    note("ask_to_open_count", question.proposal, by=by, at=at, facts=facts)


@transaction.atomic
def open_closed_count(
    question: Question, *, by: Member | None, at: datetime
) -> dict[str, Any]:
    """Give the whole bundle of a closed count to one of the two who asked for it."""
    institution = lock(question.institution, at=at)
    charter = charter_in_force(institution, at=question.opens_at)
    require(access.may_open_count(by, question, charter, at=at))
    facts: Facts = {"call": question.call}
    note("open_closed_count", question.proposal, by=by, at=at, facts=facts)
    return full_bundle(question)
