"""Whether what a room counted carried, by the charter's ordinary rule.

Agreement is counted out of those counted in the room; whether enough were there was
asked by the assembly's own quorum. Where the ordinary rule is consensus, hands and
phones have the last vote of that rule. On minutes, which decide nothing, it takes more
yes than no.
"""

from commonweal.rules.assemblies.consenting import rule_in
from commonweal.rules.assemblies.counting import Decision, Hands
from commonweal.rules.assemblies.rivals import chosen
from commonweal.rules.assemblies.state import Room
from commonweal.rules.verdict import Verdict
from commonweal.rules.voting.thresholds import Answers, judge


def verdict_on(room: Room, decision: Decision) -> Verdict | None:
    """Say whether what was counted carried; None where nothing was."""
    if not decision.has_result or decision.held is None:
        return None
    if not decision.held:
        return decision.held
    if decision.options:
        return chosen(room, decision).verdict
    found = decision.result
    assert found, "what has a result was counted"
    return judge(rule_in(room, decision.item), answers(decision, found))


def answers(decision: Decision, found: Hands) -> Answers:
    """Give what was counted as the rules of voting know it."""
    there = len(decision.counted)
    return Answers(there, there, found.yes, found.no, found.abstain)
