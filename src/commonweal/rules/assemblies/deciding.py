"""Decisions in the room: who is counted, what they said, and whether it holds.

Who is counted is fixed when a decision begins, and whether by hand or by phone. Hands
are counted by two people who each have a role, neither of whom is shown what the other
counted; only a number that both came to is taken, and where they differ both count
anew. Nobody counts more hands than there are members who raise one. Phones answer for
themselves, for the first time or anew, until the end, and have some minutes to; where
fewer took part than the room needs to decide, it ends without a result. A proxy goes
with whoever holds it, by hand or by phone. In secret each member who is counted has one
slip of paper, which the two count instead of hands; then there are no phones.

Source: Robert's Rules of Order Newly Revised, 10th ed., on a counted rising vote and
its tellers; the count by two is that of paper ballots here.
"""

from dataclasses import replace
from datetime import timedelta

from commonweal.rules.assemblies.amending import may_put
from commonweal.rules.assemblies.channels import chosen, may_choose
from commonweal.rules.assemblies.counting import Decision, Hands
from commonweal.rules.assemblies.events import (
    ROLES,
    Counted,
    Deciding,
    DecisionBegan,
    DecisionEnded,
)
from commonweal.rules.assemblies.events_deciding import (
    ANSWERS,
    ChannelChosen,
    PhoneAnswered,
)
from commonweal.rules.assemblies.quorum import Quorum, counted, quorum
from commonweal.rules.assemblies.rivals import key_of, may_rank
from commonweal.rules.assemblies.secretly import may_be_split, with_sums
from commonweal.rules.assemblies.state import Assembly, Presence, Room
from commonweal.rules.assemblies.talk import is_settled as settled
from commonweal.rules.verdict import ALLOWED, Verdict, refused

TO_AGREE = 2
# So long a decision goes on for phones that have not answered: a press takes a while
# to reach a page, and people some time to read.
PHONES_HAVE = timedelta(minutes=3)


def may_decide(room: Room, now: Assembly, event: Deciding) -> Verdict:
    """Say whether a decision can begin, be counted or end now, by whoever does it."""
    match event:
        case ChannelChosen():
            return may_choose(room, now, event)
        case DecisionBegan():
            return _may_begin(room, now, event)
        case Counted():
            return _may_count(now, event)
        case PhoneAnswered():
            return _may_answer(now.presence, event)
        case DecisionEnded():
            return _may_end(room, now, event)


def decided(room: Room, now: Presence, event: Deciding) -> Presence:
    """Give the presence after a step of a decision that may be done."""
    match event:
        case ChannelChosen():
            return chosen(now, event)
        case DecisionBegan():
            return replace(now, decisions=(*now.decisions, _begun(room, now, event)))
        case Counted():
            return _with(now, _counted(_going_on(now), event))
        case PhoneAnswered():
            before = _going_on(now)
            answers = {**before.answers, event.by: event.answer}
            return _with(now, replace(before, answers=answers))
        case DecisionEnded():
            return _with(now, _ended(room, now, event))


def _may_begin(room: Room, now: Assembly, event: DecisionBegan) -> Verdict:
    if not now.is_one_of(event.by, "facilitator"):
        return refused("only_the_facilitator")
    if now.presence.goes_on:
        return refused("decision_goes_on")
    item = now.agenda.item(event.item)
    if item is None or event.item != now.agenda.current:
        return refused("not_the_matter_at_hand")
    if not item.decides:
        return refused("no_decision_was_announced")
    if not (may := _may_be_asked(room, now, event)):
        return may
    may = quorum(room, now.presence, item).verdict
    if may and event.in_secret:
        return may_be_split(_begun(room, now.presence, event))
    if not may and now.presence.second_called_at and item.needs_full:
        return refused("second_call_cannot_decide_this")
    return may


def _may_be_asked(room: Room, now: Assembly, event: DecisionBegan) -> Verdict:
    """Refuse what is decided already, and what other words are to be settled before."""
    is_settled = settled(room, now.presence, event.item, at=event.at)
    if is_settled or now.presence.is_decided(event.item):
        return refused("decided_already")
    if event.item in now.back.agreed:
        return refused("minutes_are_settled_here")
    return may_put(room, now, event)


def _may_count(now: Assembly, event: Counted) -> Verdict:
    if not now.is_one_of(event.by, *ROLES):
        return refused("only_roles_count_hands")
    decision = now.presence.deciding
    if decision is None:
        return refused("no_decision_goes_on")
    if min(event.yes, event.no, event.abstain) < 0:
        return refused("hands_are_counted_up")
    if not decision.raised:
        return refused("nobody_raises_a_hand")
    if decision.is_counted:
        return refused("hands_are_counted")
    if event.by in decision.counts:
        return refused("has_counted")
    return _may_be_counted(decision, event)


def _may_be_counted(decision: Decision, event: Counted) -> Verdict:
    if decision.options and event.pair != key_of(decision.pair):
        return refused("another_pair_is_counted")
    most = decision.raised
    if event.yes + event.no + event.abstain > most:
        what = "slips" if decision.by_slips else "hands"
        return refused(f"more_{what}_than_members", most=most)
    return ALLOWED


