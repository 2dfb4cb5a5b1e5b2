"""Bodies say how it is with what is asked of all, and what they plan about it."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from commonweal.capabilities.confederation import queries
from commonweal.capabilities.confederation.actions.belonging import locked
from commonweal.capabilities.confederation.actions.noting import Doing, note
from commonweal.capabilities.confederation.queries.acts import act_in, may_act
from commonweal.capabilities.confederation.queries.may_keep import (
    finding_in_terms,
    holding_in,
    may_find,
    may_plan,
    may_say_kept,
)
from commonweal.foundation.institutions.charters import Terms
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.text import clean_text
from commonweal.rules.canonical import Json
from commonweal.rules.verdict import require

LONGEST_WORDS = 20_000


@transaction.atomic
def say_kept(
    institution: Institution, *, terms: Terms, decision: UUID, at: datetime
) -> None:
    """Say how it is with something that is asked of us."""
    whole = locked(terms, at=at)
    require(may_say_kept(institution, terms, at))
    _row, standard, holds = holding_in(terms)
    facts: dict[str, Json] = {"standard": standard, "holds": holds}
    doing = Doing("said_kept", institution.pk, facts=facts, decision=decision)
    note(whole, doing, at=at)


@transaction.atomic
def find_kept(
    institution: Institution, *, terms: Terms, decision: UUID, at: datetime
) -> None:
    """Say of another body that it keeps something or does not, and why."""
    whole = locked(terms, at=at)
    require(may_find(institution, terms, at))
    row = queries.body_row(terms["other"])
    assert row is not None
    standard, holds = finding_in_terms(terms)
    by = str(institution.pk)
    facts: dict[str, Json] = {"standard": standard, "holds": holds, "by": by}
    words = _text_in(terms)
    doing = Doing("found_kept", row.body, words=words, facts=facts, decision=decision)
    note(whole, doing, at=at)


@transaction.atomic
def plan_to_keep(
    institution: Institution, *, terms: Terms, decision: UUID, at: datetime
) -> None:
    """Say how we put something right that is asked of us."""
    whole = locked(terms, at=at)
    require(may_plan(institution, terms, at))
    words = _text_in(terms)
    facts: dict[str, Json] = {"standard": holding_in(terms)[1]}
    doing = Doing(
        "planned_to_keep", institution.pk, words=words, facts=facts, decision=decision
    )
    note(whole, doing, at=at)


@transaction.atomic
def act(
    institution: Institution, *, terms: Terms, decision: UUID, at: datetime
) -> None:
    """Do what all had to agree to first, and tell them."""
    whole = locked({"under": terms.get("under")}, at=at)
    require(may_act(institution, terms, at))
    listed = act_in(whole, terms, at=at)
    assert listed is not None
    words = _text_in(terms)
    facts: dict[str, Json] = {"act": listed.id, "matter": str(terms["matter"])}
    doing = Doing("acted", institution.pk, words=words, facts=facts, decision=decision)
    note(whole, doing, at=at)


def _text_in(terms: Terms) -> str:
    """Give the text that was decided with the terms."""
    return clean_text(str(terms.get("text", "")), LONGEST_WORDS)
