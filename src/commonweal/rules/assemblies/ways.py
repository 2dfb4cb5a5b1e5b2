"""How the room may decide, by the ordinary rule of the charter."""

from commonweal.rules.verdict import ALLOWED, Verdict, refused
from commonweal.rules.voting.decision_rule import MOTION, DecisionRule


def may_show_hands(rule: DecisionRule) -> Verdict:
    """Refuse hands, and phones beside them, where the ordinary rule is another way."""
    if rule.ballot == "secret":
        return refused("hands_are_not_secret")
    if rule.is_consensus:
        return refused("hands_are_no_consensus")
    return ALLOWED if rule.method == MOTION else refused("not_decided_by_hands")


def may_use_slips(rule: DecisionRule) -> Verdict:
    """Let the room decide in secret what is answered by yes and no."""
    return ALLOWED if rule.method == MOTION else refused("not_decided_by_hands")
