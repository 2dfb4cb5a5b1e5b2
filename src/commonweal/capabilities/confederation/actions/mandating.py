"""A body tells its delegates what to say, as it decided or as it voted."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from commonweal.capabilities.confederation import queries
from commonweal.capabilities.confederation.actions.belonging import locked
from commonweal.capabilities.confederation.actions.noting import Doing, note
from commonweal.foundation.institutions.charters import Terms
from commonweal.foundation.institutions.effect import Result
from commonweal.foundation.institutions.models import Institution
from commonweal.rules.canonical import Json
from commonweal.rules.confederation.mandates import Split, runs_out
from commonweal.rules.confederation.mandates import Terms as Mandate
from commonweal.rules.confederation.plain import mandate_to_plain
from commonweal.rules.verdict import ALLOWED, refused, require


@transaction.atomic
def give_mandate(
    institution: Institution, *, terms: Terms, decision: UUID, at: datetime
) -> None:
    """Tell our delegates what to say; what we told them before is replaced."""
    # What is shared out as we vote was told with the count.
    if terms.get("mandate") != queries.AS_WE_VOTE:
        whole = locked(terms, at=at)
        require(queries.may_give_mandate(institution, terms, at))
        mandate = queries.read_mandate(terms["mandate"])
        assert mandate is not None, "it was just read"
        _tell(institution, whole, terms, mandate, decision, at=at)


@transaction.atomic
def share_votes(
    institution: Institution, *, terms: Terms, result: Result, at: datetime
) -> None:
    """Have our delegates share our votes out as we voted, from a no as from a yes."""
    if terms.get("mandate") == queries.AS_WE_VOTE:
        whole = locked(terms, at=at)
        require(queries.may_give_mandate(institution, terms, at))
        yes, no, abstain = result.yes, result.no, result.abstain or 0
        require(refused("split_not_told") if yes is None or no is None else ALLOWED)
        assert yes is not None
        assert no is not None
        require(ALLOWED if yes + no + abstain else refused("split_nobody_voted"))
        split = Split(yes, no, abstain)
        _tell(institution, whole, terms, split, result.question, at=at)


def _tell(
    body: Institution,
    whole: Institution,
    terms: Terms,
    mandate: Mandate,
    decision: UUID,
    *,
    at: datetime,
) -> None:
    read = queries.matter_with(whole, terms["matter"], at=at)
    assert read is not None, "it was just found"
    until = runs_out(mandate, given_at=at)
    told = mandate_to_plain(mandate)
    facts: dict[str, Json] = {
        "text": str(terms.get("words") or read.text),
        "terms": told,
        "until": until.isoformat() if until else None,
    }
    doing = Doing("mandated", body.pk, read.matter, facts=facts, decision=decision)
    note(whole, doing, at=at)
