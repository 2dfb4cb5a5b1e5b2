"""Who is in the room, whom they act for, and whether that is enough to decide.

The quorum is followed as people come and go, and tested when a decision begins and
again when it ends. Who is counted in a decision is fixed when it begins: whoever
arrives in the middle is counted from the next one on. A proxy acts while the member
who gave it is away and is themselves in the room; it counts for the quorum only where
the charter says so.

Sources: Robert's Rules of Order Newly Revised, 10th ed., on what an assembly without
a quorum may do; OpenSlides issue 5745, where the proxies of absent people were counted.
"""

from dataclasses import dataclass, replace
from datetime import timedelta

from commonweal.rules.assemblies.events import (
    CameIn,
    DecisionBegan,
    DecisionEnded,
    ProxyGiven,
    SecondCall,
    Undone,
    WentOut,
)
from commonweal.rules.assemblies.events import Presence as PresenceEvent
from commonweal.rules.assemblies.state import (
    Assembly,
    Decision,
    Item,
    Move,
    Presence,
    Room,
)
from commonweal.rules.verdict import ALLOWED, Verdict, refused


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many are there who count, and how many must be."""

    there: int
    needed: int
    is_second: bool = False

    @property
    def verdict(self) -> Verdict:
        """Say whether the room may decide."""
        if self.there >= self.needed:
            return ALLOWED
        return refused("too_few_in_the_room", there=self.there, needed=self.needed)


def quorum(room: Room, now: Presence, item: Item | None = None) -> Quorum:
    """Say how many of the roll are in the room, and how many are needed.

    A matter that needs the full number needs it at a second call too.
    """
    is_second = now.second_called_at is not None and not (item and item.needs_full)
    needed = room.terms.quorum(len(room.roll), is_second=is_second)
    there = counted(room, now)
    own = {of for of in there if there[of] == of}
    number = len(there) if room.terms.proxies_in_quorum else len(own)
    return Quorum(number, needed, is_second)


def counted(room: Room, now: Presence) -> dict[str, str]:
    """Give each member who has a say now, with whoever acts for them."""
    inside = set(now.inside)
    own = {of: of for of in sorted(inside & room.roll)}
    for of, to in sorted(now.proxies.items()):
        if of not in inside and to in inside:
            own[of] = to
    return own


def may_be_present(room: Room, now: Assembly, event: PresenceEvent) -> Verdict:
    """Say whether this coming, going, proxy, call or decision can be now."""
    match event:
        case CameIn() | WentOut() | Undone():
            return _may_move(room, now, event)
        case ProxyGiven():
            return _may_give(room, now.presence, event)
        case SecondCall():
            return _may_call_again(room, now, event)
        case DecisionBegan():
            return _may_decide(room, now, event)
        case DecisionEnded():
            if not now.is_one_of(event.by, "facilitator"):
                return refused("only_the_facilitator")
            return ALLOWED if now.presence.deciding else refused("no_decision_goes_on")


def done_present(room: Room, now: Presence, event: PresenceEvent) -> Presence:
    """Give the presence after something that may be done was done."""
    match event:
        case CameIn() | WentOut():
            move = Move(event.at, isinstance(event, CameIn))
            moves = (*now.moves.get(event.of, ()), move)
            return replace(now, moves={**now.moves, event.of: moves})
        case Undone():
            moves = now.moves[event.of][:-1]
            return replace(now, moves={**now.moves, event.of: moves})
        case ProxyGiven():
            others = {of: to for of, to in now.proxies.items() if of != event.by}
            given = {event.by: event.to} if event.to else {}
            return replace(now, proxies=others | given)
        case SecondCall():
            return replace(now, second_called_at=event.at)
        case DecisionBegan():
            item = next(one for one in room.items if one.id == event.item)
            there, needed = counted(room, now), quorum(room, now, item).needed
            begun = Decision(event.item, event.at, there, needed)
            return replace(now, decisions=(*now.decisions, begun))
        case DecisionEnded():
            return _ended(room, now, event)


def _may_move(room: Room, now: Assembly, event: CameIn | WentOut | Undone) -> Verdict:
    if event.by != event.of and not now.is_one_of(
        event.by, "doorkeeper", "facilitator"
    ):
        return refused("only_the_doorkeeper")
    if event.of not in room.roll | room.guests:
        return refused("not_asked_to_this")
    is_inside = event.of in now.presence.inside
    match event:
        case CameIn() if is_inside:
            return refused("already_in_the_room")
        case WentOut() if not is_inside:
            return refused("not_in_the_room")
        case Undone() if not now.presence.moves.get(event.of):
            return refused("nothing_to_undo")
    return ALLOWED


def _may_give(room: Room, now: Presence, event: ProxyGiven) -> Verdict:
    if event.by not in room.roll or (event.to and event.to not in room.roll):
        return refused("not_asked_to_this")
    if not event.to:
        return ALLOWED if event.by in now.proxies else refused("no_proxy_to_take_back")
    most = room.terms.proxies_most
    if not most:
        return refused("no_proxies_here")
    if event.to == event.by:
        return refused("proxy_is_somebody_else")
    held = sum(to == event.to for of, to in now.proxies.items() if of != event.by)
    if held >= most:
        return refused("holds_enough_proxies", most=most)
    return ALLOWED


def _may_call_again(room: Room, now: Assembly, event: SecondCall) -> Verdict:
    if not now.is_one_of(event.by, "facilitator"):
        return refused("only_the_facilitator")
    minutes = room.terms.second_call_minutes
    if not minutes:
        return refused("no_second_call_here")
    if now.presence.second_called_at:
        return refused("called_again_already")
    if quorum(room, now.presence).verdict:
        return refused("enough_are_there")
    if event.at < room.opens_at + timedelta(minutes=minutes):
        return refused("second_call_too_early", minutes=minutes)
    return ALLOWED


def _may_decide(room: Room, now: Assembly, event: DecisionBegan) -> Verdict:
    if not now.is_one_of(event.by, "facilitator"):
        return refused("only_the_facilitator")
    if now.presence.deciding:
        return refused("decision_goes_on")
    item = now.agenda.item(event.item)
    if item is None or event.item != now.agenda.current:
        return refused("not_the_matter_at_hand")
    if not item.decides:
        return refused("no_decision_was_announced")
    may = quorum(room, now.presence, item).verdict
    if not may and now.presence.second_called_at and item.needs_full:
        return refused("second_call_cannot_decide_this")
    return may


def _ended(room: Room, now: Presence, event: DecisionEnded) -> Presence:
    """End the decision, testing again whether enough of those counted are there."""
    decision = now.deciding
    assert decision, "only what goes on can end"
    inside = set(now.inside)
    still = [
        of
        for of, to in decision.counted.items()
        if to in inside and (of == to or room.terms.proxies_in_quorum)
    ]
    held = Quorum(len(still), decision.needed).verdict
    if not held:
        held = refused("quorum_was_lost", there=len(still), needed=decision.needed)
    ended = replace(decision, ended_at=event.at, held=held)
    return replace(now, decisions=(*now.decisions[:-1], ended))
