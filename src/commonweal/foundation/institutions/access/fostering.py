"""Whether others may start from the charter of an institution."""

from datetime import datetime

from commonweal.foundation.institutions.charters import charter_in_force
from commonweal.foundation.institutions.models import Institution
from commonweal.rules.charters.charter import Charter
from commonweal.rules.verdict import ALLOWED, Verdict, refused


def may_start_from(older: Institution, *, at: datetime) -> Verdict:
    """Let anybody start from a charter that is offered, and that strangers can read."""
    is_there = older.dissolved_at is None and not older.is_face_hidden(at)
    if is_there and is_offered(charter_in_force(older, at=at)):
        return ALLOWED
    return refused("charter_not_offered")


def is_offered(charter: Charter) -> bool:
    """Say whether a charter is offered to others, and open to them."""
    return charter.fostering.template and "charter" in charter.public
