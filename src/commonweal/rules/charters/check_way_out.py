"""The rule for changing the charter: no weaker than the ordinary one, never stuck.

A quorum that was easy at twenty members can be out of reach at two hundred sleepy
ones. If the rule for changing the charter were caught like that, nothing could mend
it any more. So it needs a way out that is always open: a second call that asks for
less, or a count of active members, with dormancy to say who is active.
"""

from collections.abc import Iterator
from fractions import Fraction

from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.decision_rule import DecisionRule, Quorum

# Two years: longer than that, a charter outlives those who could change it.
LONGEST_CHANGE = 730
# From the easiest to pass to the hardest: the same share of more people is more.
BASES_BY_WEIGHT = ("yes_and_no", "cast", "active_roll", "roll")


def objections_to_charter_rule(charter: Charter) -> Iterator[Sentence]:
    """List what speaks against the rule by which the charter itself is changed."""
    rule = charter.rule(charter.charter_rule)
    if rule is None or not rule.asks_one_text:
        return
    if not _quorum_has_way_out(charter, rule):
        yield Sentence("charter_quorum_could_lock", {"rule": rule.title})
    if not _threshold_has_way_out(charter, rule):
        yield Sentence("charter_threshold_could_lock", {"rule": rule.title})
    days = _days_to_change(charter, rule)
    if days > LONGEST_CHANGE:
        facts: dict[str, Fact] = {
            "rule": rule.title,
            "days": days,
            "most": LONGEST_CHANGE,
        }
        yield Sentence("charter_change_takes_too_long", facts)
    ordinary = charter.rule(charter.ordinary_rule)
    if ordinary is not None and ordinary.asks_one_text and _weaker(rule, ordinary):
        both: dict[str, Fact] = {"rule": rule.title, "ordinary": ordinary.title}
        yield Sentence("charter_rule_too_weak", both)


def _days_to_change(charter: Charter, rule: DecisionRule) -> int:
    """Count the days an amendment needs at the least, and newcomers wait to vote."""
    franchise = charter.franchise(rule.franchise)
    waiting = franchise.joined_days_before if franchise is not None else 0
    voting = rule.deliberation_days + rule.notice_days + rule.voting_days
    return waiting + voting + rule.in_force_after_days


def _quorum_has_way_out(charter: Charter, rule: DecisionRule) -> bool:
    again = rule.second_call
    quorums = (rule.quorum,) if again is None else (rule.quorum, again.quorum)
    return any(_always_within_reach(charter, rule, quorum) for quorum in quorums)


def _always_within_reach(charter: Charter, rule: DecisionRule, quorum: Quorum) -> bool:
    """Say whether those who still take part can always make the quorum."""
    if quorum.kind == "none":
        return True
    if quorum.at_least > 1:
        return False
    if quorum.kind == "share_of_active_roll":
        return charter.activity.dormant_after_days is not None
    return quorum.kind != "share_of_roll" or _only_active(charter, rule)


def _threshold_has_way_out(charter: Charter, rule: DecisionRule) -> bool:
    threshold = rule.threshold
    if threshold.at_least > 1:
        return False
    if threshold.base == "active_roll":
        return charter.activity.dormant_after_days is not None
    return threshold.base != "roll" or _only_active(charter, rule)


def _only_active(charter: Charter, rule: DecisionRule) -> bool:
    """Say whether the roll of this rule loses those who fall silent."""
    franchise = charter.franchise(rule.franchise)
    dormancy = charter.activity.dormant_after_days is not None
    return dormancy and franchise is not None and franchise.active_only


def _weaker(rule: DecisionRule, other: DecisionRule) -> bool:
    return _strength(rule) < _strength(other)


def _strength(rule: DecisionRule) -> tuple[Fraction, bool, int]:
    threshold = rule.threshold
    weight = BASES_BY_WEIGHT.index(threshold.base)
    return threshold.share, threshold.strict, weight
