"""What can be seen in a charter of what a confederation asks of every body."""

from commonweal.rules.charters.charter import Charter, rule_for
from commonweal.rules.voting.decision_rule import DecisionRule


def one_member_one_vote(charter: Charter) -> bool:
    """Say whether whoever has a vote has it on the same things.

    Every class with a vote is on the list of voters of ordinary decisions and of
    changes of the charter.
    """
    voting = {one.id for one in charter.classes if "vote" in one.rights}
    rules = (charter.rule(charter.ordinary_rule), charter.rule(charter.charter_rule))
    lists = (charter.franchise(rule.franchise) for rule in rules if rule)
    return all(one is not None and voting <= one.classes for one in lists)


def delegates_recallable(charter: Charter) -> bool:
    """Say whether calling a delegate home takes no more than sending one.

    No larger part of the members has to take part, nor to agree.
    """
    sends = rule_for(charter, "send_delegates")
    recalls = rule_for(charter, "recall_delegate")
    if sends == recalls:
        return True
    asked, asked_to_send = recalls.threshold, sends.threshold
    agree = (asked.share, asked.strict) <= (asked_to_send.share, asked_to_send.strict)
    return agree and _least_there(recalls) <= _least_there(sends)


def longest_term(charter: Charter) -> int:
    """Give the days of the longest term of office."""
    return max((one.term_days for one in charter.offices), default=0)


def _least_there(rule: DecisionRule) -> tuple[bool, object, int]:
    quorum = rule.quorum
    return quorum.kind != "none", quorum.share, quorum.at_least
