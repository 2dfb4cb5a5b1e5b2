"""Who asks for the word, who is given it, and for how long they had it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from commonweal.rules.assemblies.events import (
    Asked,
    Called,
    Described,
    Finished,
    OnFloor,
    QueueClosed,
    QueueReopened,
    Role,
    TookBack,
    WentRound,
)
from commonweal.rules.assemblies.queue import Place, queue
from commonweal.rules.assemblies.state import (
    Assembly,
    Floor,
    Left,
    Request,
    Room,
    Turn,
)
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import ALLOWED, Verdict, refused

KEEPERS: tuple[Role, ...] = ("facilitator", "queue_keeper")


def waiting(room: Room, now: Assembly, *, at: datetime) -> tuple[Place, ...]:
    """Give the queue as it stands, each place with its reason."""
    return queue(room.terms, now.floor, item=now.agenda.current, at=at)


def may_on_floor(room: Room, now: Assembly, event: OnFloor) -> Verdict:
    """Say whether this can be done with the queue now, by whoever does it."""
    match event:
        case Asked():
            return _may_ask(room, now, event)
        case TookBack() | Finished():
            return _may_stop(now, event)
        case Called():
            return _may_call(room, now, event)
        case QueueClosed() | QueueReopened() | WentRound():
            return _may_keep(now, event)
        case Described():
            is_asked = event.by in room.roll
            return ALLOWED if is_asked else refused("not_asked_to_this")


def done_on_floor(room: Room, now: Assembly, event: OnFloor) -> Floor:
    """Give the floor after something that may be done was done."""
    floor = now.floor
    match event:
        case Described():
            return _described(floor, event)
        case Asked():
            request = Request(event.of, event.at, event.sort)
            return replace(floor, requests=(*floor.requests, request))
        case TookBack():
            return _taken_back(floor, event.of)
        case Finished():
            return silenced(floor, at=event.at)
        case Called():
            return _called(room, now, event)
        case QueueClosed() | QueueReopened():
            return replace(floor, is_closed=isinstance(event, QueueClosed))
        case WentRound():
            return replace(floor, round=_asked_in_round(room, now))


def _asked_in_round(room: Room, now: Assembly) -> tuple[str, ...]:
    inside = now.presence.inside
    if room.form != "spokes_council":
        return inside
    return tuple(of for of in inside if of in now.presence.spokes.speaking)


def silenced(floor: Floor, *, at: datetime) -> Floor:
    """End the turn of whoever speaks."""
    if not floor.speaking:
        return floor
    return replace(
        floor, turns=(*floor.turns[:-1], replace(floor.speaking, ended_at=at))
    )


def left_by(floor: Floor, of: str, *, at: datetime) -> Floor:
    """Take somebody who has left off the floor, and remember what was theirs."""
    is_speaking = floor.speaking is not None and floor.speaking.of == of
    held = Left(
        requests=tuple(one for one in floor.requests if one.of == of),
        in_round=of in floor.round,
        spoke_until=at if is_speaking else None,
    )
    floor = silenced(floor, at=at) if is_speaking else floor
    return replace(without(floor, of), left={**floor.left, of: held})


def back_on(floor: Floor, of: str, *, by_mistake: bool) -> Floor:
    """Let somebody who is there again have what was theirs, if they never left."""
    held = floor.left.get(of)
    others = {one: theirs for one, theirs in floor.left.items() if one != of}
    floor = replace(floor, left=others)
    if held is None or not by_mistake:
        return floor
    last = floor.turns[-1] if floor.turns else None
    if last and (last.of, last.ended_at) == (of, held.spoke_until):
        # Nobody was given the word meanwhile, so it is theirs still.
        floor = replace(floor, turns=(*floor.turns[:-1], replace(last, ended_at=None)))
    return replace(
        floor,
        requests=(*floor.requests, *held.requests),
        round=(*floor.round, of) if held.in_round else floor.round,
    )


def without(floor: Floor, of: str) -> Floor:
    """Take somebody out of the queue, and out of a go-round."""
    return replace(
        floor,
        requests=tuple(one for one in floor.requests if one.of != of),
        round=_but(floor.round, of),
    )


def _described(floor: Floor, event: Described) -> Floor:
    others = {of: one for of, one in floor.groups.items() if of != event.by}
    said = {event.by: event.group} if event.group else {}
    return replace(floor, groups=others | said)


def _taken_back(floor: Floor, of: str) -> Floor:
    """Let somebody pass in a go-round, and otherwise leave the queue."""
    if of in floor.round:
        return replace(floor, round=_but(floor.round, of))
    return without(floor, of)


def _but(people: tuple[str, ...], of: str) -> tuple[str, ...]:
    return tuple(one for one in people if one != of)


def _may_ask(room: Room, now: Assembly, event: Asked) -> Verdict:
    if event.by != event.of and not now.is_one_of(event.by, *KEEPERS, "doorkeeper"):
        return refused("only_keepers_ask_for_others")
    if not now.presence.is_inside(event.of):
        return refused("not_in_the_room")
    if now.floor.waits(event.of, event.sort):
        return refused("already_in_queue")
    if event.sort == "turn" and now.floor.is_closed:
        return refused("queue_is_closed")
    return _may_answer(room, now) if event.sort == "response" else ALLOWED


def _may_answer(room: Room, now: Assembly) -> Verdict:
    on_item = [one for one in now.floor.turns if one.item == now.agenda.current]
    if not on_item:
        return refused("nothing_to_answer")
    had = _responses(on_item) + _responses(now.floor.requests)
    most = room.terms.responses_most
    return refused("responses_are_used_up", most=most) if had >= most else ALLOWED


def _responses(of: Iterable[Turn | Request]) -> int:
    return sum(one.sort == "response" for one in of)


def _may_keep(now: Assembly, event: QueueClosed | QueueReopened | WentRound) -> Verdict:
    if not now.is_one_of(event.by, *KEEPERS):
        return refused("only_keepers_of_the_queue")
    match event:
        case QueueClosed() if now.floor.is_closed:
            return refused("queue_is_closed_already")
        case QueueReopened() if not now.floor.is_closed:
            return refused("queue_is_open_already")
        case WentRound() if now.floor.round:
            return refused("round_goes_on")
    return ALLOWED


def _may_stop(now: Assembly, event: TookBack | Finished) -> Verdict:
    floor, by = now.floor, event.by
    if isinstance(event, TookBack):
        if not (floor.waits(event.of) or event.of in floor.round):
            return refused("not_in_queue")
        of = event.of
    else:
        if not floor.speaking:
            return refused("nobody_speaks")
        of = floor.speaking.of
    if by == of or now.is_one_of(by, *KEEPERS):
        return ALLOWED
    return refused("only_keepers_of_the_queue")


def _may_call(room: Room, now: Assembly, event: Called) -> Verdict:
    if not now.is_one_of(event.by, *KEEPERS):
        return refused("only_keepers_of_the_queue")
    places = waiting(room, now, at=event.at)
    if not event.of:
        return ALLOWED if places else refused("nobody_waits")
    if not now.presence.is_inside(event.of):
        return refused("not_in_the_room")
    is_next = bool(places) and places[0].of == event.of
    if not is_next and not event.reason.strip():
        return refused("override_needs_a_reason")
    return ALLOWED


def _called(room: Room, now: Assembly, event: Called) -> Floor:
    places = waiting(room, now, at=event.at)
    first = places[0] if places else None
    found = next((one for one in places if one.of == event.of), None)
    place = found if event.of else first
    place = place or Place(event.of, "turn", Sentence("was_called"))
    is_override = place != first
    turn = Turn(
        place.of,
        now.agenda.current,
        place.sort,
        event.at,
        Sentence("was_called") if is_override else place.why,
        override=event.reason.strip() if is_override else "",
    )
    floor = _passed(silenced(now.floor, at=event.at), place)
    return replace(floor, turns=(*floor.turns, turn))


def _passed(floor: Floor, place: Place) -> Floor:
    """Take whoever is called out, and count it for those who asked before them."""
    taken = next(
        (one for one in floor.requests if (one.of, one.sort) == (place.of, place.sort)),
        None,
    )
    if place.of in floor.round and place.sort == "turn":
        # A go-round asks everybody once; what they asked for besides is still theirs.
        return replace(floor, round=_but(floor.round, place.of))
    floor = replace(
        floor, requests=tuple(one for one in floor.requests if one is not taken)
    )
    if taken is None or taken.sort != "turn":
        return floor
    return replace(
        floor,
        requests=tuple(
            replace(one, passed=one.passed + 1)
            if one.sort == "turn" and one.arrival < taken.arrival
            else one
            for one in floor.requests
        ),
    )
