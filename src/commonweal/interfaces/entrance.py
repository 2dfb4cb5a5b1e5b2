"""Going into an institution, by whichever door: the same steps in the same order.

The institution is looked up, what fell due in it is written down, whoever asks is found
in it, and its clock is set. Who may not look in is told why by the door itself.
"""

from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.http import Http404
from django.utils import timezone

from commonweal.capabilities.confederation.queries import is_of_a_body
from commonweal.foundation import duties
from commonweal.foundation.institutions import queries
from commonweal.foundation.institutions.access import may_find
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.people.models import Person
from commonweal.foundation.threads.access import may_enter
from commonweal.rules.charters.charter import Charter
from commonweal.rules.verdict import ALLOWED, Verdict


class Entered(NamedTuple):
    """An institution as somebody finds it, and whether they may look in."""

    institution: Institution
    charter: Charter
    member: Member | None
    may: Verdict


def entered(address: str, person: Person | None, *, at: datetime) -> Entered:
    """Go to the institution at this address; raise `Http404` where nothing is shown."""
    found = _shown(address, person, at=at)
    if duties.settle(found.institution, at=at, found=found.due):
        # What fell due may have changed the charter, or who belongs.
        found = _shown(address, person, at=at)
    institution, charter, member, _ = found
    may = may_enter(member, institution, at=at)
    if not may and is_of_a_body(institution, person, at=at):
        # Whose base is asked is no stranger, and reads what it is asked.
        may = ALLOWED
    if may:
        timezone.activate(ZoneInfo(charter.time_zone))
    return Entered(institution, charter, member, may)


def _shown(address: str, person: Person | None, *, at: datetime) -> queries.Entrance:
    """Give what is there; what shows this reader nothing is as though it were not."""
    found = queries.entrance(address, person, at=at)
    if found is None or not may_find(found.member, found.charter):
        raise Http404("There is no institution at this address.")
    return found
