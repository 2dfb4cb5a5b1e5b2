"""How a test for consensus runs in the room, by the charter's ordinary rule.

Where that rule is consensus, its limits hold in the room too. Where it is a vote, the
room may look for consensus first: what is found has to carry as a vote as well, and
what is not found can be voted on.
"""

from dataclasses import replace

from commonweal.rules.assemblies.state import IN_THE_ROOM, Room
from commonweal.rules.consensus.charter_terms import Talks
from commonweal.rules.consensus.state import Process
from commonweal.rules.consensus.terms import Consensus
from commonweal.rules.verdict import ALLOWED, Verdict, refused
from commonweal.rules.voting.consensus_limits import terms_of
from commonweal.rules.voting.decision_rule import (
    MOTION,
    DecisionRule,
    Quorum,
    Threshold,
)
from commonweal.rules.voting.thresholds import Answers, judge


def may_test_by(rule: DecisionRule) -> Verdict:
    """Say whether the room may look for consensus under this rule.

    Positions are seen by others, so it may not where ballots are secret.
    """
    if rule.is_secret:
        return refused("positions_are_not_secret")
    return ALLOWED if rule.asks_one_text else refused("not_decided_by_hands")


def in_the_room(rule: DecisionRule, talks: Talks) -> Consensus:
    """Give the terms of a test in the room under this rule.

    What the charter says of talks is for where consensus is the rule; elsewhere there
    is a vote anyway.
    """
    if not rule.is_consensus:
        return IN_THE_ROOM
    limits = replace(
        terms_of(rule.settings),
        test_days=IN_THE_ROOM.test_days,
        fallback_days=IN_THE_ROOM.fallback_days,
    )
    return talks.on(limits)


def rule_in(room: Room, item: str) -> DecisionRule:
    """Give the rule by which yes and no are judged in the room on a matter."""
    standing = any(one.id == item and one.standing for one in room.items)
    rule = room.rule
    if standing:
        rule = replace(rule, method=MOTION, threshold=Threshold())
    elif rule.is_consensus:
        rule = last_vote(rule, room.consensus)
    return replace(rule, quorum=Quorum())


def last_vote(rule: DecisionRule, terms: Consensus) -> DecisionRule:
    """Give the rule of the vote that is left when talking has not helped."""
    share = Threshold("yes_and_no", terms.fallback, strict=False)
    return replace(rule, method=MOTION, threshold=share, quorum=Quorum())


def carries(rule: DecisionRule, found: Process, *, asked: int) -> Verdict:
    """Say whether a consensus that was found decides, of so many who were asked.

    Where the ordinary rule is a vote, whoever agrees says yes, with reservations too;
    whoever stands aside abstains, and whoever objects or blocks says no.
    """
    if rule.is_consensus:
        return ALLOWED
    count = found.count
    yes, no = count("agree") + count("reservations"), count("object") + count("block")
    answers = Answers(asked, asked, yes, no, count("stand_aside"))
    return judge(replace(rule, method=MOTION, quorum=Quorum()), answers)
