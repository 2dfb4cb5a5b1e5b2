"""What the tellers do for a secret vote: here, open a count that is closed."""

from datetime import datetime
from typing import Any

from django.db import transaction

from commonweal.capabilities.decisions import access
from commonweal.capabilities.decisions.actions.upkeep import note
from commonweal.capabilities.decisions.models import Question
from commonweal.capabilities.decisions.queries.bundles import full_bundle
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.rules.verdict import ALLOWED, refused, require


@transaction.atomic
def open_closed_count(
    question: Question, *, by: Member | None, at: datetime
) -> dict[str, Any]:
    """Give a teller the whole bundle of a count that is told in short; all learn of it.

    Who the tellers are is what the charter said when the vote opened.
    """
    institution = lock(question.institution, at=at)
    charter = charter_in_force(institution, at=question.opens_at)
    require(access.may_tell(by, charter, at=at))
    over = question.settled_at is not None
    require(ALLOWED if over else refused("vote_not_over", closes=question.closes_at))
    require(refused("count_not_closed") if question.is_shown else ALLOWED)
    note(
        "open_closed_count",
        question.proposal,
        by=by,
        at=at,
        facts={"call": question.call},
    )
    return full_bundle(question)
