"""What whoever calls an assembly is told beforehand."""

from datetime import datetime

from commonweal.capabilities.assemblies import access
from commonweal.rules.charters.charter import Charter, rule_for
from commonweal.rules.days import days_later
from commonweal.rules.verdict import Verdict


def soonest_beginning(charter: Charter, *, at: datetime) -> datetime:
    """Give when one that is called now can begin, by the charter's notice."""
    return days_later(at, charter.assemblies.notice_days, charter.time_zone)


def may_show_hands_by(charter: Charter) -> Verdict:
    """Say whether the room decides by a show of hands, by the ordinary rule."""
    return access.may_show_hands(rule_for(charter, None))
