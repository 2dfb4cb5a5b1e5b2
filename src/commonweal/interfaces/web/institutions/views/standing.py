"""Who the reader is in this institution, where a page is for its members only."""

from commonweal.foundation.institutions.models import Member
from commonweal.interfaces.web.requests import InstitutionRequest
from commonweal.rules.verdict import Refused, refused


def as_member(request: InstitutionRequest) -> Member:
    """Give the reader's membership, or refuse the page to a stranger."""
    if request.member is None:
        raise Refused(refused("members_only"))
    return request.member
