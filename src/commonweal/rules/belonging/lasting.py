"""For how long somebody may do what their way of belonging lets them."""

from datetime import datetime

from commonweal.rules.charters.charter import MemberClass
from commonweal.rules.days import days_later


def rights_of(
    one: MemberClass | None, *, since: datetime, zone: str, at: datetime
) -> frozenset[str]:
    """Give what a member may do at an instant, who is of this class since another.

    Nothing without a class, and nothing once its days are over; at the last instant
    they are. `zone` is a name of the IANA database, for the days.
    """
    if one is None:
        return frozenset()
    is_over = one.lasts_days and at >= days_later(since, one.lasts_days, zone)
    return frozenset() if is_over else one.rights