def _may_answer(now: Presence, event: PhoneAnswered) -> Verdict:
    decision = now.deciding
    if decision is None:
        return refused("no_decision_goes_on")
    if event.by not in decision.counted.values():
        return refused("not_counted_in_this")
    if event.by not in decision.by_phone:
        return refused("counted_by_hand_in_this")
    if not now.is_inside(event.by):
        return refused("not_in_the_room_yourself")
    if decision.in_secret:
        return refused("ballots_are_cast_in_this")
    if decision.options:
        return may_rank(event.answer, decision.options)
    return ALLOWED if event.answer in ANSWERS else refused("deed_unknown")


def _may_end(room: Room, now: Assembly, event: DecisionEnded) -> Verdict:
    if not now.is_one_of(event.by, "facilitator"):
        return refused("only_the_facilitator")
    decision = now.presence.deciding
    if decision is None:
        return refused("no_decision_goes_on")
    decision = with_sums(decision, event.from_phones)
    enough = _enough_took_part(room, decision)
    if breaks_off(room, decision, event.reason):
        return ALLOWED
    may = _are_hands_counted(decision)
    if not may or (decision.raised and not decision.is_counted):
        # Where nobody counted, the room went on talking, and decided nothing.
        return may
    ends = decision.began_at + PHONES_HAVE
    if not decision.all_answered and event.at < ends:
        return refused("phones_have_time", ends=ends)
    return ALLOWED if enough else refused("too_few_took_part", needed=decision.needed)


def _enough_took_part(room: Room, decision: Decision) -> bool:
    """Say whether as many took part as have to be there for the room to decide."""
    took = decision.took_part(with_proxies=room.terms.proxies_in_quorum)
    return took >= decision.needed


def _are_hands_counted(decision: Decision) -> Verdict:
    if decision.is_counted or not decision.raised:
        return ALLOWED
    if decision.counts:
        return refused("second_count_missing")
    if decision.by_slips:
        return refused("slips_differ" if decision.differed else "slips_are_not_counted")
    if decision.differed:
        return refused("counts_differ")
    # What phones said is theirs to see count: it is not dropped without a reason.
    is_begun = decision.by_phone or decision.by_pair
    return refused("hands_are_not_counted") if is_begun else ALLOWED


def _begun(room: Room, now: Presence, event: DecisionBegan) -> Decision:
    """Fix who is counted, how many it takes, and who of them answers by phone."""
    item = next(one for one in room.items if one.id == event.item)
    there = counted(room, now)
    return Decision(
        event.item,
        event.at,
        there,
        quorum(room, now, item).needed,
        by_phone=frozenset()
        if event.by_slips and not event.in_secret
        else frozenset(to for to in there.values() if now.channels.get(to) == "phone"),
        by_slips=event.by_slips,
        proxies=now.proxies,
        about=event.about,
        in_secret=event.in_secret,
    )


def _counted(decision: Decision, event: Counted) -> Decision:
    """Take a count; where it differs from the one before, both are done anew.

    Otherwise whoever counts second could try one number after another.
    """
    hands = Hands(event.yes, event.no, event.abstain)
    if any(other != hands for other in decision.counts.values()):
        return replace(decision, counts={}, differed=decision.differed + 1)
    counts = {**decision.counts, event.by: hands}
    pair = decision.pair
    if pair is None or len(counts) < TO_AGREE:
        return replace(decision, counts=counts)
    by_pair = {**decision.by_pair, pair: hands}
    return replace(decision, counts={}, differed=0, by_pair=by_pair)


def _ended(room: Room, now: Presence, event: DecisionEnded) -> Decision:
    """End the decision, testing again whether enough of those counted are there."""
    decision = with_sums(_going_on(now), event.from_phones)
    off = event.reason.strip() if breaks_off(room, decision, event.reason) else ""
    inside = now.there
    still = [
        of
        for of, to in decision.counted.items()
        if to in inside and (of == to or room.terms.proxies_in_quorum)
    ]
    held = Quorum(len(still), decision.needed).verdict
    if not held:
        held = refused("quorum_was_lost", there=len(still), needed=decision.needed)
    kept = () if off else decision.from_phones
    return replace(
        decision, ended_at=event.at, held=held, broken_off=off, from_phones=kept
    )


def breaks_off(room: Room, decision: Decision, reason: str) -> bool:
    """Say whether a reason breaks a decision off.

    What two counted, and enough took part in, is nobody's to throw away.
    """
    stands = decision.is_counted and _enough_took_part(room, decision)
    return bool(reason.strip()) and not stands


def _going_on(now: Presence) -> Decision:
    decision = now.deciding
    assert decision, "only what goes on is counted and ends"
    return decision


def _with(now: Presence, decision: Decision) -> Presence:
    return replace(now, decisions=(*now.decisions[:-1], decision))
