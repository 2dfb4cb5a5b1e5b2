"""What terms about standards are called, fixed as they are written."""

from datetime import datetime

from commonweal.capabilities.confederation.queries.may_keep import (
    finding_in_terms,
    holding_in,
    standard_named,
)
from commonweal.capabilities.confederation.queries.meant import (
    Terms,
    named_by_other,
    named_by_row,
)
from commonweal.capabilities.confederation.queries.terms import whole_in
from commonweal.foundation.institutions.charters import charter_in_force
from commonweal.foundation.institutions.models import Institution


def named_by_standard(body: Institution, terms: Terms, at: datetime) -> Terms:
    """Name the confederation, what it asks for, and what is said of that."""
    _row, name, holds = holding_in(terms)
    terms = named_by_row(body, terms, at)
    return {**terms, **_standard(terms, name, at=at), "holds": holds}


def named_by_finding(body: Institution, terms: Terms, at: datetime) -> Terms:
    """Name the other body, and what is asked of it."""
    name, _holds = finding_in_terms(terms)
    return {**named_by_other(body, terms, at), **_standard(terms, name, at=at)}


def _standard(terms: Terms, name: str, *, at: datetime) -> Terms:
    found = whole_in(terms, at)
    there = standard_named(found.institution, name, at=at) if found else None
    if found is None or there is None:
        return {}
    charter = charter_in_force(found.institution, at=at)
    return {"standard": charter.said(there.name, charter.language)}
