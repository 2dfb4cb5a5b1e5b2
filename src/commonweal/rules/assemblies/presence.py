"""Who is in the room as people come and go, and whom they act for.

A proxy acts while the member who gave it is away and is themselves in the room.
"""

from dataclasses import replace
from datetime import timedelta

from commonweal.rules.assemblies.deciding import decided, may_decide
from commonweal.rules.assemblies.events import (
    CameIn,
    Deciding,
    ProxyGiven,
    SecondCall,
    Undone,
    WentOut,
)
from commonweal.rules.assemblies.events import Presence as PresenceEvent
from commonweal.rules.assemblies.events_spokes import SPEAKING
from commonweal.rules.assemblies.events_testing import TESTING, Testing
from commonweal.rules.assemblies.forming import may_speak_in
from commonweal.rules.assemblies.put_out import counted_again
from commonweal.rules.assemblies.quorum import quorum
from commonweal.rules.assemblies.spokes import spoken
from commonweal.rules.assemblies.state import (
    Assembly,
    Move,
    Presence,
    Room,
)
from commonweal.rules.assemblies.testing import may_test, tested
from commonweal.rules.verdict import ALLOWED, Verdict, refused

UNDONE_WITHIN = timedelta(minutes=10)


def may_be_present(room: Room, now: Assembly, event: PresenceEvent) -> Verdict:
    """Say whether this coming, going, proxy, call or decision can be now."""
    match event:
        case CameIn() | WentOut() | Undone():
            return _may_move(room, now, event)
        case ProxyGiven():
            return _may_give(room, now.presence, event)
        case SecondCall():
            return _may_call_again(room, now, event)
        case _ if isinstance(event, TESTING):
            return may_test(room, now, event)
        case _ if isinstance(event, SPEAKING):
            return may_speak_in(room, now, event)
        case _:
            return may_decide(room, now, event)


def done_present(room: Room, now: Presence, event: PresenceEvent) -> Presence:
    """Give the presence after something that may be done was done."""
    match event:
        case CameIn() | WentOut():
            move = Move(event.at, isinstance(event, CameIn), event.by)
            moves = (*now.moves.get(event.of, ()), move)
            moved = replace(now, moves={**now.moves, event.of: moves})
            if isinstance(event, CameIn):
                return counted_again(room, now, moved, event)
            return moved
        case Undone():
            moves = now.moves[event.of][:-1]
            return replace(now, moves={**now.moves, event.of: moves})
        case ProxyGiven():
            return _given(now, event)
        case SecondCall():
            return replace(now, second_called_at=event.at)
        case _ if isinstance(event, SPEAKING):
            return replace(now, spokes=spoken(now.spokes, event))
        case _:
            return _decided(room, now, event)


def _decided(room: Room, now: Presence, event: Testing | Deciding) -> Presence:
    if isinstance(event, TESTING):
        return tested(room, now, event)
    return decided(room, now, event)


def _given(now: Presence, event: ProxyGiven) -> Presence:
    others = {of: to for of, to in now.proxies.items() if of != event.by}
    given = {event.by: event.to} if event.to else {}
    return replace(now, proxies=others | given)


def _may_move(room: Room, now: Assembly, event: CameIn | WentOut | Undone) -> Verdict:
    if event.by != event.of and not now.is_one_of(
        event.by, "doorkeeper", "facilitator"
    ):
        return refused("only_the_doorkeeper")
    if event.of not in room.roll | room.guests:
        return refused("not_asked_to_this")
    is_inside = now.presence.is_inside(event.of)
    match event:
        case CameIn() if is_inside:
            return refused("already_in_the_room")
        case WentOut() if not is_inside:
            return refused("not_in_the_room")
        case Undone():
            return _may_undo(room, now, event)
    return ALLOWED


def _may_undo(room: Room, now: Assembly, event: Undone) -> Verdict:
    """Let a slip be undone soon, and never who was there when something was decided.

    Nor who was not: else whoever keeps the door takes people out for one decision. What
    the room agreed to without hands was decided by those who were counted as in it:
    they can go out, and that they were there stands.
    """
    moves = now.presence.moves.get(event.of)
    if not moves:
        return refused("nothing_to_undo")
    if event.at - moves[-1].at > UNDONE_WITHIN:
        return refused("undo_too_late")
    last = moves[-1]
    decisions, tests = now.presence.decisions, now.presence.tests
    since = [set(one.counted) for one in decisions if last.at <= one.began_at]
    since += [set(one.counted) for one in tests if last.at <= one.began_at]
    settled = now.back.settled_at
    is_settled = bool(settled and last.at <= settled and event.of in room.roll)
    if not last.is_in and (since or is_settled):
        return refused("was_out_meanwhile")
    if is_settled or any(event.of in counted for counted in since):
        return refused("was_counted_meanwhile")
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
