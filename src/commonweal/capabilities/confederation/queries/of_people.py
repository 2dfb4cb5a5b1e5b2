"""What only bodies of people decide about themselves; others ask their bases."""

from datetime import datetime

from commonweal.capabilities.confederation.queries.changing import may_raise_change
from commonweal.capabilities.confederation.queries.may_belong import (
    may_join,
    may_leave_it,
    may_stay_after_all,
)
from commonweal.foundation.institutions.charters import Terms, charter_in_force
from commonweal.foundation.institutions.effect import Check
from commonweal.foundation.institutions.models import Institution
from commonweal.rules.verdict import Verdict, refused


def of_people(check: Check) -> Check:
    """Let delegates not decide what belongs to the bases that sent them."""

    def checked(institution: Institution, terms: Terms, at: datetime) -> Verdict:
        if charter_in_force(institution, at=at).pact is not None:
            return refused("bases_decide_it")
        return check(institution, terms, at)

    return checked


may_join_itself = of_people(may_join)
may_leave_itself = of_people(may_leave_it)
may_stay_itself = of_people(may_stay_after_all)
may_ask_all = of_people(may_raise_change)
