"""What whoever calls an assembly is told beforehand."""

from datetime import datetime

from commonweal.rules.assemblies.consenting import may_test_by
from commonweal.rules.assemblies.ways import may_show_hands
from commonweal.rules.charters.charter import Charter, rule_for
from commonweal.rules.days import days_later
from commonweal.rules.verdict import Verdict


def soonest_beginning(charter: Charter, *, at: datetime) -> datetime:
    """Give when one that is called now can begin, by the charter's notice."""
    return days_later(at, charter.assemblies.notice_days, charter.time_zone)


def may_show_hands_by(charter: Charter) -> Verdict:
    """Say whether the room decides by a show of hands, by the ordinary rule."""
    return may_show_hands(rule_for(charter, None))


def may_find_consensus_by(charter: Charter) -> Verdict:
    """Say whether the room decides by consensus, by the ordinary rule."""
    return may_test_by(rule_for(charter, None))


def decided_here_by(charter: Charter) -> str:
    """Say how the room decides first of all: by hands, slips or consensus."""
    if may_show_hands_by(charter):
        return "hands"
    return "consensus" if may_find_consensus_by(charter) else "slips"
