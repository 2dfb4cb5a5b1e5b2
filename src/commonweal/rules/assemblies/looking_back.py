"""Looking back: an assembly approves the minutes of an earlier one.

Whoever facilitates asks whether anybody objects. Where nobody does, the minutes are
approved; where one does, hands are shown. Both only while the matter is at hand and
enough are there.

Source: Robert's Rules of Order Newly Revised, 10th ed., on approving minutes by
unanimous consent.
"""

from dataclasses import replace

from commonweal.rules.assemblies.events_back import Agreed, Answered, Back, Objected
from commonweal.rules.assemblies.quorum import quorum
from commonweal.rules.assemblies.state import Assembly, LookedBack, Room
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused


def may_look_back(room: Room, now: Assembly, event: Back) -> Verdict:
    """Say whether this can be done with an earlier assembly's minutes now."""
    item = now.agenda.item(event.item)
    if item is None or item.standing != "minutes" or event.item != now.agenda.current:
        return refused("not_the_matter_at_hand")
    if now.presence.deciding:
        return refused("decision_goes_on")
    if event.item in now.back.agreed or now.presence.is_decided(event.item):
        return refused("minutes_are_settled_here")
    if isinstance(event, Objected):
        return _may_object(room, now, event)
    return first_refusal(
        ALLOWED
        if now.is_one_of(event.by, "facilitator")
        else refused("only_the_facilitator"),
        quorum(room, now.presence, item).verdict,
        _may_settle(now.back, event),
    )


def looked_back(now: LookedBack, event: Back) -> LookedBack:
    """Give what was done about earlier assemblies after something that may be done."""
    match event:
        case Agreed():
            return replace(now, agreed={**now.agreed, event.item: event.at})
        case Objected():
            others = now.objected.get(event.item, frozenset())
            objected = {**now.objected, event.item: others | {event.by}}
            return replace(now, objected=objected)
        case Answered():
            answer = {(event.item, event.correction): event.is_taken}
            return replace(now, answered={**now.answered, **answer})


def _may_object(room: Room, now: Assembly, event: Objected) -> Verdict:
    if event.by not in room.roll:
        return refused("not_asked_to_this")
    if event.by not in now.presence.inside:
        return refused("not_in_the_room_yourself")
    has = event.by in now.back.objected.get(event.item, frozenset())
    return refused("has_objected") if has else ALLOWED


def _may_settle(now: LookedBack, event: Agreed | Answered) -> Verdict:
    match event:
        case Agreed() if now.objected.get(event.item):
            return refused("somebody_objects")
        case Answered() if (event.item, event.correction) in now.answered:
            return refused("no_such_correction")
    return ALLOWED
