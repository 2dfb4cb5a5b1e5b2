"""What a room decided, on the day on which the charter has it looked at again.

A decision of an assembly is due as one by proposal is: so many days after it was made,
by the ordinary rule of the charter. It stays in force meanwhile. The next assembly that
takes the matter on decides it anew, and that decision has its own day.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from commonweal.capabilities.assemblies.models import Assembly
from commonweal.capabilities.assemblies.queries.consensus import carried
from commonweal.capabilities.assemblies.queries.listing import over
from commonweal.capabilities.assemblies.queries.rooms import Held, held
from commonweal.capabilities.assemblies.queries.veils import veils_in
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.rules.assemblies.talk import last_test
from commonweal.rules.charters.charter import rule_for
from commonweal.rules.days import days_later

# What nobody takes on in so many days after it was due is not brought up again.
WAITS = timedelta(days=120)
PART_AHEAD = 3


def due_again(
    institution: Institution, *, at: datetime, ahead: timedelta
) -> Iterator[tuple[Held, Assembly, str, datetime]]:
    """Give what rooms decided and is due by then, each with its matter and its day.

    The assembly comes as it is kept and as it is read, where words are hidden.
    """
    charter = charter_in_force(institution, at=at)
    days = rule_for(charter, None).review_after_days
    if not days:
        return
    # What is looked at again soon is not on its agenda as soon as it is made.
    ahead = min(ahead, timedelta(days=days // PART_AHEAD))
    newest = at + ahead - timedelta(days=days - 1)
    rows = over(institution, at=at).filter(
        opens_at__lte=newest, opens_at__gt=newest - ahead - WAITS
    )
    veils = veils_in(institution, at=at)
    for row in reversed(rows):
        row.institution = institution
        now = held(row, at=at, veils=veils)
        for item in now.now.agenda.items:
            made_at = _carried_at(now, item.id) if not item.standing else None
            due_at = days_later(made_at, days, charter.time_zone) if made_at else None
            if due_at is not None and due_at - ahead <= at:
                yield now, row, item.id, due_at


def _carried_at(now: Held, item: str) -> datetime | None:
    """Say when the room said yes to a matter; nothing where it did not."""
    made = [
        one
        for one in now.now.presence.decisions
        if one.item == item and one.settles and one.has_result and one.held
    ]
    if made:
        return made[-1].ended_at if now.verdict_on(made[-1]) else None
    test = last_test(now.now.presence.tests, item)
    return test.ended_at if test is not None and carried(now, test) else None
