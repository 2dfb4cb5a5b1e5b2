"""Who speaks from a seat here, where a page or a deed is for delegates only."""

from commonweal.capabilities.confederation import queries
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.people.models import Person
from commonweal.interfaces.web.requests import InstitutionRequest
from commonweal.rules.verdict import require


def as_delegate(request: InstitutionRequest) -> Member:
    """Give the reader's place among the delegates, or say who speaks for their body."""
    person = request.user if isinstance(request.user, Person) else None
    whole, member = request.institution, request.member
    require(queries.as_delegate(whole, member, person, at=request.at))
    assert member is not None
    return member
