"""What can be seen in a charter of what a confederation asks of every body."""

from typing import Any

from commonweal.rules.charters.charter import Charter, rule_for
from commonweal.rules.voting.decision_rule import DecisionRule

# Out of what agreement is counted, what is easier first.
OUT_OF = ("yes_and_no", "cast", "active_roll", "roll")
# What a body does in a confederation, each by a rule of its own.
ACTING = (
    *("send_delegates", "recall_delegate", "give_mandate"),
    *("answer_matter", "raise_matter"),
)


def one_member_one_vote(charter: Charter) -> bool:
    """Say whether whoever has a vote has it on the same things.

    Every class with a vote is on the list of voters of ordinary decisions, of changes
    of the charter, and of all that the body does in a confederation; none of these
    lists is for an office alone.
    """
    voting = {one.id for one in charter.classes if "vote" in one.rights}
    ours = (charter.rule(charter.ordinary_rule), charter.rule(charter.charter_rule))
    rules = [*(one for one in ours if one), *(rule_for(charter, a) for a in ACTING)]
    lists = [charter.franchise(rule.franchise) for rule in rules]
    return all(one and not one.office and voting <= one.classes for one in lists)


def delegates_recallable(charter: Charter) -> bool:
    """Say whether calling a delegate home takes no more than sending one.

    It asks the same members by the same way of counting; no larger part of them has to
    support it, to take part, or to agree, and it takes no more days.
    """
    sends = rule_for(charter, "send_delegates")
    recalls = rule_for(charter, "recall_delegate")
    if sends == recalls:
        return not sends.threshold.at_least and sends.support.share < 1
    same = (recalls.franchise, recalls.method) == (sends.franchise, sends.method)
    return same and all(
        asked <= asked_to_send
        for asked, asked_to_send in zip(_asks(recalls), _asks(sends), strict=True)
    )


def _asks(rule: DecisionRule) -> tuple[Any, ...]:
    """Give all that a rule asks, each the harder the larger."""
    threshold, quorum, support = rule.threshold, rule.quorum, rule.support
    return (
        (threshold.share, threshold.strict),
        OUT_OF.index(threshold.base),
        threshold.at_least,
        (quorum.kind != "none", quorum.share, quorum.at_least),
        support.share,
        support.at_least,
        rule.deliberation_days + rule.notice_days + rule.voting_days,
    )


def longest_term(charter: Charter) -> int:
    """Give the days of the longest term of office."""
    return max((one.term_days for one in charter.offices), default=0)
