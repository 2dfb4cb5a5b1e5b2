"""Whether what a room counted carried, by the charter's ordinary rule.

Agreement is counted out of those counted in the room; whether enough were there was
asked by the assembly's own quorum. Where the ordinary rule is consensus, hands and
phones have the last vote of that rule. On minutes, which decide nothing, it takes more
yes than no.
"""

from dataclasses import replace

from commonweal.rules.assemblies.consenting import last_vote
from commonweal.rules.assemblies.counting import Decision, Hands
from commonweal.rules.assemblies.state import Room
from commonweal.rules.verdict import Verdict
from commonweal.rules.voting.decision_rule import (
    MOTION,
    DecisionRule,
    Quorum,
    Threshold,
)
from commonweal.rules.voting.thresholds import Answers, judge


def verdict_on(room: Room, decision: Decision) -> Verdict | None:
    """Say whether what was counted carried; None where nothing was."""
    found = decision.result
    if found is None or decision.held is None:
        return None
    if not decision.held:
        return decision.held
    return judge(rule_in(room, decision.item), answers(decision, found))


def rule_in(room: Room, item: str) -> DecisionRule:
    """Give the rule by which yes and no are judged in the room on a matter."""
    standing = any(one.id == item and one.standing for one in room.items)
    rule = room.rule
    if standing:
        rule = replace(rule, method=MOTION, threshold=Threshold())
    elif rule.is_consensus:
        rule = last_vote(rule, room.consensus)
    return replace(rule, quorum=Quorum())


def answers(decision: Decision, found: Hands) -> Answers:
    """Give what was counted as the rules of voting know it."""
    there = len(decision.counted)
    return Answers(there, there, found.yes, found.no, found.abstain)
