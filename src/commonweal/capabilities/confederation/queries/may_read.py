"""Who may read what a confederation does: its delegates, its bases, whom it lets."""

from datetime import datetime

from commonweal.capabilities.confederation.queries.naming import Reader, bases_of
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.people.models import Person
from commonweal.rules.charters.charter import Charter, Shown
from commonweal.rules.verdict import ALLOWED, Verdict, refused


def may_read(
    whole: Institution,
    charter: Charter,
    member: Member | None,
    person: Person | None,
    *,
    at: datetime,
) -> Verdict:
    """Let everybody read whose base is asked and bound, and others by the charter."""
    return _may(whole, charter, member, person, what="proposals", at=at)


def may_read_names(
    whole: Institution,
    charter: Charter,
    member: Member | None,
    person: Person | None,
    *,
    at: datetime,
) -> Verdict:
    """Let members of the bodies know who speaks for these, others by the charter.

    Whoever is sent holds an office, and is shown as those are.
    """
    return _may(whole, charter, member, person, what="officers", at=at)


def names_told_to(reader: Reader, charter: Charter) -> Verdict:
    """Let a reader who is known already know who speaks for the bodies."""
    may = reader.is_inside or "officers" in charter.public
    return ALLOWED if may else refused("together_not_public")


def is_of_a_body(whole: Institution, person: Person | None, *, at: datetime) -> bool:
    """Say whether somebody counts in a body of a confederation, or in one below it."""
    return bool(bases_of(whole, person, at=at))


def _may(
    whole: Institution,
    charter: Charter,
    member: Member | None,
    person: Person | None,
    *,
    what: Shown,
    at: datetime,
) -> Verdict:
    if member is not None or what in charter.public:
        return ALLOWED
    if is_of_a_body(whole, person, at=at):
        return ALLOWED
    return refused("together_not_public")
