"""A decision rule said in one breath, with the numbers of this institution today.

"Carried if at least 49 of 98 members vote, and more than two thirds of the ballots
that say yes or no say yes."
"""

from dataclasses import replace
from fractions import Fraction

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.consensus_limits import terms_of
from commonweal.rules.voting.decision_rule import (
    DecisionRule,
    Quorum,
    Threshold,
    needed_for,
)
from commonweal.rules.voting.method import Uncountable

MEMBERS = Sentence("word_members")
HALF = Fraction(1, 2)
OF_A_SHARE = ("share_of_roll", "share_of_active_roll")
COMMON_SHARES = {
    HALF: "share_half",
    Fraction(1, 3): "share_third",
    Fraction(2, 3): "share_two_thirds",
    Fraction(1, 4): "share_quarter",
    Fraction(3, 4): "share_three_quarters",
    Fraction(1, 5): "share_fifth",
    Fraction(4, 5): "share_four_fifths",
    Fraction(1, 10): "share_tenth",
    Fraction(9, 10): "share_nine_tenths",
    Fraction(0): "share_none",
    Fraction(1): "share_all",
}


def rule_sentences(
    rule: DecisionRule,
    *,
    electorate: int,
    active: int,
    second_call: bool = False,
    method: Sentence | None = None,
    members: Fact = MEMBERS,
) -> tuple[Sentence, ...]:
    """Say what must happen for this rule to decide, given the roll of today.

    The first sentence is the rule. A second names the `method` that counts, if it is
    given and the question is not a plain yes or no, one says of how few secret ballots
    no count is told, and a last one what a second call would ask for. `members` is what
    this institution calls its members.
    """
    assert 0 <= active <= electorate
    people: dict[str, Fact] = {
        "electorate": electorate,
        "active": active,
        "members": members,
    }
    again = rule.second_call
    quorum = again.quorum if second_call and again else rule.quorum
    said = [_condition(rule, quorum_clause(quorum, people), people)]
    if method is not None and not rule.asks_one_text:
        said.append(Sentence("rule_counted_by", {"method": method}))
    if rule.is_secret:
        said.append(Sentence("rule_secret_floor", {"floor": rule.floor}))
    if again is not None and not second_call and quorum_clause(quorum, people):
        said.append(_second_call(again.after_days, quorum_clause(again.quorum, people)))
    return tuple(said)


def _condition(
    rule: DecisionRule, quorum: Sentence | None, people: dict[str, Fact]
) -> Sentence:
    if rule.is_consensus:
        limits = consensus_limits(rule)
        if quorum is None:
            return limits
        return Sentence("rule_consensus_if", {"quorum": quorum, "limits": limits})
    if not rule.asks_one_text:
        if quorum is None:
            return Sentence("rule_decided_by_any")
        return Sentence("rule_decided_if", {"quorum": quorum})
    agreement = agreement_clause(rule.threshold, people)
    if quorum is None:
        return Sentence("rule_carried_by_any", {"agreement": agreement})
    facts: dict[str, Fact] = {"quorum": quorum, "agreement": agreement}
    return Sentence("rule_carried_if", facts)


def _second_call(days: int, quorum: Sentence | None) -> Sentence:
    if quorum is None:
        return Sentence("rule_second_call_any", {"days": days})
    return Sentence("rule_second_call", {"days": days, "quorum": quorum})


def needed_now(quorum: Quorum, people: dict[str, Fact]) -> int:
    """Say how many make this quorum among these people."""
    electorate, active = people["electorate"], people["active"]
    assert isinstance(electorate, int)
    assert isinstance(active, int)
    return needed_for(quorum, electorate=electorate, active=active)


def quorum_clause(quorum: Quorum, people: dict[str, Fact]) -> Sentence | None:
    """Say how many must take part, as part of a sentence; None if nobody must.

    Where nobody is on the roll yet a share is said as one, and a number that is more
    than there are as that.
    """
    needed, there = needed_now(quorum, people), people["electorate"]
    assert isinstance(there, int)
    facts: dict[str, Fact] = {"needed": needed, **people}
    if not needed:
        if quorum.kind not in OF_A_SHARE or not quorum.share:
            return None
        return Sentence(
            f"quorum_{quorum.kind}", facts | {"share": share_words(quorum.share)}
        )
    if quorum.kind == "positive_votes":
        return Sentence("quorum_yes" if needed <= there else "quorum_yes_beyond", facts)
    if needed > there:
        return Sentence("quorum_vote_beyond", facts)
    if quorum.kind == "share_of_active_roll" and needed > quorum.at_least:
        return Sentence("quorum_active", facts | {"share": share_words(quorum.share)})
    return Sentence("quorum_vote", facts)


def agreement_clause(threshold: Threshold, people: dict[str, Fact] | None) -> Sentence:
    """Say how many must agree, as part of a sentence; without `people`, of any roll."""
    facts: dict[str, Fact] = {"share": share_words(threshold.share), **(people or {})}
    passed = "above" if threshold.strict else "reached"
    of_roll = threshold.base in ("roll", "active_roll")
    whose = "any_" if of_roll and people is None else ""
    agreement = Sentence(f"agreement_{whose}{threshold.base}_{passed}", facts)
    if replace(threshold, at_least=0) == Threshold("yes_and_no", HALF, strict=True):
        agreement = Sentence("agreement_more_yes_than_no")
    if not threshold.at_least:
        return agreement
    facts = {"agreement": agreement, "number": threshold.at_least}
    return Sentence("agreement_and_number", facts)


def consensus_limits(rule: DecisionRule) -> Sentence:
    """Say what stops a consensus under this rule, and how much doubt it bears."""
    try:
        terms = terms_of(rule.settings)
    except Uncountable as problem:
        # A charter that is still being written; the check objects to it.
        return problem.reason
    return Sentence(
        "consensus_limits",
        {
            "stop": _blocks_words(terms.blocks_to_stop, terms.blocks_share),
            "aside": _limit_words(terms.stand_asides_most, terms.stand_asides_share),
            "reserved": _limit_words(terms.reservations_most, terms.reservations_share),
        },
    )


def _blocks_words(heads: int, share: Fraction) -> Sentence:
    if not share:
        return Sentence("blocks_stop", {"heads": heads})
    if heads <= 1:
        return Sentence("blocks_share_stops", {"share": share_words(share)})
    facts: dict[str, Fact] = {"heads": heads, "share": share_words(share)}
    return Sentence("blocks_either_stop", facts)


def _limit_words(heads: int, share: Fraction) -> Fact:
    if not share:
        return heads
    if not heads:
        return Sentence("limit_share", {"share": share_words(share)})
    facts: dict[str, Fact] = {"heads": heads, "share": share_words(share)}
    return Sentence("limit_either", facts)


def share_words(share: Fraction) -> Sentence:
    """Say an exact share as people do: "two thirds", else "7 in every 12"."""
    known = COMMON_SHARES.get(share)
    if known is not None:
        return Sentence(known)
    facts: dict[str, Fact] = {"part": share.numerator, "whole": share.denominator}
    return Sentence("share_in_every", facts)
