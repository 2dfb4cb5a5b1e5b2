"""Which terms a decision could carry out: asked before the vote, and again after it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from commonweal.foundation.institutions.access.belonging import has_right
from commonweal.foundation.institutions.access.confederating import (
    may_change_from_within,
)
from commonweal.foundation.institutions.charters import (
    Terms,
    amended,
    charter_in_force,
)
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.text import clean_name, clean_text
from commonweal.rules.charters.charter import Charter
from commonweal.rules.verdict import (
    ALLOWED,
    Refused,
    Verdict,
    first_refusal,
    refused,
)

LONGEST_NAME = 120
LONGEST_TITLE = 200
LONGEST_TEXT = 20_000


def may_charter_become(institution: Institution, terms: Terms, at: datetime) -> Verdict:
    """Allow an amendment whose outcome contradicts neither itself nor this node."""
    charter = charter_in_force(institution, at=at)
    outcome = amended(charter, terms)
    return first_refusal(
        may_change_from_within(charter),
        ALLOWED
        if isinstance(outcome, Charter)
        else refused("charter_objections", objections=outcome),
    )


def may_office_be_filled(
    institution: Institution, terms: Terms, at: datetime
) -> Verdict:
    """Allow filling an office of the charter, by members who may stand for it.

    Before the vote the terms name the office alone; afterwards its holders as well.
    """
    charter = charter_in_force(institution, at=at)
    office = charter.office(str(terms.get("office")))
    if office is None:
        return refused("office_unknown")
    if office.filled_by == "lot":
        return refused("office_by_lot", office=office.name)
    if "holders" not in terms:
        return ALLOWED
    ids = _ids(terms["holders"])
    if not ids or len(set(ids)) > office.seats:
        return refused("office_seats", seats=office.seats, chosen=len(ids))
    found = Member.objects.filter(institution=institution, joined_at__lte=at).in_bulk(
        ids
    )
    return first_refusal(
        *(has_right(found.get(one), charter, "stand", at=at) for one in ids)
    )


def _ids(listed: object) -> list[UUID]:
    if not isinstance(listed, Sequence) or isinstance(listed, str):
        return []
    try:
        return [UUID(str(one)) for one in listed]
    except ValueError:
        return []


def may_be_adopted(institution: Institution, terms: Terms, at: datetime) -> Verdict:
    """Allow adopting a statement that is not too long and whose title says something.

    Before the vote the words may still be missing: the proposal's own are adopted.
    """
    assert at >= institution.founded_at
    title, text = terms.get("title"), terms.get("text", "")
    if not isinstance(title, str | None) or not isinstance(text, str):
        return refused("terms_unreadable")
    try:
        clean_text(text, LONGEST_TEXT)
    except Refused as refusal:
        return refusal.verdict
    return ALLOWED if title is None else may_be_name(title, LONGEST_TITLE)


def may_be_name(name: str, limit: int) -> Verdict:
    """Allow a name that says something and is not too long."""
    try:
        clean_name(name, limit)
    except Refused as refusal:
        return refusal.verdict
    return ALLOWED
