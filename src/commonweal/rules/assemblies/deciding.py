"""Decisions in the room: who is counted, what hands were shown, and whether it holds.

Who is counted is fixed when a decision begins. Hands are counted by two people who
each have a role, neither of whom is shown what the other counted; only a number that
both came to is taken, and where they differ both count anew. Proxies are hands too, so
that nobody counts more hands than there are members counted.

Source: Robert's Rules of Order Newly Revised, 10th ed., on a counted rising vote and
its tellers; the count by two is that of paper ballots here.
"""

from dataclasses import replace

from commonweal.rules.assemblies.events import (
    ROLES,
    Counted,
    Deciding,
    DecisionBegan,
    DecisionEnded,
)
from commonweal.rules.assemblies.quorum import Quorum, counted, quorum
from commonweal.rules.assemblies.state import (
    Assembly,
    Decision,
    Hands,
    Presence,
    Room,
)
from commonweal.rules.verdict import ALLOWED, Verdict, refused


def may_decide(room: Room, now: Assembly, event: Deciding) -> Verdict:
    """Say whether a decision can begin, be counted or end now, by whoever does it."""
    match event:
        case DecisionBegan():
            return _may_begin(room, now, event)
        case Counted():
            return _may_count(now, event)
        case DecisionEnded():
            return _may_end(now, event)


def decided(room: Room, now: Presence, event: Deciding) -> Presence:
    """Give the presence after a step of a decision that may be done."""
    match event:
        case DecisionBegan():
            item = next(one for one in room.items if one.id == event.item)
            needed = quorum(room, now, item).needed
            begun = Decision(event.item, event.at, counted(room, now), needed)
            return replace(now, decisions=(*now.decisions, begun))
        case Counted():
            return _with(now, _counted(_going_on(now), event))
        case DecisionEnded():
            return _with(now, _ended(room, now, event))


def _may_begin(room: Room, now: Assembly, event: DecisionBegan) -> Verdict:
    if not now.is_one_of(event.by, "facilitator"):
        return refused("only_the_facilitator")
    if now.presence.deciding:
        return refused("decision_goes_on")
    item = now.agenda.item(event.item)
    if item is None or event.item != now.agenda.current:
        return refused("not_the_matter_at_hand")
    if not item.decides:
        return refused("no_decision_was_announced")
    if now.presence.is_decided(event.item):
        return refused("decided_already")
    if event.item in now.back.agreed:
        return refused("minutes_are_settled_here")
    may = quorum(room, now.presence, item).verdict
    if not may and now.presence.second_called_at and item.needs_full:
        return refused("second_call_cannot_decide_this")
    return may


def _may_count(now: Assembly, event: Counted) -> Verdict:
    if not now.is_one_of(event.by, *ROLES):
        return refused("only_roles_count_hands")
    decision = now.presence.deciding
    if decision is None:
        return refused("no_decision_goes_on")
    if min(event.yes, event.no, event.abstain) < 0:
        return refused("hands_are_counted_up")
    if decision.hands is not None:
        return refused("hands_are_counted")
    if event.by in decision.counts:
        return refused("has_counted")
    most = len(decision.counted)
    if event.yes + event.no + event.abstain > most:
        return refused("more_hands_than_members", most=most)
    return ALLOWED


def _may_end(now: Assembly, event: DecisionEnded) -> Verdict:
    if not now.is_one_of(event.by, "facilitator"):
        return refused("only_the_facilitator")
    decision = now.presence.deciding
    if decision is None:
        return refused("no_decision_goes_on")
    if decision.hands is not None or event.reason.strip():
        return ALLOWED
    if decision.counts:
        return refused("second_count_missing")
    return refused("counts_differ") if decision.differed else ALLOWED


def _counted(decision: Decision, event: Counted) -> Decision:
    """Take a count; where it differs from the one before, both are done anew.

    Otherwise whoever counts second could try one number after another.
    """
    hands = Hands(event.yes, event.no, event.abstain)
    if any(other != hands for other in decision.counts.values()):
        return replace(decision, counts={}, differed=decision.differed + 1)
    return replace(decision, counts={**decision.counts, event.by: hands})


def _ended(room: Room, now: Presence, event: DecisionEnded) -> Decision:
    """End the decision, testing again whether enough of those counted are there."""
    decision = _going_on(now)
    off = event.reason.strip() if decision.hands is None else ""
    inside = set(now.inside)
    still = [
        of
        for of, to in decision.counted.items()
        if to in inside and (of == to or room.terms.proxies_in_quorum)
    ]
    held = Quorum(len(still), decision.needed).verdict
    if not held:
        held = refused("quorum_was_lost", there=len(still), needed=decision.needed)
    return replace(decision, ended_at=event.at, held=held, broken_off=off)


def _going_on(now: Presence) -> Decision:
    decision = now.deciding
    assert decision, "only what goes on is counted and ends"
    return decision


def _with(now: Presence, decision: Decision) -> Presence:
    return replace(now, decisions=(*now.decisions[:-1], decision))
