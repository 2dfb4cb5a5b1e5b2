"""Who holds which office, for how long."""

from datetime import datetime
from typing import NamedTuple

from commonweal.foundation.institutions import queries
from commonweal.interfaces.web.requests import InstitutionRequest
from commonweal.rules.sentence import LocalText


class Officer(NamedTuple):
    """Somebody in an office."""

    name: str
    what: LocalText | str
    until: datetime


def officers_of(request: InstitutionRequest) -> list[Officer]:
    """List who holds an office now."""
    held = queries.officers(request.institution, at=request.at)
    return [
        Officer(one.holder.name, _named(request, one.office), one.until_at)
        for one in held
    ]


def _named(request: InstitutionRequest, office_id: str) -> LocalText | str:
    office = request.charter.office(office_id)
    return office.name if office else office_id
