"""Which confederation, body and matter terms are about."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from commonweal.capabilities.confederation.models import Body, Matter
from commonweal.capabilities.confederation.queries.bodies import pact_of
from commonweal.foundation.institutions.charters import Terms
from commonweal.foundation.institutions.models import (
    Institution,
    Member,
    OfInstitution,
)
from commonweal.rules.confederation.terms import Pact
from commonweal.rules.verdict import refused

NO_CONFEDERATION = refused("confederation_unknown")


class Whole(NamedTuple):
    """A confederation that terms are about, and its pact now."""

    institution: Institution
    pact: Pact


def whole_in(terms: Terms, at: datetime) -> Whole | None:
    """Find the confederation that terms are about, by whatever of it they name."""
    pk = _whose(terms)
    there = pk and Institution.objects.filter(pk=pk, dissolved_at=None).first()
    pact = pact_of(there, at=at) if there else None
    return Whole(there, pact) if there and pact else None


def _whose(terms: Terms) -> UUID | None:
    """Give the id of the confederation: its own, or that of a row of its."""
    if "confederation" in terms:
        return _id(terms["confederation"])
    if "matter" in terms:
        return _owner(Matter, terms["matter"])
    if "delegate" in terms:
        return _owner(Member, terms["delegate"])
    # The id of the body's row may stand before what it is about.
    names = ("other", "applicant", "membership", "under")
    named = next((terms[one] for one in names if terms.get(one)), "")
    return _owner(Body, str(named).partition(" ")[0])


def _owner(table: type[OfInstitution], named: object) -> UUID | None:
    pk = _id(named)
    rows = table._default_manager.filter(pk=pk) if pk else ()
    return next((row.institution_id for row in rows), None)


def body_in(terms: Terms) -> UUID | None:
    """Find the body that asks to come in."""
    pk = _id(terms.get("applicant"))
    row = Body.objects.filter(pk=pk).first() if pk else None
    return row.body if row else None


def competence_in(terms: Terms) -> str:
    """Give the competence that terms name, after whose it is."""
    return str(terms.get("under", "")).partition(" ")[2]


def _id(named: object) -> UUID | None:
    try:
        return UUID(str(named))
    except ValueError:
        return None


def ids_in(terms: Terms, name: str) -> list[UUID]:
    """Give the ids that terms list under a name, leaving out what is none."""
    listed = terms.get(name, [])
    if not isinstance(listed, Sequence) or isinstance(listed, str):
        return []
    try:
        return [UUID(str(one)) for one in listed]
    except ValueError:
        return []
